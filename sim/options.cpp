// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/options.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

bool readFaults(const QString& value, Options& options)
{
    options.faults.emplace();
    for (const QString& name : value.split(u',')) {
        const auto fault = faultFromName(name);
        if (fault)
            options.faults->insert(*fault);
        else if (name != u"none"_s)
            return false;
    }
    return true;
}

bool readSkipped(const QString& value, Options& options)
{
    for (const QString& number : value.split(u',')) {
        bool ok = false;
        options.skipped.insert(number.toInt(&ok));
        if (!ok)
            return false;
    }
    return true;
}

bool readNumber(const QString& name, const QString& value, Options& options)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok || number < 0)
        return false;
    if (name == u"--seeds"_s)
        options.seeds = number;
    else if (name == u"--from"_s)
        options.from = quint64(number);
    else if (name == u"--minutes"_s)
        options.minutes = int(number);
    else if (name == u"--clients"_s)
        options.clients = int(number);
    else if (name == u"--steps"_s)
        options.steps = int(number);
    else
        return false;
    return true;
}

bool readValue(const QString& name, const QString& value, Options& options)
{
    if (name == u"--mutant"_s) {
        options.mutant = value;
        return true;
    }
    if (name == u"--faults"_s)
        return readFaults(value, options);
    if (name == u"--skip"_s)
        return readSkipped(value, options);
    return readNumber(name, value, options);
}

} // namespace

std::optional<Options> Options::parse(const QStringList& words)
{
    Options options;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == u"--list-mutants"_s)
            options.listMutants = true;
        else if (words[i] == u"--canary"_s)
            options.canary = true;
        else if (words[i] == u"--covered"_s)
            options.covered = true;
        else if (words[i] == u"--trace"_s)
            options.printing = true;
        else if (words[i] == u"--no-shrink"_s)
            options.shrinking = false;
        else if (i + 1 == words.size() || !readValue(words[i], words[i + 1], options))
            return std::nullopt;
        else
            ++i;
    }
    const bool asks =
        options.listMutants || options.canary || options.seeds > 0 || options.minutes > 0;
    return asks ? std::optional(options) : std::nullopt;
}

SeedPlan Options::planOf(quint64 seed) const
{
    SeedPlan plan = SeedPlan::fromSeed(seed);
    plan.clients = clients.value_or(plan.clients);
    plan.steps = steps.value_or(plan.steps);
    plan.faults = faults.value_or(plan.faults);
    plan.skipped = skipped;
    return plan;
}

} // namespace homeroom::sim
