// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world.h"

#include "sim/seededbytes.h"
#include "sim/steps.h"
#include "sim/wirewords.h"

#include <QDir>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 requestsPerStep = 40;
constexpr qint64 requestsAtLeast = 4000;

QString runFolder(const SimImage& image)
{
    const QString folder = image.folder() + u"/run"_s;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    return folder;
}

QString preparedServer(const SimImage& image, const QString& folder)
{
    const QString path = folder + u"/server.db"_s;
    image.server().write(path);
    return path;
}

} // namespace

World::World(const SeedPlan& plan, const SimImage& image, Coverage& coverage, bool printing)
    : m_plan(plan), m_image(image), m_coverage(coverage), m_trace(printing),
      m_random(SimRandom(plan.seed).fork(2)), m_folder(runFolder(image)),
      m_server(m_time, preparedServer(image, m_folder), plan.seed),
      m_oracle(m_server, SimRandom(plan.seed).fork(4)),
      m_office(m_server, m_oracle, image, plan.seed + 5), m_desks(m_oracle),
      m_requestLimit(requestsAtLeast + requestsPerStep * plan.steps)
{
    seedRandomBytes(plan.seed);
    m_weather.faults = plan.faults;
    m_weather.trace = &m_trace;
    m_server.start();
    m_server.setWitness(&m_oracle);
    for (const SimImage::Family& family : image.families()) {
        m_families[family.root] = family.number;
        m_oracle.knowFamily(family.number, family.root);
    }
    std::vector<Person> people(image.people().begin() + 1, image.people().end());
    std::vector<Person> chosen{image.people().front()};
    while (int(chosen.size()) < plan.clients && !people.empty()) {
        const int at = m_random.below(int(people.size()));
        chosen.push_back(people[size_t(at)]);
        people.erase(people.begin() + at);
    }
    for (const Person& person : chosen) {
        const QString path = newPath();
        image.profile(person.profile).write(path);
        addClient(makeClient(person, path));
    }
}

World::~World()
{
    // The server first: a wait that it held is answered through the network of its client.
    m_server.disk().disarm();
    for (const auto& client : m_clients)
        client->disk().disarm();
    m_server.stop();
    m_server.setWitness(nullptr);
    m_clients.clear();
}

QString World::newPath()
{
    return m_folder + u"/client%1.db"_s.arg(m_files++);
}

std::unique_ptr<SimClient> World::makeClient(const Person& person, const QString& path)
{
    const int number = int(m_clients.size());
    const Listening listening = m_random.chance(0.25) ? Listening::Off : Listening::LongPoll;
    return std::make_unique<SimClient>(SimClient::Place{m_time, m_server, m_weather}, number,
        person, path, m_plan.seed * 31 + quint64(number), listening);
}

void World::addClient(std::unique_ptr<SimClient> client)
{
    SimClient* added = client.get();
    m_clients.push_back(std::move(client));
    QObject::connect(added, &SimClient::sessionEnded, added,
        [this, added](const QString& cursor) { m_ended[added->number()] = cursor; });
    QObject::connect(added, &SimClient::recordsChanged, added,
        [this, added] { m_changed.insert(added->number()); });
    guarded([&] { added->open(); });
}

std::optional<Failure> World::run()
{
    for (int step = 0; step < m_plan.steps && !m_oracle.failure(); ++step) {
        SimRandom random = SimRandom(m_plan.seed).fork(1000 + quint64(step));
        const int pace = random.below(100);
        pass(pace < 40      ? random.between(0, 60)
                : pace < 80 ? random.between(100, 3 * secondMs)
                : pace < 95 ? random.between(3 * secondMs, 20 * secondMs)
                            : random.between(20 * secondMs, 2 * minuteMs));
        if (!m_plan.skipped.contains(step) && !m_oracle.failure())
            doStep(step);
    }
    if (!m_oracle.failure())
        settle();
    return m_oracle.failure();
}

void World::doStep(int step)
{
    SimRandom random = SimRandom(m_plan.seed).fork(500000 + quint64(step));
    const Step& chosen = chooseStep(m_plan, random);
    m_trace.add(
        u"%1 step %2 %3"_s.arg(m_time.now()).arg(step).arg(QString::fromLatin1(chosen.name)));
    guarded([&] { chosen.run(*this, random); });
}

void World::pass(Milliseconds time)
{
    m_time.run(
        time, [this](const std::function<void()>& job) { guarded(job); },
        [this] { return bool(m_oracle.failure()); });
}

void World::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Killed&) {
        // Whose disk it was is looked up below.
    }
    afterJob();
}

void World::afterJob()
{
    noteFaults();
    qint64 requests = 0;
    for (size_t i = 0; i < m_clients.size(); ++i) {
        SimClient& client = *m_clients[i];
        requests += client.network().requests();
        if (client.network().takeLateRefresh())
            m_oracle.allowSignIn(client.person().name);
        if (client.disk().isDead())
            killClient(client);
        if (!client.isOpen())
            continue;
        if (m_changed.contains(client.number()))
            m_oracle.checkVisibleEdits(client);
        if (const auto ended = m_ended.find(client.number()); ended != m_ended.end()) {
            m_trace.add(u"%1 %2 synced"_s.arg(m_time.now()).arg(client.person().profile));
            m_oracle.checkAfterSession(client, ended->second);
        }
        m_oracle.checkSignIn(client);
    }
    m_changed.clear();
    m_ended.clear();
    if (requests > m_requestLimit)
        m_oracle.fail(u"I13"_s, u"%1 requests: somebody never stops asking"_s.arg(requests));
}

