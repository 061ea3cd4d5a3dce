// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"
#include "bench/serverimages.h"

#include <functional>

namespace homeroom::bench {

struct Benchmark {
    QString name;
    std::function<void(Report&)> run;
};

/// Every benchmark in the order of bench/README.md. The images outlive them.
std::vector<Benchmark> all(ServerImages& images);

} // namespace homeroom::bench
