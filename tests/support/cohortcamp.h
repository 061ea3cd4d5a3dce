// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/cohortcalendar.h"
#include "server/rules/cohortdays.h"
#include "server/rules/recordwriter.h"
#include "tests/support/cohortworld.h"
#include "tests/support/randomseed.h"
#include "tests/support/serverfixture.h"

#include <QJsonDocument>

namespace homeroom::test {

using namespace Qt::StringLiterals;

/// A camp on a server whose clock stands where the test wants it.
struct CohortCamp {
    explicit CohortCamp(int families = 40, int moreTutors = 0, quint32 seed = randomSeed())
        : world(seed, keepers(moreTutors), families),
          calendar(world.cohort, QTimeZone("Asia/Shanghai"))
    {
        writeAll(world.rows());
        toDay(CohortCalendar::firstDay - 1);
    }

    /// In one transaction: a durable commit for each row would be most of the test's time.
    void writeAll(const std::vector<RecordRow>& rows)
    {
        const Caller system = systemCaller();
        const RulePolicy policy;
        const Result<void> written =
            server.storage->write([&](WriteTransaction& transaction) -> Result<void> {
                WriteContext context(transaction, system, server.clock.now(), policy, server.ids);
                context.takeStamp();
                for (const RecordRow& row : rows) {
                    const auto before = transaction.findRecord(row.kind, row.id);
                    writeRecord(context, {row, {}}, before ? &before->row : nullptr, {});
                }
                return {};
            });
        if (!written.ok())
            qFatal("%s", qPrintable(written.error().detail));
    }

    std::vector<CohortWorld::Keeper> keepers(int moreTutors)
    {
        std::vector<CohortWorld::Keeper> all;
        QStringList names{u"a1"_s, u"a2"_s, u"b1"_s};
        for (int i = 0; i < moreTutors; ++i) {
            names.append(u"more%1"_s.arg(i));
            server.addUser(names.back(), UserRole::Tutor, u"B"_s);
        }
        for (const QString& name : names)
            all.push_back({server.idOf(name), server.teamOf(name)});
        return all;
    }

    /// To noon of the cohort day.
    void toDay(qint64 day) { server.clock.set(calendar.endOf(day) + 1 - 12 * hourMs); }

    CohortDaysReport run(const std::function<bool()>& goesOn = {})
    {
        const Result<CohortDaysReport> report = CohortDays(server.parts()).run(goesOn);
        if (!report.ok())
            qFatal("%s", qPrintable(report.error().detail));
        return *report;
    }

    std::vector<CohortDay> rows()
    {
        std::vector<CohortDay> all;
        for (const RecordRow& row : stored())
            all.push_back(fromRow<CohortDay>(row));
        return all;
    }
    std::vector<RecordRow> stored()
    {
        return *server.storage->read(
            [](ReadTransaction& transaction) -> Result<std::vector<RecordRow>> {
                return transaction.records(RecordKind::CohortDay);
            });
    }

    CohortNumbers expected(const CohortDay& row, Milliseconds asOf)
    {
        return world.plainNumbers(asOf, [&](const Enrollment& enrollment, const Customer& family) {
            const CohortWorld::Keeper keeper = world.keeperOf(enrollment, family);
            return (row.user.isNull() || row.user == keeper.user)
                && (row.team.isNull() || row.team == keeper.team);
        });
    }

    /// The rows whose numbers are not those of the plain loops.
    QStringList wrong()
    {
        QStringList found;
        for (const CohortDay& row : rows()) {
            const QJsonObject plain = expected(row, row.asOf).toJson();
            if (row.numbers != plain)
                found.append(u"D%1 %2/%3: %4"_s.arg(row.day).arg(row.user.toString(),
                    row.team.toString(), QString::fromUtf8(QJsonDocument(row.numbers).toJson())));
        }
        return found;
    }

    /// One more friend, of a family with one child.
    void befriend()
    {
        for (const Enrollment& enrollment : world.enrollments) {
            const bool counts = enrollment.cohort == world.cohort.id && enrollment.counted
                && enrollment.joinedAt <= calendar.endOf(-3);
            const bool only =
                std::ranges::count(world.enrollments, enrollment.customer, &Enrollment::customer)
                == 1;
            Customer& family =
                *std::ranges::find(world.customers, enrollment.customer, &Customer::id);
            const bool isFriend =
                family.friendAddedAt && *family.friendAddedAt <= calendar.endOf(6);
            if (!counts || !only || isFriend)
                continue;
            family.friendAddedAt = calendar.endOf(-4);
            server.write(toRow(family));
            return;
        }
        qFatal("everybody is a friend");
    }

    CohortDay organisationOn(qint64 day)
    {
        for (const CohortDay& row : rows()) {
            if (row.day == day && row.user.isNull() && row.team.isNull())
                return row;
        }
        return {};
    }

    ServerFixture server{};
    CohortWorld world;
    CohortCalendar calendar;
};

} // namespace homeroom::test
