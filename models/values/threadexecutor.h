// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/executor.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace homeroom {

/// One thread that runs jobs in order. Destruction lets the jobs already posted finish first.
class ThreadExecutor final : public Executor {
public:
    explicit ThreadExecutor(const QString& name);
    ~ThreadExecutor() override;
    void post(std::function<void()> job) override;

private:
    QThread m_thread;
    QObject* m_worker;
};

} // namespace homeroom
