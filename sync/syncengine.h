// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/pagesource.h"
#include "sync/syncplan.h"
#include "sync/syncstatus.h"
#include "sync/syncwork.h"

#include <QRandomGenerator>

namespace homeroom {

/// Whether the engine hangs on the server between sessions (the program) or not (command line).
enum class Listening { LongPoll, Off };

/// Keeps the profile and the server alike: pushes until the outbox is empty, pulls a session until
/// its last page, then waits for an edit here or a word from the server. One request of each kind
/// at a time. Pages are read on an executor of their own and rows written on the writer's;
/// everything else happens on the thread that made the engine.
class SyncEngine : public QObject {
    Q_OBJECT

public:
    /// Collaborators; all outlive the engine.
    struct Parts {
        RecordStore& store;
        Executor& writer; ///< the store's own
        Executor& reading; ///< for pages
        Session& session;
        Scheduler& scheduler;
        const Clock& clock;
        QRandomGenerator random; ///< for back-off and ids
        Listening listening = Listening::LongPoll;
    };

    explicit SyncEngine(const Parts& parts, QObject* parent = nullptr);
    /// Stops and waits for what the writer still does for it.
    ~SyncEngine() override;

    const SyncStatus& status() const { return m_status; }

    void start();
    /// Drops open requests. What was sent and not answered is sent again after the next start.
    void stop();
    /// At once, whatever the back-off says (F5).
    void syncNow();

Q_SIGNALS:
    void statusChanged(const homeroom::SyncStatus& status);
    /// A page is in the store, and its cursor with it.
    void pageApplied(const homeroom::PulledPage& page);
    void sessionEnded(const homeroom::SyncReport& report);
    /// The session could not end; another try follows unless the activity is SignInNeeded.
    void sessionFailed(const homeroom::Error& error);

private:
    template <typename Answer>
    void onWriter(std::function<Answer(Database&, ChangeSet&)> work,
        std::function<void(const Result<Answer>&)> done);
    void wake(Milliseconds delay);
    void begin();
    void pushNext();
    void sendPush(const PushWork& work);
    void pushAnswered(const std::optional<PullWork>& wish, const Reply<PushResponse>& reply);
    void pushSettled(const std::optional<PullWork>& wish, const QByteArray& page);
    void pullNext();
    PullRequest pullRequest(const PullWork& work) const;
    QString columns() const;
    void takePage(const PullWork& work);
    void absorb(const ArrivedPage& arrived);
    void pageAbsorbed(const Result<PulledPage>& page);
    void end(const PulledPage& page);
    void cutWal();
    void listen();
    void heard(const Reply<WaitResponse>& reply, const QString& asked, Milliseconds since);
    void fail(SyncStep step, const Error& error, int status, Milliseconds retryAfter);
    void retryLater(const Error& error, Milliseconds retryAfter);
    void needSignIn();
    void giveUp(const Error& error);
    void resync();
    void takeNewDevice(ErrorCode reason);
    void sendLess(const Error& error);
    void speakOlder(const Error& error, Milliseconds retryAfter);
    void askForLess(SyncStep step);
    void planRecount();
    void recount();
    void setActivity(SyncActivity activity);
    void announce();

    Parts m_parts;
    SyncClient m_client;
    PageSource m_pages;
    IdFactory m_ids;
    SyncStatus m_status{};
    SyncReport m_report{};
    QString m_mark{}; ///< of the last answer to a wait or the last session, whichever came later
    QString m_pulled{}; ///< mark of the last session that ended: nothing up to it is missing here
    QString m_heard{}; ///< mark that a wait answered during the running session
    quint64 m_epoch = 0; ///< answers to questions asked before a stop are dropped
    quint64 m_timer = 0;
    quint64 m_recount = 0; ///< timer
    bool m_running = false;
    bool m_again = false; ///< something came up while running
    bool m_listening = false;
    bool m_resynced = false; ///< in this session; twice would be a loop
    bool m_renewed = false; ///< the device's id, in this session
    bool m_queuedAgain = false; ///< a page of this session put edits back into the queue
    qsizetype m_pushLimit = maximumPushMutations;
    size_t m_lastSent = 0;
    bool m_oneGroupSent = false;
    ServerAge m_server = ServerAge::Current;
    qint64 m_rows = syncplan::firstRows;
    int m_attempt = 0;
};

template <typename Answer>
void SyncEngine::onWriter(std::function<Answer(Database&, ChangeSet&)> work,
    std::function<void(const Result<Answer>&)> done)
{
    const auto answer = std::make_shared<std::optional<Answer>>();
    const quint64 epoch = m_epoch;
    m_parts.store
        .write([answer, work = std::move(work)](Database& database) -> Result<ChangeSet> {
            ChangeSet changes{Origin::Remote, {}};
            *answer = work(database, changes);
            return changes;
        })
        .then(
            this, [this, answer, epoch, done = std::move(done)](const Result<ChangeSet>& written) {
                if (epoch != m_epoch)
                    return;
                done(written.ok() ? Result<Answer>(std::move(**answer))
                                  : Result<Answer>(written.error()));
            });
}

} // namespace homeroom
