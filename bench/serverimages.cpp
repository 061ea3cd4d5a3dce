// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/serverimages.h"

#include "bench/report.h"
#include "server/rules/cohortdays.h"
#include "server/rules/seeding.h"
#include "server/storage/sqlite/sqlitestorage.h"

#include <QFile>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

const QString databaseName = u"/server.db"_s;

/// Hands demo rows on, every family moved to its keeper and filled up to the wished size.
class FamilyFiller {
public:
    using Sink = std::function<void(const RecordRow&)>;

    FamilyFiller(const ImageOptions& options, Milliseconds now, const Sink& sink)
        : m_options(options), m_now(now), m_sink(sink), m_ids(m_clock, QRandomGenerator(17))
    {
    }

    void take(RecordRow row)
    {
        if (row.kind == RecordKind::User && fromRow<User>(row).role == UserRole::Tutor)
            m_keepers.push_back(fromRow<User>(row));
        if (row.kind == RecordKind::Customer) {
            endFamily();
            beginFamily(row);
        }
        m_sink(row);
        if (!m_family.isNull() && row.root == m_family)
            ++m_rows;
    }
    void endFamily()
    {
        for (; !m_family.isNull() && m_rows < m_options.rowsPerFamily; ++m_rows) {
            FollowUp note;
            note.id = Id<FollowUp>(m_ids.next());
            note.customer = Id<Customer>(m_family);
            note.author = m_keeper.id;
            note.text = u"第 %1 次沟通：孩子这周练习了，家长问续费"_s.arg(m_rows);
            note.happenedAt = m_now - m_rows * dayMs;
            m_sink(toRow(note));
        }
    }
    const std::map<RecordId, std::vector<RecordId>>& families() const { return m_families; }

private:
    void beginFamily(RecordRow& row)
    {
        m_keeper = m_keepers.at(m_count++ % m_options.keepers);
        Customer customer = fromRow<Customer>(row);
        customer.owner = m_keeper.id;
        customer.team = m_keeper.team;
        row = toRow(customer);
        m_family = row.id;
        m_rows = 0;
        m_families[m_keeper.id].push_back(row.id);
    }

    const ImageOptions m_options;
    const Milliseconds m_now;
    const Sink& m_sink;
    SystemClock m_clock{};
    IdFactory m_ids;
    std::vector<User> m_keepers{};
    User m_keeper{};
    RecordId m_family{};
    qint64 m_rows = 0;
    size_t m_count = 0;
    std::map<RecordId, std::vector<RecordId>> m_families{};
};

} // namespace

ServerImage::ServerImage(const ImageOptions& options)
{
    const QString path = m_folder.path() + databaseName;
    const Result<DatabaseKey> key = serverDatabaseKey(path);
    demand(key.ok(), u"no key for the server's database"_s);
    const auto storage = SqliteStorage::open({path, *key, nullptr});
    demand(storage.ok(), u"cannot make the server's database"_s);
    SystemClock clock;
    IdFactory ids(clock, QRandomGenerator(5));
    DemoOptions demo;
    demo.families = options.families;
    demo.now = clock.now();
    std::map<RecordId, std::vector<RecordId>> families;
    const auto source = [&](const std::function<void(const RecordRow&)>& sink) {
        FamilyFiller filler(options, demo.now, sink);
        m_users = writeDemoOrganisation(demo, [&](const RecordRow& row) { filler.take(row); });
        filler.endFamily();
        families = filler.families();
        std::vector<SeedUser> seeds;
        for (const DemoUser& user : m_users)
            seeds.push_back({user.id, user.password});
        return seeds;
    };
    const Result<void> seeded =
        seedOrganisation({**storage, clock, ids, {}}, u"Bench"_s, source, PasswordCost::Minimal);
    demand(seeded.ok(), u"cannot seed: "_s + (seeded.ok() ? QString() : seeded.error().detail));
    // Else every server that starts on a copy would begin with them, while it is measured.
    demand(CohortDays({**storage, clock, ids, {}}).run().ok(), u"cannot keep cohort days"_s);
    for (const DemoUser& user : m_users)
        m_families[user.name] = families[user.id];
}

void ServerImage::copyTo(const QString& folder) const
{
    for (const QString& name : {databaseName, databaseName + u".key"_s})
        demand(QFile::copy(m_folder.path() + name, folder + name), u"cannot copy a database"_s);
}

const DemoUser& ServerImage::user(const QString& name) const
{
    for (const DemoUser& user : m_users) {
        if (user.name == name)
            return user;
    }
    throw Failure(u"no user "_s + name);
}

const std::vector<RecordId>& ServerImage::familiesOf(const QString& name) const
{
    return m_families.at(name);
}

const ServerImage& ServerImages::image(const ImageOptions& options)
{
    std::unique_ptr<ServerImage>& image = m_images[options];
    if (!image)
        image = std::make_unique<ServerImage>(options);
    return *image;
}

} // namespace homeroom::bench
