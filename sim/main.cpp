// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world.h"

#include "models/values/mutants.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace homeroom;
using namespace homeroom::sim;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    quint64 from = argc > 1 ? quint64(atoll(argv[1])) : 1;
    int count = argc > 2 ? atoi(argv[2]) : 1;
    SimImage image;
    Coverage coverage;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        World world(SeedPlan::fromSeed(from + quint64(i)), image, coverage, argc > 3);
        const auto failure = world.run();
        if (failure)
            std::printf("%s: %s: %s\n", qPrintable(world.plan().replayLine()),
                qPrintable(failure->invariant), qPrintable(failure->text));
        if (count < 5) std::printf("hash %llx\n", world.traceHash());
    }
    std::printf("%s%.1f seeds/s\n", qPrintable(coverage.table()), count * 1000.0 / double(timer.elapsed()));
    return 0;
}
