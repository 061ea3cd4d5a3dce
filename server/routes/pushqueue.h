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
    /// `writer` runs the commits; both parts outlive the queue.
    PushQueue(const Push& push, WaitBoard& waitBoard, Executor& writer);
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

    const Push& m_push;
    WaitBoard& m_waitBoard;
    Executor& m_writer;
    std::mutex m_mutex;
    std::deque<Entry> m_waiting{};
};

} // namespace homeroom
