// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

void Report::line(const QString& name, double value, const QString& unit,
    const QString& referenceName, double reference)
{
    QJsonObject json{{u"name"_s, name}, {u"value"_s, value}, {u"unit"_s, unit}};
    if (!referenceName.isEmpty()) {
        json.insert(
            u"reference"_s, QJsonObject{{u"name"_s, referenceName}, {u"value"_s, reference}});
        if (reference > 0)
            json.insert(u"ratio"_s, value / reference);
    }
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double quantile(std::vector<double> samples, double q)
{
    if (samples.empty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const auto rank = size_t(std::ceil(q * double(samples.size())));
    return samples[std::clamp<size_t>(rank, 1, samples.size()) - 1];
}

} // namespace homeroom::bench
