// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/campaign.h"

#include "sim/interleaving.h"
#include "sim/world.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 repeatEvery = 100;
/// Chosen by this and not by its last digits, so that runs of several writers are among them.
bool isRepeated(quint64 seed)
{
    SimRandom random = SimRandom(seed).fork(7);
    return random.below(int(repeatEvery)) == 0;
}

/// The rest of the seeds: several writers in memory.
constexpr quint64 interleavedEvery = 8;
constexpr int mostTries = 150;

} // namespace

RunResult Campaign::once(const SeedPlan& plan, bool counting)
{
    if (plan.seed % interleavedEvery == interleavedEvery - 1) {
        Interleaving interleaving(plan, m_printing && counting);
        const RunResult result{interleaving.run(), interleaving.traceHash()};
        reportIn(plan, result, counting);
        return result;
    }
    Coverage coverage;
    World world(plan, m_image, coverage, m_printing && counting);
    // The trace of the whole run: one initializer is evaluated before the next.
    const RunResult result{world.run(), world.traceHash()};
    reportIn(plan, result, counting);
    if (counting)
        m_coverage.add(coverage);
    return result;
}

void Campaign::reportIn(const SeedPlan& plan, const RunResult& result, bool counting)
{
    if (counting && result.failure)
        m_report(plan, *result.failure);
}

std::optional<Failure> Campaign::run(const SeedPlan& plan)
{
    ++m_runs;
    const RunResult result = once(plan, true);
    if (result.failure || !isRepeated(plan.seed))
        return result.failure;
    ++m_repeated;
    if (once(plan, false).traceHash == result.traceHash)
        return std::nullopt;
    const Failure failure{u"determinism"_s, u"two runs of one seed differ"_s};
    m_report(plan, failure);
    return failure;
}

bool Campaign::stillFails(const SeedPlan& plan, const Failure& failure)
{
    if (++m_tries > mostTries)
        return false;
    const RunResult result = once(plan, false);
    return result.failure && result.failure->invariant == failure.invariant;
}

SeedPlan Campaign::shrunk(SeedPlan plan, const Failure& failure)
{
    m_tries = 0;
    for (int clients = 1; clients < plan.clients; ++clients) {
        SeedPlan fewer = plan;
        fewer.clients = clients;
        if (stillFails(fewer, failure))
            plan = fewer;
    }
    dropFaults(plan, failure);
    for (int steps = plan.steps / 2; steps > 0; steps /= 2) {
        SeedPlan shorter = plan;
        shorter.steps -= steps;
        while (shorter.steps > 0 && stillFails(shorter, failure)) {
            plan = shorter;
            shorter.steps -= steps;
        }
    }
    dropSteps(plan, failure);
    return plan;
}

void Campaign::dropFaults(SeedPlan& plan, const Failure& failure)
{
    for (const Fault fault : std::set<Fault>(plan.faults)) {
        SeedPlan calmer = plan;
        calmer.faults.erase(fault);
        if (stillFails(calmer, failure))
            plan = calmer;
    }
}

void Campaign::dropSteps(SeedPlan& plan, const Failure& failure)
{
    for (int size = std::max(1, plan.steps / 4); size > 0; size /= 2) {
        for (int from = 0; from < plan.steps; from += size) {
            SeedPlan sparser = plan;
            for (int step = from; step < std::min(plan.steps, from + size); ++step)
                sparser.skipped.insert(step);
            if (sparser.skipped != plan.skipped && stillFails(sparser, failure))
                plan = sparser;
        }
    }
}

} // namespace homeroom::sim
