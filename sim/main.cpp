// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/allocation.h"
#include "sim/campaign.h"
#include "sim/lastwords.h"
#include "sim/mutantnames.h"
#include "sim/options.h"
#include "sim/simimage.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace homeroom;
using namespace homeroom::sim;
using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;
/// From this many runs on an empty cell is a hole in the simulation, not bad luck.
constexpr qint64 enoughForCoverage = 600;

constexpr const char* usageText =
    "usage: homeroom-sim --seeds N [--from S]        N runs, the first of seed S\n"
    "       homeroom-sim --minutes M                 fresh seeds for M minutes\n"
    "       homeroom-sim --mutant NAME --seeds N [--from S]\n"
    "                                                breaks one rule; ends with 1 when it is "
    "noticed\n"
    "       --covered   an empty cell of the table is a failure\n"
    "       homeroom-sim --list-mutants\n"
    "       homeroom-sim --canary                    spoils one row; ends with 1 when it is found\n"
    "       to replay: --clients N --steps N --faults A,B --skip N,N --trace\n"
    "       --no-shrink leaves a failing run as long as it is\n";

void print(const QString& text)
{
    std::printf("%s\n", qPrintable(text));
    std::fflush(stdout);
}

void printFigures(const Campaign& campaign, qint64 milliseconds)
{
    print(campaign.coverage().table());
    print(u"%1 seeds run, %2 of them twice, %3 seeds/s"_s.arg(campaign.runs())
              .arg(campaign.repeated())
              .arg(double(campaign.runs()) * 1000.0 / double(std::max<qint64>(milliseconds, 1)), 0,
                  'f', 1));
}

/// Says which broken rule is meant: without it a replay would find nothing.
Report reportFor(const Options& options)
{
    return [mutant = options.mutant](const SeedPlan& plan, const Failure& failure) {
        print(u"%1 is broken: %2"_s.arg(failure.invariant, failure.text));
        print(u"replay: "_s + plan.replayLine()
            + (mutant.isEmpty() ? QString() : u" --mutant "_s + mutant));
    };
}

/// Runs seeds until `more` says no; exit code.
int runSeeds(const Options& options, const SimImage& image, quint64 from,
    const std::function<bool(qint64 runs, qint64 milliseconds)>& more)
{
    Campaign campaign(image, reportFor(options));
    campaign.setPrinting(options.printing);
    QElapsedTimer timer;
    timer.start();
    for (quint64 seed = from; more(campaign.runs(), timer.elapsed()); ++seed) {
        const SeedPlan plan = options.planOf(seed);
        setLastWords(
            u"the run was ended by a signal\nreplay: %1\n"_s.arg(plan.replayLine()).toUtf8());
        const auto failure = campaign.run(plan);
        if (!failure)
            continue;
        if (options.shrinking && options.mutant.isEmpty() && plan.skipped.empty())
            print(u"smaller: "_s + campaign.shrunk(plan, *failure).replayLine());
        printFigures(campaign, timer.elapsed());
        return 1;
    }
    printFigures(campaign, timer.elapsed());
    const bool isEnough = options.covered || campaign.runs() >= enoughForCoverage;
    if (isEnough && campaign.coverage().emptyCells() > 0) {
        print(u"%1 cells of the table are empty"_s.arg(campaign.coverage().emptyCells()));
        return 1;
    }
    return 0;
}

/// A run at whose end one value of one client is wrong: 1 where the oracle says so.
int runCanary(const SimImage& image)
{
    Campaign campaign(image, reportFor({}));
    SeedPlan plan = SeedPlan::fromSeed(1);
    plan.canary = true;
    const auto failure = campaign.run(plan);
    const bool isFound = failure && failure->text.contains(u"canary"_s);
    print(isFound ? u"the canary was found"_s : u"the canary was not found"_s);
    return isFound ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    // The order of Qt's hashes must not depend on the process.
    QHashSeed::setDeterministicGlobalSeed();
    keepFreedMemory();
    const QCoreApplication application(argc, argv);
    const auto options = Options::parse(QCoreApplication::arguments().mid(1));
    const auto mutant = options ? mutantFromName(options->mutant) : std::optional<Mutant>();
    if (!options || (!options->mutant.isEmpty() && !mutant)) {
        std::fputs(usageText, stderr);
        return wrongUsage;
    }
    if (options->listMutants) {
        print(mutantNames().join(u'\n'));
        return 0;
    }
    const SimImage image;
    if (options->canary)
        return runCanary(image);
    brokenRule = mutant.value_or(Mutant::None);
    if (options->minutes > 0) {
        const qint64 limit = options->minutes * minuteMs;
        const quint64 from = quint64(SystemClock().now());
        print(u"fresh seeds from %1"_s.arg(from));
        return runSeeds(*options, image, from,
            [limit](qint64, qint64 milliseconds) { return milliseconds < limit; });
    }
    return runSeeds(
        *options, image, options->from, [&](qint64 runs, qint64) { return runs < options->seeds; });
}
