// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace homeroom {

/// Where work runs. The program gives a thread of its own, tests and the simulator give theirs.
/// Jobs of one executor run one after another in the order they were posted.
class Executor {
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> job) = 0;
};

/// Runs each job at once on the caller's thread: the command line, tests, the simulator.
class InlineExecutor final : public Executor {
public:
    void post(std::function<void()> job) override { job(); }
};

} // namespace homeroom
