// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/coverage.h"
#include "sim/oracle.h"
#include "sim/plan.h"
#include "sim/simimage.h"

namespace homeroom::sim {

struct RunResult {
    std::optional<Failure> failure{};
    quint64 traceHash = 0;
};

/// Many runs: counts them, repeats some, and makes a failing one small.
class Campaign {
public:
    explicit Campaign(const SimImage& image) : m_image(image) { }

    /// One run; every hundredth is run twice and must leave the same trace.
    std::optional<Failure> run(const SeedPlan& plan);
    /// The same plan with fewer clients, faults and steps that still breaks the same invariant.
    SeedPlan shrunk(SeedPlan plan, const Failure& failure);

    const Coverage& coverage() const { return m_coverage; }
    qint64 runs() const { return m_runs; }
    qint64 repeated() const { return m_repeated; }
    void setPrinting(bool printing) { m_printing = printing; }

private:
    RunResult once(const SeedPlan& plan, bool counting);
    bool stillFails(const SeedPlan& plan, const Failure& failure);
    void dropFaults(SeedPlan& plan, const Failure& failure);
    void dropSteps(SeedPlan& plan, const Failure& failure);

    const SimImage& m_image;
    Coverage m_coverage{};
    qint64 m_runs = 0;
    qint64 m_repeated = 0;
    int m_tries = 0;
    bool m_printing = false;
};

} // namespace homeroom::sim
