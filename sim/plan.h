// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/simrandom.h"

#include <QString>

#include <optional>
#include <set>

namespace homeroom::sim {

/// What can go wrong in a run (sync.md section 9). Each seed enables some of them.
enum class Fault {
    RequestDropped,
    ResponseDropped, ///< after the commit
    Duplicate,
    Delay, ///< so that answers overtake each other, or come when nobody waits any more
    BodyCut,
    ProxyPage, ///< HTML with 200
    ServerError, ///< 5xx
    TooMany, ///< 429
    Unauthorized, ///< 401 in the middle
    ClientKill, ///< at a database write
    ServerKill,
    ClientDisk, ///< full, or an I/O error
    ServerDisk,
    ClockSteps, ///< of a client, up to 30 days
    ServerRestore, ///< from an earlier copy
    ProfileClone,
    ProfileRestore,
    Schema, ///< one side is newer for a while
    Offline,
    TinyPages, ///< so that the world changes in the middle of a session
};
constexpr int faultCount = int(Fault::TinyPages) + 1;

QString faultName(Fault fault);
std::optional<Fault> faultFromName(const QString& name);

/// Everything that decides about one run. Two runs of equal plans are equal.
struct SeedPlan {
    quint64 seed = 0;
    int clients = 2;
    int steps = 60;
    std::set<Fault> faults{};
    std::set<int> skipped{}; ///< steps left out
    bool canary = false; ///< one value of one client is wrong at the end

    static SeedPlan fromSeed(quint64 seed);
    bool has(Fault fault) const { return faults.contains(fault); }
    /// The options that make the program run exactly this.
    QString replayLine() const;
};

} // namespace homeroom::sim
