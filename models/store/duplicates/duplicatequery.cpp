// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/duplicates/duplicatequery.h"

#include "models/store/duplicates/duplicatetraits.h"
#include "models/store/records.h"
#include "models/values/duplicaterules.h"
#include "models/values/phone.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Raise it when pairs are to be asked about once more.
const QByteArray toldApartVersion = "1";

RecordId toldApartId(const RecordId& one, const RecordId& other)
{
    const auto& [older, newer] = std::minmax(one, other);
    return RecordId::fromName("taskrule/" + QByteArray(toldApartRule.data()) + '/'
        + toldApartVersion + '/' + older.toBytes() + '/' + newer.toBytes());
}

int weightOf(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::Phone:
        return 64;
    case DuplicateReason::Wechat:
        return 48;
    case DuplicateReason::GuardianPhone:
        return 40;
    case DuplicateReason::Names:
        return 16;
    case DuplicateReason::Grade:
        return 4;
    case DuplicateReason::City:
        break;
    }
    return 2;
}

int weightOf(const DuplicatePair& pair)
{
    int weight = 0;
    for (const DuplicateReason reason : pair.reasons)
        weight += weightOf(reason);
    return weight;
}

class DuplicateFinder {
public:
    explicit DuplicateFinder(Database& database)
        : m_traits(database),
          m_apart(database.statement("SELECT 1 FROM r_task WHERE id = ?1 AND deleted = 0 "
                                     "AND state = 'skipped'"))
    {
    }

    std::vector<DuplicatePair> find()
    {
        for (const std::vector<int>& group : m_traits.groups())
            compare(group);
        std::ranges::sort(m_pairs, [](const DuplicatePair& one, const DuplicatePair& other) {
            const auto place = [](const DuplicatePair& pair) {
                return std::tuple(pair.families > 2, -weightOf(pair));
            };
            if (place(one) != place(other))
                return place(one) < place(other);
            return std::tie(other.second, other.first) < std::tie(one.second, one.first);
        });
        return std::move(m_pairs);
    }

private:
    void compare(const std::vector<int>& group)
    {
        const bool many = group.size() > size_t(mostComparedFamilies);
        for (size_t i = 0; i < group.size(); ++i) {
            for (size_t k = i + 1; k < group.size(); ++k) {
                const bool told = add(group[i], group[k], many ? int(group.size()) : 2);
                if (many && told)
                    return;
            }
            if (many) // the oldest with any other: no more tries than families
                return;
        }
    }

    /// Whether a line tells of the two.
    bool add(int one, int other, int families)
    {
        if (m_known.contains({one, other}))
            return false;
        const FamilyLook& first = m_traits.family(one);
        const FamilyLook& second = m_traits.family(other);
        std::vector<DuplicateReason> reasons = m_traits.reasons(one, other);
        if (reasons.empty() || isToldApart(first.id, second.id))
            return false;
        m_known.insert({one, other});
        m_pairs.push_back(
            {first.id, second.id, first.name, second.name, std::move(reasons), families});
        return true;
    }

    bool isToldApart(const RecordId& first, const RecordId& second)
    {
        m_apart.reset();
        return m_apart.bind(1, toldApartId(first, second)).step();
    }

    const DuplicateTraits m_traits;
    Statement m_apart;
    QSet<std::pair<int, int>> m_known{};
    std::vector<DuplicatePair> m_pairs{};
};

std::optional<PhoneHolder> holder(Statement& query, const QString& phone)
{
    if (!query.step())
        return std::nullopt;
    return PhoneHolder{Id<Customer>(query.id(0)), query.text(1), query.text(2),
        query.integer(3) != 0, query.text(4) == phone};
}

} // namespace

std::vector<DuplicatePair> readDuplicates(Database& database)
{
    return DuplicateFinder(database).find();
}

Task toldApartTask(
    const RecordId& one, const RecordId& other, const QString& reason, Milliseconds now)
{
    Task task;
    task.id = Id<Task>(toldApartId(one, other));
    task.customer = Id<Customer>(std::min(one, other));
    task.rule = toldApartRule;
    // What it says where the rule is not known, as on an older machine.
    task.text = u"不是同一家庭"_s;
    task.state = TaskState::Skipped;
    task.reason = reason;
    task.doneAt = now;
    return task;
}

std::optional<PhoneHolder> familyWithPhone(
    Database& database, const QString& phone, const RecordId& except)
{
    const auto ask = [&](const QByteArray& sql) {
        Statement query = database.statement(sql);
        query.bind(1, phone).bind(2, maskedPhone(phone)).bind(3, except);
        return holder(query, phone);
    };
    const auto parent = ask("SELECT id, name, NULL, 0, phone FROM r_customer WHERE phone IN (?1, "
                            "?2) AND deleted = 0 AND id IS NOT ?3 ORDER BY phone <> ?1, id LIMIT "
                            "1");
    if (parent && parent->certain)
        return parent;
    const auto guardian =
        ask("SELECT c.id, c.name, g.name, 1, g.phone FROM r_guardian g JOIN r_customer c "
            "ON c.id = g.root AND c.deleted = 0 WHERE g.phone IN (?1, ?2) AND g.deleted = 0 "
            "AND g.root IS NOT ?3 ORDER BY g.phone <> ?1, c.id LIMIT 1");
    return guardian && (guardian->certain || !parent) ? guardian : parent;
}

} // namespace homeroom
