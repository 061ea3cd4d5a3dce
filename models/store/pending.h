// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/executor.h"

#include <QFuture>
#include <QMutex>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace homeroom {

/// Somebody who waits for an answer of another thread, and may be gone when it comes.
class Recipient {
public:
    explicit Recipient(QObject* context);
    ~Recipient();
    Recipient(const Recipient&) = delete;
    Recipient& operator=(const Recipient&) = delete;

    /// Runs `task` in the recipient's thread: here and now where that is this one, as its next
    /// event where not. Not at all when the recipient is gone, or goes before.
    void deliver(const std::function<void()>& task) const;

private:
    struct Watched {
        QMutex mutex{};
        QObject* context = nullptr;
    };

    std::shared_ptr<Watched> m_watched = std::make_shared<Watched>();
    QMetaObject::Connection m_end{};
};

/// An answer that an executor is working on. QFuture's own `then` does not allow that the object
/// which asked is destroyed before the answer is there (Qt 6.4).
template <typename Answer> class Pending {
public:
    Pending() = default;
    explicit Pending(QFuture<Answer> future) : m_future(std::move(future)) { }

    /// Waits for the answer. Not for threads that people look at.
    Answer result() const { return QFuture<Answer>(m_future).result(); }

    /// Calls `take(answer)` in the thread of `context`, unless that is destroyed before.
    template <typename Take> void then(QObject* context, Take take) const
    {
        const auto recipient = std::make_shared<Recipient>(context);
        const auto shared = std::make_shared<Take>(std::move(take));
        QFuture<Answer>(m_future).then(
            QtFuture::Launch::Sync, [recipient, shared](const Answer& answer) {
                recipient->deliver([shared, answer] { (*shared)(answer); });
            });
    }

private:
    QFuture<Answer> m_future{};
};

/// Runs `work` on the executor.
template <typename Work>
auto runOn(Executor& executor, Work work) -> Pending<std::invoke_result_t<Work>>
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    Pending<Answer> pending(promise->future());
    promise->start();
    executor.post([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return pending;
}

} // namespace homeroom
