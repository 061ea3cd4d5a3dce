// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/store/records.h"
#include "models/store/taskquery.h"
#include "models/store/todayquery.h"
#include "models/store/viewquery.h"
#include "sync/organisationzone.h"

#include <algorithm>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFamilies = 5000;
constexpr int mostDays = 366;

QJsonValue idOrNull(const RecordId& id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<Milliseconds>& time)
{
    return time ? QJsonValue(*time) : QJsonValue();
}

QJsonObject whyRow(const TodayWhy& why)
{
    return {{u"reason"_s, QString(Words<TodayReason>::words[size_t(why.reason)])},
        {u"at"_s, why.at}, {u"number"_s, why.number == 0 ? QJsonValue() : QJsonValue(why.number)}};
}

QJsonObject familyRow(const TodayFamily& family)
{
    QJsonObject row = whyRow(family.reasons.front());
    row.insert(u"customer"_s, family.customer.toString());
    row.insert(u"name"_s, textOrNull(family.name));
    QJsonArray reasons;
    for (const TodayWhy& why : family.reasons)
        reasons.append(whyRow(why));
    row.insert(u"reasons"_s, reasons);
    return row;
}

QJsonObject customerRow(const Customer& customer)
{
    const auto word = [](auto value) {
        return QString(Words<decltype(value)>::words[size_t(value)]);
    };
    return {{u"customer"_s, customer.id.toString()}, {u"name"_s, textOrNull(customer.name)},
        {u"tier"_s, word(customer.tier)}, {u"intention"_s, word(customer.intention)},
        {u"nextStep"_s, textOrNull(customer.nextStep)},
        {u"nextStepAt"_s, timeOrNull(customer.nextStepAt)},
        {u"lastContactAt"_s, timeOrNull(customer.lastContactAt)},
        {u"owner"_s, idOrNull(customer.owner)}};
}

QJsonObject taskRow(const TaskLine& line)
{
    const Task& task = line.task;
    return {{u"id"_s, task.id.toString()}, {u"customer"_s, idOrNull(task.customer)},
        {u"name"_s, textOrNull(line.family)}, {u"text"_s, task.text},
        {u"dueAt"_s, timeOrNull(task.dueAt)}, {u"at"_s, timeOrNull(wantedAt(task))},
        {u"repeat"_s, textOrNull(task.repeat)}, {u"rule"_s, textOrNull(task.rule)},
        {u"assignee"_s, idOrNull(task.assignee)}, {u"author"_s, idOrNull(task.author)}};
}

ChipMoment momentOf(OpenProfile& profile)
{
    return {profile.clock().now(), organisationZone(profile.session().account().timeZone)};
}

/// The number of an option from 1 to `most`; `standard` without it, nothing for anything else.
std::optional<int> numberOption(
    const CommandLine& line, const QString& name, int standard, int most)
{
    if (!line.has(name))
        return standard;
    bool ok = false;
    const int number = line.option(name).toInt(&ok);
    if (ok && number >= 1 && number <= most)
        return number;
    complain(u"--%1 takes a number from 1 to %2."_s.arg(name).arg(most));
    return std::nullopt;
}

template <typename Rows, typename Row>
void printRows(const CommandLine& line, const Result<Rows>& read, Row row, const Finished& finished)
{
    if (!read.ok())
        return finished(complain(read.error()));
    QJsonArray rows;
    for (const auto& each : *read)
        rows.append(row(each));
    print(line, {{u"rows"_s, rows}});
    finished(Done);
}

} // namespace

void today(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const std::optional<int> limit = numberOption(line, u"limit"_s, familiesOfToday, mostFamilies);
    if (!limit)
        return finished(Usage);
    const ChipMoment moment = momentOf(profile);
    const auto read = profile.reader().read([&](Database& database) {
        return readToday(database, chipMasks(database, moment), moment, {*limit, false}).families;
    });
    printRows(line, read, familyRow, finished);
}

void tasks(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const std::optional<int> days = numberOption(line, u"days"_s, 1, mostDays);
    if (!days)
        return finished(Usage);
    const Milliseconds until = momentOf(profile).dayStart(*days);
    const auto read = profile.reader().read([&](Database& database) {
        return readTasks(database, profile.session().account().viewer, {until, mostFamilies});
    });
    printRows(line, read, taskRow, finished);
}

namespace {

/// The view of that name, one's own before the team's; nothing where there is none.
std::optional<SavedView> viewNamed(Database& database, const QString& name, const Viewer& viewer)
{
    std::vector<SavedView> views = listRecords<SavedView>(
        database, "name = ?1 ORDER BY rank, id", [&](Statement& query) { query.bind(1, name); });
    std::erase_if(views, [&](const SavedView& view) {
        return view.team.isNull() ? view.user != viewer.user : RecordId(view.team) != viewer.team;
    });
    std::ranges::stable_partition(views, [&](const SavedView& view) { return view.team.isNull(); });
    return views.empty() ? std::nullopt : std::optional(views.front());
}

Result<std::vector<Customer>> customersOfView(
    Database& database, const QString& name, const Viewer& viewer, const ChipMoment& moment)
{
    const std::optional<SavedView> view = viewNamed(database, name, viewer);
    if (!view)
        return Error{ErrorCode::NotFound, u"there is no view of that name"_s};
    PinyinWriter pinyin;
    const Result<std::vector<RecordId>> families = familiesOfView(
        database, view->definition, listRecords<CustomField>(database, "1"), moment, pinyin);
    if (!families.ok())
        return families.error();
    std::vector<Customer> customers;
    for (const RecordId& family : *families) {
        if (auto customer = findRecord<Customer>(database, family))
            customers.push_back(std::move(*customer));
    }
    return customers;
}

} // namespace

void view(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const std::optional<int> limit = numberOption(line, u"limit"_s, mostFamilies, mostFamilies);
    if (!limit)
        return finished(Usage);
    Result<std::vector<Customer>> read = profile.reader().read([&](Database& database) {
        return customersOfView(
            database, line.words.first(), profile.session().account().viewer, momentOf(profile));
    });
    if (read.ok() && read->size() > size_t(*limit))
        read->resize(size_t(*limit));
    printRows(line, read, customerRow, finished);
}

} // namespace homeroom::ctl
