// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

void demand(bool condition, const QString& sentence)
{
    if (!condition)
        throw Failure(sentence);
}

void Report::line(const Figure& figure)
{
    QJsonObject json{
        {u"name"_s, figure.name}, {u"value"_s, figure.value}, {u"unit"_s, figure.unit}};
    if (!figure.referenceName.isEmpty()) {
        json.insert(u"reference"_s,
            QJsonObject{{u"name"_s, figure.referenceName}, {u"value"_s, figure.reference}});
        if (figure.reference > 0)
            json.insert(u"ratio"_s, figure.value / figure.reference);
    }
    if (!figure.goal.isEmpty())
        json.insert(u"goal"_s, figure.goal);
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
