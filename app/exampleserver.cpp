// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exampleserver.h"

#include <QTimer>

namespace homeroom {

using namespace Qt::StringLiterals;

ExampleServer::ExampleServer(const Catalogue& catalogue, const Clock& clock)
    : m_catalogue(catalogue), m_clock(clock)
{
}

template <typename Answer> void ExampleServer::refuse(const Answered<Answer>& done)
{
    // Later, as a server's answer comes: the pages must not need it at once.
    QTimer::singleShot(0, this, [done] { done(Error{ErrorCode::Unavailable, {}}); });
}

void ExampleServer::handOver(const std::vector<HeldFamily>&, const RecordId&, Answered<qint64> done)
{
    refuse(done);
}

void ExampleServer::returnToPool(const std::vector<HeldFamily>&, Answered<qint64> done)
{
    refuse(done);
}

void ExampleServer::claim(const std::vector<RecordId>&, Answered<qint64> done)
{
    refuse(done);
}

void ExampleServer::listPool(const QString& text, const RecordId&, Answered<PoolFamilies> done)
{
    PoolFamilies found = pool();
    std::erase_if(found.families, [&](const PoolFamily& family) {
        return !family.name.contains(text) && !family.city.contains(text);
    });
    QTimer::singleShot(0, this, [done, found] { done(found); });
}

void ExampleServer::merge(const HeldFamily&, const HeldFamily&, Answered<qint64> done)
{
    refuse(done);
}

void ExampleServer::unmerge(const RecordId&, const RecordId&, Answered<qint64> done)
{
    refuse(done);
}

void ExampleServer::unmask(const RecordId&, const QString&, Answered<FullContacts> done)
{
    QTimer::singleShot(0, this, [done] { done(contacts()); });
}

void ExampleServer::noteExport(RecordKind, const QString&, qint64, Answered<void> done)
{
    refuse(done);
}

FullContacts ExampleServer::contacts()
{
    return {u"13800002046"_s, u"wangfang_mama"_s, u"江苏省南京市鼓楼区示例路 8 号 2 单元 301 室"_s,
        {{u"李建国"_s, u"13900007731"_s, {}}, {{}, {}, u"waipo_1956"_s}}};
}

PoolFamilies ExampleServer::pool() const
{
    struct Line {
        QStringView name;
        QStringView phone;
        QStringView city;
        QStringView tier;
        int createdDays;
        int contactDays; ///< -1: never
    };
    static constexpr Line lines[] = {
        {u"王芳", u"138****2046", u"南京", u"a", 2, 0},
        {u"李秀英", u"139****7731", u"合肥", u"b", 5, 3},
        {u"欧阳静", u"150****0098", u"苏州", u"none", 9, -1},
        {u"张伟", u"186****5512", u"Xi'an", u"c", 31, 12},
        {u"", u"177****4420", u"", u"", 40, -1},
    };
    PoolFamilies pool;
    const auto& channels = m_catalogue.channels();
    for (const Line& line : lines) {
        PoolFamily family;
        family.id = RecordId::fromBytes(QByteArray(15, '\0') + char(pool.families.size() + 1));
        family.name = line.name.toString();
        family.phone = line.phone.toString();
        family.city = line.city.toString();
        family.tier = line.tier.toString();
        if (!channels.empty())
            family.channel = channels[pool.families.size() % channels.size()].id;
        family.createdAt = m_clock.now() - line.createdDays * dayMs;
        if (line.contactDays >= 0)
            family.lastContactAt = m_clock.now() - line.contactDays * dayMs - hourMs;
        pool.families.push_back(family);
    }
    pool.kept = 186;
    pool.cap = 300;
    return pool;
}

} // namespace homeroom
