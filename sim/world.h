// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/coverage.h"
#include "sim/desks.h"
#include "sim/office.h"
#include "sim/oracle.h"
#include "sim/plan.h"
#include "sim/simimage.h"
#include "sim/trace.h"

namespace homeroom::sim {

/// One run: a server, its clients, what happens to them, and the oracle that watches.
class World {
public:
    World(const SeedPlan& plan, const SimImage& image, Coverage& coverage, bool printing);
    ~World();

    /// The whole run; the failure, if there is one.
    std::optional<Failure> run();
    quint64 traceHash() const { return m_trace.hash(); }

    /// The server's database as it was at one time, and what the oracle knew then.
    struct Backup {
        DatabaseFiles files;
        Oracle::Copy known;
    };

    // For steps.
    const SeedPlan& plan() const { return m_plan; }
    const SimImage& image() const { return m_image; }
    SimServer& server() { return m_server; }
    Oracle& oracle() { return m_oracle; }
    Office& office() { return m_office; }
    Desks& desks() { return m_desks; }
    SimTime& time() { return m_time; }
    std::optional<Backup>& backup() { return m_backup; }
    std::vector<std::unique_ptr<SimClient>>& clients() { return m_clients; }
    /// A client whose program runs; null where none does.
    SimClient* openClient(SimRandom& random);
    std::vector<SimClient*> clientsOf(const RecordId& user);
    /// Runs something that a kill may end, and looks at what it did.
    void guarded(const std::function<void()>& work);
    /// Lets time pass.
    void pass(Milliseconds time);
    void startClient(SimClient& client);
    void killClient(SimClient& client);
    /// Commits an edit as a person would; tells the oracle when the person saw it committed.
    bool edit(SimClient& client, std::vector<Mutation> mutations, const RecordId& batch = {});
    /// As edit, for undo and redo.
    void again(SimClient& client, bool redo);
    /// Another text for this family, never used before.
    QString newWord(const RecordId& root);
    QString newPhone(const RecordId& root);
    int newNumber() { return ++m_words; }
    void addFamily(const RecordId& root);
    void say(const QString& line) { m_trace.add(line); }
    void note(SimClient& client, const char* event);
    /// Something that meets everybody.
    void noteAll(const char* event);
    void addClient(std::unique_ptr<SimClient> client);
    std::unique_ptr<SimClient> makeClient(const Person& person, const QString& path);
    QString newPath();

private:
    void doStep(int step);
    void afterJob();
    void noteFaults();
    void settle();
    void comeToRest();
    void checkWaking();
    void spoilOneRow();
    bool isAtRest();
    bool isReachable(SimClient& client);
    qint64 outboxTop(SimClient& client);
    std::vector<QJsonObject> outboxSince(SimClient& client, qint64 number);

    SeedPlan m_plan;
    const SimImage& m_image;
    Coverage& m_coverage;
    Trace m_trace;
    SimRandom m_random;
    NetworkWeather m_weather{};
    SimTime m_time{};
    QString m_folder;
    int m_files = 0;
    SimServer m_server;
    Oracle m_oracle;
    Office m_office;
    Desks m_desks;
    std::vector<std::unique_ptr<SimClient>> m_clients{};
    std::optional<Backup> m_backup{}; ///< the one that can be restored
    std::map<int, QString> m_ended{}; ///< client → cursor of a session that ended in this job
    std::set<int> m_changed{}; ///< clients with new rows in this job
    std::map<RecordId, int> m_families{};
    int m_words = 0;
    qint64 m_requestLimit;
};

} // namespace homeroom::sim
