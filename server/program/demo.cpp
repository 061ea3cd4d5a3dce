// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoorganisation.h"
#include "server/program/commands.h"
#include "server/rules/cohortdays.h"
#include "server/rules/seeding.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// False where the option is there and no number within the bounds.
template <typename Number>
bool readNumber(
    const CommandLine& line, const QString& name, Number lowest, Number highest, Number& target)
{
    if (!line.options.contains(name))
        return true;
    bool isNumber = false;
    const qulonglong number = line.options.value(name).toULongLong(&isNumber);
    target = Number(number);
    return isNumber && target >= lowest && target <= highest;
}

} // namespace

int demo(const CommandLine& line)
{
    DemoOptions options;
    const bool read = readNumber<qint64>(line, u"families"_s, 1, 200'000, options.families)
        && readNumber<quint64>(
            line, u"seed"_s, 0, std::numeric_limits<quint64>::max(), options.seed);
    if (!read || !line.words.isEmpty())
        return Usage;
    const auto site = Site::open(line.options.value(u"database"_s));
    if (!site.ok())
        return failed(site.error());
    options.now = (*site)->parts().clock.now();
    std::vector<DemoUser> users;
    const auto source = [&](const std::function<void(const RecordRow&)>& sink) {
        users = writeDemoOrganisation(options, sink);
        std::vector<SeedUser> seeds;
        for (const DemoUser& each : users)
            seeds.push_back({each.id, each.password});
        return seeds;
    };
    // The passwords are printed right below: a costly hash would protect nothing.
    const Result<void> seeded =
        seedOrganisation((*site)->parts(), u"Homeroom Demo"_s, source, PasswordCost::Minimal);
    if (!seeded.ok())
        return failed(seeded.error());
    const Result<CohortDaysReport> kept = CohortDays((*site)->parts()).run();
    if (!kept.ok())
        return failed(kept.error());
    print(QJsonDocument(demoUsersToJson(users)).toJson(QJsonDocument::Compact));
    return Done;
}

} // namespace homeroom