void World::noteFaults()
{
    for (const SimDisk::Harm harm : m_server.disk().takeMet())
        noteAll(harm == SimDisk::Harm::Kill   ? "server kill"
                : harm == SimDisk::Harm::Full ? "server disk full"
                                              : "server disk error");
    for (const auto& client : m_clients) {
        for (const Fault fault : client->network().takeMet())
            note(*client, qPrintable(faultName(fault)));
        for (const SimDisk::Harm harm : client->disk().takeMet()) {
            if (harm != SimDisk::Harm::Kill)
                note(*client,
                    harm == SimDisk::Harm::Full ? "client disk full" : "client disk error");
        }
    }
}

void World::noteAll(const char* event)
{
    for (const auto& client : m_clients)
        note(*client, event);
}

void World::killClient(SimClient& client)
{
    m_trace.add(u"%1 %2 is killed"_s.arg(m_time.now()).arg(client.person().profile));
    note(client, "client kill");
    m_changed.erase(client.number());
    m_ended.erase(client.number());
    client.kill();
    startClient(client);
}

void World::startClient(SimClient& client)
{
    m_desks.forget(client);
    client.open();
    m_oracle.checkStarted(client);
    m_oracle.checkVisibleEdits(client);
}

SimClient* World::openClient(SimRandom& random)
{
    SimClient& client = *m_clients[size_t(random.below(int(m_clients.size())))];
    return client.isOpen() ? &client : nullptr;
}

std::vector<SimClient*> World::clientsOf(const RecordId& user)
{
    std::vector<SimClient*> found;
    for (const auto& client : m_clients) {
        if (client->isOpen() && m_image.idOf(client->person().name) == user)
            found.push_back(client.get());
    }
    return found;
}

void World::note(SimClient& client, const char* event)
{
    if (!client.isOpen())
        return;
    ClientState state = ClientState::Offline;
    if (client.wantsPassword())
        state = ClientState::SignedOut;
    else if (client.engine().status().activity == SyncActivity::Idle)
        state = ClientState::Idle;
    else if (client.engine().status().activity == SyncActivity::Syncing)
        state =
            client.network().isBusyWith(route::push) ? ClientState::Pushing : ClientState::Pulling;
    m_coverage.note(state, QString::fromLatin1(event));
}

QString World::newWord(const RecordId& root)
{
    const auto family = m_families.find(root);
    return markOf(family == m_families.end() ? 0 : family->second, ++m_words);
}

QString World::newPhone(const RecordId& root)
{
    const auto family = m_families.find(root);
    return phoneOf(family == m_families.end() ? 0 : family->second, ++m_words);
}

void World::addFamily(const RecordId& root)
{
    m_families[root] = m_oracle.newFamily(root);
}

qint64 World::outboxTop(SimClient& client)
{
    const SimDisk::Quiet quiet(client.disk());
    Statement top = client.reader().statement(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'outbox'");
    return top.step() ? top.integer(0) : 0;
}

std::vector<QJsonObject> World::outboxSince(SimClient& client, qint64 number)
{
    const SimDisk::Quiet quiet(client.disk());
    std::vector<QJsonObject> mutations;
    Statement entries =
        client.reader().statement("SELECT mutation FROM outbox WHERE n > ?1 ORDER BY n");
    entries.bind(1, number);
    while (entries.step())
        mutations.push_back(entries.object(0));
    return mutations;
}

bool World::edit(SimClient& client, std::vector<Mutation> mutations, const RecordId& batch)
{
    const qint64 before = outboxTop(client);
    Edit edit;
    edit.label = u"step"_s;
    edit.mutations = std::move(mutations);
    edit.batch = batch;
    const Result<EditReceipt> receipt = client.store().apply(std::move(edit)).result();
    if (receipt.ok())
        m_oracle.committed(client, outboxSince(client, before));
    return receipt.ok();
}

void World::again(SimClient& client, bool redo)
{
    const qint64 before = outboxTop(client);
    std::vector<QJsonObject> gone = outboxSince(client, 0);
    const Result<EditReceipt> receipt =
        (redo ? client.store().redo() : client.store().undo()).result();
    if (!receipt.ok())
        return;
    m_oracle.committed(client, outboxSince(client, before));
    const std::vector<QJsonObject> left = outboxSince(client, 0);
    // A clock that jumped changes what stands in the queue, and takes nothing out of it.
    std::erase_if(gone, [&](const QJsonObject& mutation) {
        return std::ranges::any_of(left, [&](const QJsonObject& other) {
            return other.value("group"_L1) == mutation.value("group"_L1)
                && other.value("id"_L1) == mutation.value("id"_L1);
        });
    });
    m_oracle.withdrawn(client, gone);
}

} // namespace homeroom::sim
