// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/waitlist.h"

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
    /// one, is not woken by it.
    void committed(const Touched& touched, const RecordId& device = {});

private:
    void run();
    void deliver(
        std::unique_lock<std::mutex>& locked, const std::vector<WaitList::Answer>& answers);

    WaitList m_list;
    std::mutex m_mutex; ///< of the two below
    WaitNews m_pending{};
    bool m_stopping = false;
    std::condition_variable m_news;
    std::thread m_thread; ///< last: it uses all above
};

} // namespace homeroom
