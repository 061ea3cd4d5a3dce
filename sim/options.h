// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/plan.h"

#include <QStringList>

namespace homeroom::sim {

/// What the command line asks for.
struct Options {
    qint64 seeds = 0;
    quint64 from = 1;
    int minutes = 0;
    QString mutant{};
    bool listMutants = false;
    bool canary = false;
    bool covered = false; ///< an empty cell of the table is a failure
    bool printing = false; ///< the trace
    bool shrinking = true;
    std::optional<int> clients{};
    std::optional<int> steps{};
    std::optional<std::set<Fault>> faults{};
    std::set<int> skipped{};

    /// Nothing where the words make no sense.
    static std::optional<Options> parse(const QStringList& words);
    /// The plan of a seed with what was asked for otherwise.
    SeedPlan planOf(quint64 seed) const;
};

} // namespace homeroom::sim
