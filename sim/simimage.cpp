// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simimage.h"

#include "server/rules/seeding.h"
#include "sim/rowimages.h"
#include "sim/seededbytes.h"

#include <QDir>

#include <array>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

using Sink = std::function<void(const RecordRow&)>;

struct Member {
    const char* name;
    UserRole role;
    const char* team;
    int families;
};

constexpr Member members[] = {
    {"a1", UserRole::Tutor, "A", 4},
    {"a2", UserRole::Tutor, "A", 3},
    {"b1", UserRole::Tutor, "B", 3},
    {"s1", UserRole::Sales, "A", 2},
    {"leadA", UserRole::Lead, "A", 1},
    {"leadB", UserRole::Lead, "B", 0},
    {"ops", UserRole::Operations, "", 0},
    {"admin", UserRole::Admin, "", 0},
};

/// Without a MAC on each page the runs are a third faster; the pages stay encrypted. It holds for
/// every connection of the process.
void lightenCipher(const QString& path)
{
    SQLite::Database any(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    any.exec("PRAGMA cipher_default_use_hmac = OFF");
}

QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    const bool usable = QFileInfo(memory).isWritable();
    return (usable ? memory : QDir::tempPath()) + u"/homeroom-sim-XXXXXX"_s;
}

} // namespace

SimImage::SimImage() : m_folder(folderTemplate())
{
    seedRandomBytes(7);
    lightenCipher(m_folder.filePath(u"cipher.db"_s));
    m_people = {{u"a1"_s, u"a1"_s}, {u"leadA"_s, u"leadA"_s}, {u"a2"_s, u"a2"_s},
        {u"b1"_s, u"b1"_s}, {u"ops"_s, u"ops"_s}, {u"a1"_s, u"a1-second"_s},
        {u"leadB"_s, u"leadB"_s}, {u"s1"_s, u"s1"_s}, {u"admin"_s, u"admin"_s}};
    SimTime time;
    SimServer server(time, m_folder.filePath(u"image-server.db"_s), 7);
    server.start();
    fillServer(server);
    int number = 0;
    for (const Person& person : m_people)
        makeProfile(time, server, person, number++);
    server.stop();
    m_server = DatabaseFiles::read(server.path());
}

void SimImage::fillServer(SimServer& server)
{
    IdFactory ids(server.clock(), QRandomGenerator(7));
    const Result<void> seeded = seedOrganisation(
        server.parts(), u"Simulation"_s,
        [&](const Sink& sink) {
            addPeople(ids, sink);
            addCatalogue(ids, sink);
            addFamilies(ids, sink);
            std::vector<SeedUser> users;
            for (const Member& member : members)
                users.push_back({idOf(QString::fromLatin1(member.name)), everyPassword});
            return users;
        },
        PasswordCost::Minimal);
    if (!seeded.ok())
        qFatal("the image cannot be made: %s", qPrintable(seeded.error().detail));
}

void SimImage::addPeople(IdFactory& ids, const Sink& sink)
{
    for (const char* name : {"A", "B"}) {
        Team team;
        team.id = Id<Team>(ids.next());
        team.name = QString::fromLatin1(name);
        team.active = true;
        m_ids[team.name] = team.id;
        sink(toRow(team));
    }
    for (const Member& member : members) {
        User user;
        user.id = Id<User>(ids.next());
        user.name = QString::fromLatin1(member.name);
        user.role = member.role;
        if (*member.team)
            user.team = Id<Team>(idOf(QString::fromLatin1(member.team)));
        user.active = true;
        m_ids[user.name] = user.id;
        sink(toRow(user));
    }
}

