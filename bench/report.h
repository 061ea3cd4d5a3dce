// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace homeroom::bench {

/// Collects the figures of one benchmark and prints each as one JSON line.
class Report {
public:
    /// `reference` was measured in the same run, so that figures compare as ratios on any machine;
    /// leave its name empty where a figure stands alone.
    void line(const QString& name, double value, const QString& unit,
        const QString& referenceName = {}, double reference = 0);
};

/// The given quantile (0 to 1) of samples, by nearest rank.
double quantile(std::vector<double> samples, double q);

} // namespace homeroom::bench
