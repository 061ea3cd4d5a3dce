// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/scheduler.h"

#include <QTimer>

namespace homeroom {

EventLoopScheduler::EventLoopScheduler(QObject* parent) : QObject(parent) { }

EventLoopScheduler::~EventLoopScheduler() = default;

quint64 EventLoopScheduler::after(Milliseconds delay, std::function<void()> job)
{
    const quint64 number = ++m_last;
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    connect(timer.get(), &QTimer::timeout, this, [this, number, job = std::move(job)] {
        // The timer holds this very lambda: it may go only after it has run.
        const auto held = m_timers.extract(number);
        held.mapped().release()->deleteLater();
        job();
    });
    timer->start(std::chrono::milliseconds(delay));
    m_timers.emplace(number, std::move(timer));
    return number;
}

void EventLoopScheduler::cancel(quint64 number)
{
    m_timers.erase(number);
}

} // namespace homeroom