void SimImage::addCatalogue(IdFactory& ids, const Sink& sink)
{
    Pipeline pipeline;
    pipeline.id = Id<Pipeline>(ids.next());
    pipeline.name = u"Renewal"_s;
    pipeline.isDefault = true;
    pipeline.active = true;
    m_pipeline = pipeline.id;
    sink(toRow(pipeline));
    constexpr std::array roles{
        StageRole::Open, StageRole::Learning, StageRole::Paid, StageRole::Lost};
    for (int i = 0; i < 4; ++i) {
        Stage stage;
        stage.id = Id<Stage>(ids.next());
        stage.name = u"Stage %1"_s.arg(i);
        stage.key = u"stage%1"_s.arg(i);
        stage.role = roles[size_t(i)];
        stage.pipeline = pipeline.id;
        stage.rank = QString(QChar(char16_t(u'a' + i)));
        m_stages.push_back(stage.id);
        sink(toRow(stage));
    }
    for (int i = 0; i < 4; ++i) {
        Tag tag;
        tag.id = Id<Tag>(ids.next());
        tag.name = u"Tag %1"_s.arg(i);
        sink(toRow(tag));
    }
}

void SimImage::addFamilies(IdFactory& ids, const Sink& sink)
{
    for (const Member& member : members) {
        for (int i = 0; i < member.families; ++i)
            addFamily(ids, sink, idOf(QString::fromLatin1(member.name)),
                idOf(QString::fromLatin1(member.team)));
    }
    addFamily(ids, sink, {}, idOf(u"A"_s));
    addFamily(ids, sink, {}, idOf(u"B"_s));
}

void SimImage::addFamily(
    IdFactory& ids, const Sink& sink, const RecordId& owner, const RecordId& team)
{
    const int number = int(m_families.size());
    Customer customer;
    customer.id = Id<Customer>(ids.next());
    customer.name = u"Family "_s + markOf(number, 0);
    customer.phone = phoneOf(number, 0);
    customer.remark =
        u"First sentence %1. Second sentence. Third sentence."_s.arg(markOf(number, 0));
    customer.owner = Id<User>(owner);
    customer.team = Id<Team>(team);
    RecordRow row = toRow(customer);
    // A newer program has been here: nobody of this run knows the field.
    row.extra.insert(u"later"_s, u"Written later "_s + markOf(number, 0));
    sink(row);
    Student student;
    student.id = Id<Student>(ids.next());
    student.customer = customer.id;
    student.name = u"Child "_s + markOf(number, 0);
    sink(toRow(student));
    Opportunity card;
    card.id = Id<Opportunity>(ids.next());
    card.customer = customer.id;
    card.student = student.id;
    card.pipeline = Id<Pipeline>(m_pipeline);
    card.stage = Id<Stage>(m_stages[size_t(number) % m_stages.size()]);
    card.rank = u"n"_s;
    if (card.stage == m_stages[2] || card.stage == m_stages[3])
        card.closedAt = 1;
    sink(toRow(card));
    FollowUp note;
    note.id = Id<FollowUp>(ids.next());
    note.customer = customer.id;
    note.text = u"Said "_s + markOf(number, 0);
    note.author = Id<User>(owner);
    sink(toRow(note));
    m_families.push_back({number, customer.id});
}

void SimImage::makeProfile(SimTime& time, SimServer& server, const Person& person, int number)
{
    const NetworkWeather calm{{}, true, nullptr};
    const QString path = m_folder.filePath(u"image-%1.db"_s.arg(person.profile));
    {
        SimClient client(
            {time, server, calm}, number, person, path, 100 + quint64(number), Listening::Off);
        client.open();
        client.store().write([&](Database& database) -> Result<ChangeSet> {
            SyncState(database).setDevice(client.ids().next());
            return ChangeSet{};
        });
        client.close();
        client.open();
        client.signIn(everyPassword);
        const auto plainly = [](const std::function<void()>& job) { job(); };
        time.run(5 * secondMs, plainly, [] { return false; });
        if (client.engine().status().activity != SyncActivity::Idle)
            qFatal("a profile of the image does not sync");
        client.close();
    }
    m_profiles[person.profile] = DatabaseFiles::read(path);
}

} // namespace homeroom::sim
