// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/executor.h"
#include "server/http/parked.h"
#include "server/routes/waitboard.h"
#include "server/rules/push.h"

#include <deque>
#include <mutex>

namespace homeroom {

/// Pushes on their way into the database. A commit waits for the disk, so those that came in
/// meanwhile go into the next one together; each is answered after the commit that it is in.
class PushQueue {
public:
    struct Parts {
        const Push& push;
        const Pull& pull;
        WaitBoard& waitBoard;
        Executor& writer; ///< runs the commits
        Executor& pages; ///< reads the pages that pushes wish for, while the next commit goes on
    };

    /// All parts outlive the queue.
    explicit PushQueue(const Parts& parts);
    /// Waits for what has been added.
    ~PushQueue();
    Q_DISABLE_COPY_MOVE(PushQueue)

    void add(PushWish wish, const Parked& parked);

private:
    struct Entry {
        PushWish wish{};
        Parked parked;
    };

    void commitNext();
    std::vector<Entry> takeNext();
    void answer(const Entry& entry, const Result<PushAnswer>& answer) const;
    void answerWithPage(const Entry& entry, PushResponse response) const;

    Parts m_parts;
    std::mutex m_mutex;
    std::deque<Entry> m_waiting{};
};

} // namespace homeroom
