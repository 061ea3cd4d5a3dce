// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoorganisation.h"

#include "server/demo/demofamily.h"

#include <QJsonArray>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// 2026-03-18 15:40 in Shanghai, a Wednesday in the middle of a tutor's day.
constexpr Milliseconds imageTime = 1'773'819'600'000;

constexpr QStringView teamTasks[] = {
    u"核对今晚 D3 到课名单", u"整理开营以来的优秀作业", u"更新 D5 直播邀约话术"};

/// Work of a team that belongs to no family.
void writeTeamTasks(const DemoCatalogue& catalogue, const DemoCalendar& calendar, quint64 seed,
    const std::function<void(const RecordRow&)>& sink)
{
    DemoRandom random(seed ^ quint64(std::size(teamTasks)));
    for (size_t team = 0; team < catalogue.teams.size(); ++team) {
        qint64 day = -1;
        for (const QStringView text : teamTasks) {
            Task task;
            task.id = Id<Task>(random.id(calendar.at(-3, 10 * 60)));
            task.team = catalogue.teams[team];
            task.assignee = catalogue.leads[team];
            task.text = text.toString();
            task.dueAt = calendar.at(day++, 18 * 60);
            sink(toRow(task));
        }
    }
}

} // namespace

std::vector<DemoUser> writeDemoOrganisation(
    const DemoOptions& options, const std::function<void(const RecordRow&)>& sink)
{
    const DemoCalendar calendar(options.now, options.zone);
    const DemoCatalogue catalogue = makeDemoCatalogue(calendar, options.seed);
    for (const RecordRow& row : catalogue.rows)
        sink(row);
    writeTeamTasks(catalogue, calendar, options.seed, sink);
    for (qint64 place = 0; place < options.families; ++place)
        makeDemoFamily(catalogue, calendar, place, options.families, options.seed).write(sink);
    return catalogue.users;
}

DemoOrganisation makeDemoOrganisation(const DemoOptions& options)
{
    DemoOrganisation organisation;
    organisation.users = writeDemoOrganisation(
        options, [&](const RecordRow& row) { organisation.rows.push_back(row); });
    return organisation;
}

QJsonObject demoUsersToJson(const std::vector<DemoUser>& users)
{
    QJsonArray list;
    for (const DemoUser& user : users) {
        list.append(QJsonObject{{u"name"_s, user.name}, {u"password"_s, user.password},
            {u"role"_s, QString(Words<UserRole>::words[size_t(user.role)])},
            {u"team"_s, user.team}});
    }
    return {{u"users"_s, list}};
}

DemoOrganisation makeDemoImage(qint64 families)
{
    DemoOptions options;
    options.families = families;
    options.now = imageTime;
    return makeDemoOrganisation(options);
}

} // namespace homeroom
