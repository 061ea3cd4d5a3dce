// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/parked.h"
#include "server/rules/pull.h"

#include <QHash>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace homeroom {

/// The long polls that wait for news (sync.md section 3). A commit wakes only the viewers whose
/// scopes it touched. The first one after a calm is told at once, those that follow it together:
/// one person's burst of edits is two wake-ups for each colleague. Where hundreds wait for the same
/// news they are told in slices, so that other requests pass in between.
class WaitBoard {
public:
    explicit WaitBoard(const Pull& pull);
    ~WaitBoard();
    Q_DISABLE_COPY_MOVE(WaitBoard)

    /// Answers at once where the viewer's mark is another than `mark`, else when it changes.
    void wait(const Caller& caller, const QString& mark, const Parked& parked);
    /// A commit has changed this much of the world. The device that it came from, where there is
    /// one, is not woken by it: who has pushed pulls as the next thing.
    void committed(const Touched& touched, const RecordId& device = {});

private:
    struct Waiter {
        Caller caller{};
        QString mark{}; ///< that its client knows
        Parked parked;
    };

    /// What happened, by the device that it came from.
    using News = QHash<RecordId, Touched>;
    /// The devices that touched a viewer's world.
    using Authors = QSet<RecordId>;
    struct Answer {
        Parked parked;
        HttpResponse response;
    };

    void run();
    std::vector<Answer> answersTo(const News& news);
    void answerViewer(const RecordId& viewer, const Authors& authors, std::vector<Answer>& answers);
    void deliver(std::unique_lock<std::mutex>& locked, const std::vector<Answer>& answers);
    std::vector<Waiter> takeWaiters(const RecordId& viewer, const Authors& authors);
    void dropAnswered();

    const Pull& m_pull;
    std::mutex m_mutex;
    std::condition_variable m_news;
    QMultiHash<RecordId, Waiter> m_waiters{}; ///< by viewer
    News m_pending{};
    bool m_stopping = false;
    std::thread m_thread; ///< last: it uses all above
};

} // namespace homeroom
