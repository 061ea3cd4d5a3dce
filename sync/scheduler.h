// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

class QTimer;

namespace homeroom {

/// Where waiting happens: the program's event loop, or a simulator's virtual time. Jobs run on the
/// caller's thread, never from inside `after`.
class Scheduler {
public:
    virtual ~Scheduler() = default;
    /// Runs the job once after the delay. The number cancels it; 0 is never given out.
    virtual quint64 after(Milliseconds delay, std::function<void()> job) = 0;
    /// Unknown and spent numbers are passed over.
    virtual void cancel(quint64 number) = 0;
};

class EventLoopScheduler final : public QObject, public Scheduler {
    Q_OBJECT

public:
    explicit EventLoopScheduler(QObject* parent = nullptr);
    ~EventLoopScheduler() override;
    quint64 after(Milliseconds delay, std::function<void()> job) override;
    void cancel(quint64 number) override;

private:
    std::map<quint64, std::unique_ptr<QTimer>> m_timers;
    quint64 m_last = 0;
};

} // namespace homeroom
