// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/commandlog.h"
#include "sim/contentlog.h"
#include "sim/guardedmodel.h"
#include "sim/mirror.h"
#include "sim/simclient.h"

namespace homeroom::sim {

/// An invariant that does not hold.
struct Failure {
    QString invariant{}; ///< as `I4`
    QString text{};
};

/// An edit that a person saw committed on their own machine.
struct LocalEdit {
    qint64 number = 0;
    QJsonObject mutation{};
    QJsonObject fields{}; ///< parts of it that no later edit of this client set again
    bool isVisibleDue = true; ///< must still be drawn
    /// A restored server has forgotten its outcome, and this client had let go of it.
    bool isForgotten = false;
    Stamp acked{}; ///< of the outcome that took it in; zero before
};

/// Watches one run from outside: what people commit, what travels, what the files hold. It knows
/// sync.md, not the code. Every check says which invariant it is about.
class Oracle final : public ServerWitness {
public:
    Oracle(SimServer& server, const SimRandom& random);

    // What happens.
    void committed(SimClient& client, const std::vector<QJsonObject>& mutations);
    /// An undo took them out of the queue.
    void withdrawn(SimClient& client, const std::vector<QJsonObject>& mutations);
    void pushing(const QByteArray& request) override;
    void pushFailed() override;
    void pushed(
        const Caller& caller, const QByteArray& request, const QByteArray& response) override;
    void pulled(const Caller& caller, const QByteArray& response) override;
    void commanding(const Caller& caller, const TransportRequest& request) override;
    void commanded(const TransportResponse* response) override;
    void serverStops() override;
    void sessionEnded(SimClient& client, const QString& cursor);
    void profileReplaced(SimClient& client, const SimClient& from);
    void wordsLost(SimClient& client, size_t edits);
    size_t editCount(const SimClient& client) { return m_edits[client.number()].size(); }

    /// What goes back with the server's database, and going back.
    struct Copy {
        GuardedModel guarded{};
        ContentLog content{};
        std::map<RecordId, RecordId> merged{};
        std::map<std::pair<RecordId, qint64>, QByteArray> outcomes{};
        std::map<QString, bool> answered{};
        CommandLog commands{};
        qint64 seq = 0;
        qint64 generation = 0;
        int starts = 0; ///< of the server, so far
    };
    Copy copy();
    void serverRestored(const Copy& copy, const std::vector<std::unique_ptr<SimClient>>& clients);

    /// A family's number and root, so that marks can be told apart.
    int newFamily(const RecordId& root);
    void knowFamily(int number, const RecordId& root) { m_families[number] = {root}; }
    const std::map<RecordId, RecordId>& mergedFamilies() const { return m_merged; }
    /// An acknowledged command and its key, to be asked again; null without one.
    KnownCommand* commandToRepeat(SimRandom& random, QByteArray& key);
    /// From now on the password may be asked for.
    void allowSignIn(const QString& user) { m_signInAllowed.insert(user); }

    // Checks; all note the first failure.
    void checkAfterSession(SimClient& client, const QString& cursor);
    void checkVisibleEdits(SimClient& client);
    void checkStarted(SimClient& client);
    void checkSignIn(SimClient& client);
    void checkAtRest(SimClient& client, bool isReachable);
    void checkServerAtRest();
    /// Whether the client has every family that its person sees, with its keeper, and no other.
    bool isUpToDate(SimClient& client);

    Mirror& mirror() { return m_mirror; }
    const std::optional<Failure>& failure() const { return m_failure; }
    void fail(const QString& invariant, const QString& text);
    qint64 checks() const { return m_checks; }

private:
    /// Two became one: words of either may stand in the other from now on.
    void mergedFamily(const RecordId& loser, const RecordId& winner);
    void separatedFamily(const RecordId& loser);
    AuditLines auditSince(qint64 number);
    void checkRepeated(KnownCommand& known, const RunningCommand& running,
        const TransportResponse* response, const AuditLines& lines);
    void checkDone(const KnownCommand& command);
    void checkNotedOnce(const RunningCommand& running, const AuditLines& lines);
    void checkCommandWords(const RunningCommand& running, const TransportResponse* response);
    void noteJoined(const RunningCommand& running, const AuditLines& lines);
    void checkCommandsAtRest();
    void noteExchange(const Caller& caller, const RecordId& device, const QJsonObject& mutation,
        const QJsonObject& outcome);
    void knowRows();
    void noteContent(
        const RecordId& device, const QJsonObject& mutation, const QJsonObject& outcome);
    RecordId takenOver(RecordId id) const;
    void noteMove(ContentEvent::What what, const RecordId& winner, const RecordId& loser);
    void checkGuardedAtRest();
    void noteChoice(const QJsonObject& mutation, const QJsonObject& outcome);
    void noteEcho(const RecordId& device, const QJsonObject& mutation, const QJsonObject& outcome);
    void checkGroups(const QJsonArray& mutations, const QJsonArray& outcomes);
    void checkRefusal(
        const Caller& caller, const QJsonObject& mutation, const QJsonObject& outcome);
    void compareRows(SimClient& client, const RecordId& user, const RowImages& expected);
    void checkRow(
        const SimClient& client, const RowImage& here, const RowImage& there, bool masked);
    void noteTimes(const RecordId& device, const QJsonObject& sent, const QJsonArray& outcomes);
    void checkTimes();
    void checkCards();
    void checkUnknownFields();
    void checkParents(const SimClient& client, const RowImages& rows);
    void checkLeftovers(SimClient& client, const RecordId& user);
    void forgetSeen(SimClient& client, const std::map<QString, bool>& answered);
    void checkEveryEditAnswered(SimClient& client);
    bool isElsewhere(const RecordId& id, const RecordId& root);
    bool isDrawn(SimClient& client, LocalEdit& edit);
    bool mayHoldPhone(const RecordId& user, int family) const;
    bool mayHold(const RecordId& user, int family);

    SimServer& m_server;
    SimRandom m_random;
    Mirror m_mirror;
    qint64 m_lastGeneration = 0; ///< when the server stopped
    GuardedModel m_guarded{};
    ContentLog m_content{};
    std::vector<std::pair<RecordId, QJsonObject>> m_arriving{}; ///< of a push not answered yet
    std::map<std::pair<RecordId, qint64>, QByteArray> m_outcomes{};
    CommandLog m_commands{};
    RunningCommand m_running{};
    QByteArray m_notFound{}; ///< the one answer about what is unknown or foreign
    std::map<QString, bool> m_answered{}; ///< identity of an edit → whether it was ever accepted
    std::map<int, std::vector<LocalEdit>> m_edits{}; ///< by client
    std::map<QString, RowImages> m_expected{}; ///< by the cursor that ends the session
    std::map<int, std::set<RecordId>> m_families{}; ///< where words of a family may stand
    std::map<RecordId, RecordId> m_merged{}; ///< loser → winner
    std::map<RecordId, QByteArray> m_unknownFields{}; ///< of rows that a newer program wrote
    struct Span {
        Milliseconds from;
        Milliseconds to;
    };
    std::map<Stamp, Span> m_times{}; ///< when what a commit took in can have been typed
    std::map<RecordId, Milliseconds> m_contacts{}; ///< by device: its queue was empty then
    std::set<QString> m_signInAllowed{};
    std::optional<Failure> m_failure{};
    qint64 m_lastEdit = 0;
    qint64 m_checks = 0;
};

} // namespace homeroom::sim
