// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookups.h"
#include "app/ctl/sessionrun.h"
#include "models/store/records.h"
#include "models/store/synccentrequery.h"

#include <QTextStream>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QString lineFromInput()
{
    QTextStream input(stdin);
    return input.readLine();
}

QJsonObject identity(const SessionAccount& account)
{
    return {{u"user"_s, account.userName},
        {u"role"_s, QString(Words<UserRole>::words[size_t(account.viewer.role)])},
        {u"server"_s, account.server}};
}

Result<AssignRequest> assignment(const CommandLine& line, Database& reader)
{
    AssignRequest request;
    const Result<User> to = userNamed(reader, line.option(u"to"_s));
    if (!to.ok())
        return to.error();
    request.to = to->id;
    for (const QString& word : line.words) {
        const Result<Customer> customer = customerNamed(reader, word);
        if (!customer.ok())
            return customer.error();
        request.items.push_back({customer->id, customer->owner});
    }
    return request;
}

void assignNow(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const Result<AssignRequest> request = assignment(line, profile.reader());
    if (!request.ok()) {
        finished(refused(request.error()));
        return;
    }
    profile.commands().assign(
        *request, [line, &profile, finished](const Result<AssignResponse>& reply) {
            if (!reply.ok()) {
                finished(complain(reply.error()));
                return;
            }
            const qint64 assigned = reply->assigned;
            SessionRun::start(
                profile, [line, finished, assigned](const Result<SyncReport>& report) {
                    // They are handed over, whether or not this profile knows it yet.
                    if (!report.ok())
                        complain(report.error());
                    print(line, {{u"assigned"_s, assigned}, {u"to"_s, line.option(u"to"_s)}});
                    finished(Done);
                });
        });
}

} // namespace

void login(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const QString server = line.option(u"server"_s);
    profile.transport().setServer(QUrl(server));
    if (!HttpTransport::isAllowed(QUrl(server))) {
        complain(u"The server's address must be https, or http on this machine."_s);
        finished(Usage);
        return;
    }
    profile.session().signIn(server, line.option(u"user"_s), lineFromInput(),
        [line, &profile, finished](const Result<void>& signedIn) {
            if (signedIn.ok()) {
                print(line, identity(profile.session().account()));
                finished(Done);
                return;
            }
            // A wrong password is a refusal; «not signed in» is for commands that need a session.
            if (signedIn.error().code == ErrorCode::Unauthorized) {
                complain(u"The name or the password is wrong."_s);
                finished(Failed);
                return;
            }
            finished(complain(signedIn.error()));
        });
}

void sync(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (line.has(u"watch"_s)) {
        watch(line, profile, finished);
        return;
    }
    if (line.has(u"for"_s)) {
        finished(misused(u"--for goes with --watch."_s));
        return;
    }
    SessionRun::start(profile, [line, &profile, finished](const Result<SyncReport>& report) {
        if (!report.ok()) {
            finished(complain(report.error()));
            return;
        }
        print(line,
            {{u"pushed"_s, report->pushed}, {u"pulled"_s, report->pulled},
                {u"conflicts"_s, linesToDecide(profile.reader())}, {u"cursor"_s, report->cursor}});
        finished(Done);
    });
}

void assign(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (!line.has(u"to"_s)) {
        finished(misused(u"Say --to USER."_s));
        return;
    }
    // Families made here must be known there before they can be handed over.
    SessionRun::start(profile, [line, &profile, finished](const Result<SyncReport>& report) {
        if (report.ok())
            assignNow(line, profile, finished);
        else
            finished(complain(report.error()));
    });
}

void status(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    QJsonObject answer = identity(profile.session().account());
    const Result<QJsonObject> read = profile.reader().read([&](Database& database) {
        QJsonObject records;
        for (const RecordKind kind : allRecordKinds())
            records.insert(recordType(kind).name, countRows(database, recordType(kind)));
        const OutboxCounts counts = Outbox(database).counts();
        const Milliseconds syncedAt = SyncState(database).syncedAt();
        answer.insert(u"asOf"_s, syncedAt > 0 ? QJsonValue(syncedAt) : QJsonValue());
        answer.insert(u"outbox"_s, counts.waiting);
        answer.insert(u"attention"_s, counts.attention);
        answer.insert(u"conflicts"_s, countToDecide(database));
        return records;
    });
    if (!read.ok()) {
        finished(complain(read.error()));
        return;
    }
    answer.insert(u"records"_s, *read);
    print(line, answer);
    finished(Done);
}

void check(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const Result<QStringList> problems = profile.reader().integrityProblems();
    if (!problems.ok()) {
        finished(complain(problems.error()));
        return;
    }
    print(line,
        {{u"ok"_s, problems->isEmpty()}, {u"problems"_s, QJsonArray::fromStringList(*problems)}});
    for (const QString& problem : *problems)
        complain(problem);
    finished(problems->isEmpty() ? Done : Failed);
}

} // namespace homeroom::ctl
