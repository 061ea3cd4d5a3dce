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

/// Is told of a failing run while its world still stands: nothing that goes wrong when that ends
/// can take the replay line along.
using Report = std::function<void(const SeedPlan& plan, const Failure& failure)>;

/// Many runs: counts them, repeats some, and makes a failing one small.
class Campaign {
public:
    Campaign(const SimImage& image, Report report) : m_image(image), m_report(std::move(report))
    {
        m_coverage.expectAll();
    }

    /// One run; about every hundredth is run twice and must leave the same trace.
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
    void reportIn(const SeedPlan& plan, const RunResult& result, bool counting);
    void dropFaults(SeedPlan& plan, const Failure& failure);
    void dropSteps(SeedPlan& plan, const Failure& failure);

    const SimImage& m_image;
    Report m_report;
    Coverage m_coverage{};
    qint64 m_runs = 0;
    qint64 m_repeated = 0;
    int m_tries = 0;
    bool m_printing = false;
};

} // namespace homeroom::sim
