// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/plan.h"

#include <QStringList>

#include <array>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char*, faultCount> faultNames{"request-dropped", "response-dropped",
    "duplicate", "delay", "body-cut", "proxy-page", "server-error", "too-many", "unauthorized",
    "client-kill", "server-kill", "client-disk", "server-disk", "clock-steps", "server-restore",
    "profile-clone", "profile-restore", "schema", "offline", "tiny-pages"};

constexpr double noFaultsAtAll = 0.1;
constexpr double longRun = 0.08;

} // namespace

QString faultName(Fault fault)
{
    return QString::fromLatin1(faultNames[size_t(fault)]);
}

std::optional<Fault> faultFromName(const QString& name)
{
    for (int i = 0; i < faultCount; ++i) {
        if (faultName(Fault(i)) == name)
            return Fault(i);
    }
    return std::nullopt;
}

SeedPlan SeedPlan::fromSeed(quint64 seed)
{
    SimRandom random = SimRandom(seed).fork(1);
    SeedPlan plan;
    plan.seed = seed;
    plan.clients = random.chance(0.7) ? int(random.between(2, 3)) : int(random.between(4, 6));
    plan.steps =
        random.chance(longRun) ? int(random.between(120, 300)) : int(random.between(60, 90));
    if (random.chance(noFaultsAtAll))
        return plan;
    const double share = double(random.between(1, 5)) / 10;
    for (int i = 0; i < faultCount; ++i) {
        if (random.chance(share))
            plan.faults.insert(Fault(i));
    }
    return plan;
}

QString SeedPlan::replayLine() const
{
    const SeedPlan whole = fromSeed(seed);
    QString line = u"homeroom-sim --seeds 1 --from %1"_s.arg(seed);
    if (clients != whole.clients)
        line += u" --clients %1"_s.arg(clients);
    if (steps != whole.steps)
        line += u" --steps %1"_s.arg(steps);
    if (faults != whole.faults) {
        QStringList names;
        for (const Fault fault : faults)
            names.append(faultName(fault));
        line += u" --faults %1"_s.arg(names.isEmpty() ? u"none"_s : names.join(u','));
    }
    if (!skipped.empty()) {
        QStringList numbers;
        for (const int step : skipped)
            numbers.append(QString::number(step));
        line += u" --skip %1"_s.arg(numbers.join(u','));
    }
    return line;
}

} // namespace homeroom::sim
