// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stdexcept>
#include <vector>

namespace homeroom::bench {

/// Why a benchmark has no figure to tell: a row was lost, or something answered with an error. The
/// program goes on with the next benchmark and ends with exit code 1.
class Failure : public std::runtime_error {
public:
    explicit Failure(const QString& sentence) : std::runtime_error(sentence.toStdString()) { }
};

/// Throws a Failure unless the condition holds. Never call it from inside an event handler.
void demand(bool condition, const QString& sentence);

/// One figure of a benchmark.
struct Figure {
    QString name{};
    double value = 0;
    QString unit{};
    /// Measured in the same run, so that figures compare as ratios on any machine; no name where a
    /// figure stands alone.
    QString referenceName{};
    double reference = 0;
    QString goal{}; ///< as people read it, of the value or the ratio; empty for none
};

/// Collects the figures of one benchmark and prints each as one JSON line.
class Report {
public:
    void line(const Figure& figure);
    void line(const QString& name, double value, const QString& unit,
        const QString& referenceName = {}, double reference = 0)
    {
        line(Figure{name, value, unit, referenceName, reference, {}});
    }
};

/// The given quantile (0 to 1) of samples, by nearest rank.
double quantile(std::vector<double> samples, double q);

} // namespace homeroom::bench
