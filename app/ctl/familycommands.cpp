// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookups.h"
#include "app/ctl/sessionrun.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 listedAtMost = 10'000;

/// Syncs, so that this profile and the server mean the same families, then goes on.
void whenSynced(OpenProfile& profile, const Finished& finished, const std::function<void()>& next)
{
    SessionRun::start(profile, [finished, next](const Result<SyncReport>& report) {
        if (report.ok())
            next();
        else
            finished(complain(report.error()));
    });
}

/// The command is done, whether or not this profile hears of it at once.
void syncAndPrint(const CommandLine& line, OpenProfile& profile, const QJsonObject& answer,
    const Finished& finished)
{
    SessionRun::start(profile, [line, answer, finished](const Result<SyncReport>& report) {
        if (!report.ok())
            complain(report.error());
        print(line, answer);
        finished(Done);
    });
}

bool refuseSignedOut(OpenProfile& profile, const Finished& finished)
{
    if (profile.session().isSignedIn())
        return false;
    finished(complain(Error{ErrorCode::Unauthorized, u"not signed in"_s}));
    return true;
}

/// The answer of a command on families: prints how many under that name.
CommandClient::Answered<MovedResponse> counting(const CommandLine& line, OpenProfile& profile,
    const QString& name, const QJsonObject& rest, const Finished& finished)
{
    return [line, &profile, name, rest, finished](const Result<MovedResponse>& moved) {
        if (!moved.ok()) {
            finished(complain(moved.error()));
            return;
        }
        QJsonObject answer = rest;
        answer.insert(name, moved->moved);
        syncAndPrint(line, profile, answer, finished);
    };
}

struct Listing {
    CommandLine line{};
    PoolListRequest request{};
    qint64 wanted = 0;
    QJsonArray rows{};
};

void listPage(
    OpenProfile& profile, const std::shared_ptr<Listing>& listing, const Finished& finished)
{
    listing->request.limit =
        std::min<qint64>(maximumPoolRows, listing->wanted - listing->rows.size());
    profile.commands().poolList(
        listing->request, [&profile, listing, finished](const Result<PoolListResponse>& page) {
            if (!page.ok()) {
                finished(complain(page.error()));
                return;
            }
            for (const QJsonObject& family : page->families)
                listing->rows.append(family);
            listing->request.after = page->next;
            if (!page->next.isNull() && listing->rows.size() < listing->wanted) {
                listPage(profile, listing, finished);
                return;
            }
            const auto orNull = [](bool there, const QJsonValue& value) {
                return there ? value : QJsonValue();
            };
            print(listing->line,
                {{u"rows"_s, listing->rows}, {u"kept"_s, page->kept},
                    {u"cap"_s, orNull(page->cap >= 0, page->cap)},
                    {u"next"_s, orNull(!page->next.isNull(), page->next.toString())}});
            finished(Done);
        });
}

void listPool(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const auto listing = std::make_shared<Listing>();
    listing->line = line;
    bool number = true;
    listing->wanted = line.has(u"limit"_s) ? line.option(u"limit"_s).toLongLong(&number) : 50;
    listing->request.text = line.option(u"text"_s);
    listing->request.tier = line.option(u"tier"_s);
    if (!number || listing->wanted < 1 || listing->wanted > listedAtMost) {
        finished(misused(u"--limit is a number from 1 to %1."_s.arg(listedAtMost)));
        return;
    }
    if (!line.words.isEmpty()) {
        finished(misused(u"Say either --list or the families to claim."_s));
        return;
    }
    if (line.has(u"tier"_s)
        && std::ranges::find(Words<Tier>::words, listing->request.tier)
            == std::end(Words<Tier>::words)) {
        finished(misused(u"There is no tier %1."_s.arg(listing->request.tier)));
        return;
    }
    if (!refuseSignedOut(profile, finished))
        listPage(profile, listing, finished);
}

/// Both families of a merge, the first one stays.
Result<MergeRequest> mergeOf(const CommandLine& line, Database& reader)
{
    const Result<Customer> winner = customerNamed(reader, line.words[0]);
    if (!winner.ok())
        return winner.error();
    const Result<Customer> loser = customerNamed(reader, line.words[1]);
    if (!loser.ok())
        return loser.error();
    return MergeRequest{winner->id, loser->id, winner->owner, loser->owner};
}

QJsonObject contactsJson(const UnmaskResponse& contacts)
{
    QJsonArray guardians;
    for (const UnmaskResponse::Guardian& guardian : contacts.guardians)
        guardians.append(QJsonObject{{u"id"_s, guardian.id.toString()}, {u"name"_s, guardian.name},
            {u"phone"_s, guardian.phone}, {u"wechatId"_s, guardian.wechatId}});
    return {{u"customer"_s, contacts.customer.toString()}, {u"phone"_s, contacts.phone},
        {u"wechatId"_s, contacts.wechatId}, {u"address"_s, contacts.address},
        {u"guardians"_s, guardians}};
}

} // namespace

void claim(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (line.has(u"list"_s)) {
        listPool(line, profile, finished);
        return;
    }
    ClaimRequest request;
    for (const QString& word : line.words)
        request.customers.push_back(RecordId::fromString(word).value_or(RecordId()));
    const bool understood = std::ranges::none_of(request.customers, &RecordId::isNull);
    if (!understood || request.customers.empty()) {
        finished(misused(u"Say the ids of families in the pool; claim --list shows them."_s));
        return;
    }
    for (const QString& option : {u"text"_s, u"tier"_s, u"limit"_s}) {
        if (line.has(option)) {
            finished(misused(u"--%1 goes with --list."_s.arg(option)));
            return;
        }
    }
    if (!refuseSignedOut(profile, finished))
        profile.commands().claim(request, counting(line, profile, u"claimed"_s, {}, finished));
}

void returnToPool(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    whenSynced(profile, finished, [line, &profile, finished] {
        ReturnRequest request;
        for (const QString& word : line.words) {
            const Result<Customer> customer = customerNamed(profile.reader(), word);
            if (!customer.ok()) {
                finished(refused(customer.error()));
                return;
            }
            request.items.push_back({customer->id, customer->owner});
        }
        if (std::ranges::any_of(
                request.items, [](const auto& item) { return item.expectedOwner.isNull(); })) {
            finished(complain(Error{ErrorCode::Invalid, u"a family is in the pool already"_s}));
            return;
        }
        profile.commands().returnToPool(
            request, counting(line, profile, u"returned"_s, {}, finished));
    });
}

void merge(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    whenSynced(profile, finished, [line, &profile, finished] {
        const Result<MergeRequest> request = mergeOf(line, profile.reader());
        if (!request.ok()) {
            finished(refused(request.error()));
            return;
        }
        const QJsonObject rest{
            {u"winner"_s, request->winner.toString()}, {u"loser"_s, request->loser.toString()}};
        profile.commands().merge(*request, counting(line, profile, u"moved"_s, rest, finished));
    });
}

void unmerge(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    whenSynced(profile, finished, [line, &profile, finished] {
        const UnmergeRequest request{RecordId::fromString(line.words[0]).value_or(RecordId()),
            RecordId::fromString(line.words[1]).value_or(RecordId())};
        if (request.winner.isNull() || request.loser.isNull()) {
            finished(misused(u"Say the ids of both families, the one that stayed first."_s));
            return;
        }
        const QJsonObject rest{
            {u"winner"_s, request.winner.toString()}, {u"loser"_s, request.loser.toString()}};
        profile.commands().unmerge(request, counting(line, profile, u"moved"_s, rest, finished));
    });
}

void unmask(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const UnmaskRequest request{RecordId::fromString(line.words.first()).value_or(RecordId()),
        line.option(u"reason"_s).trimmed()};
    if (request.customer.isNull() || request.reason.isEmpty()) {
        finished(misused(u"Say the id of one family and --reason TEXT."_s));
        return;
    }
    if (refuseSignedOut(profile, finished))
        return;
    profile.commands().unmask(request, [line, finished](const Result<UnmaskResponse>& contacts) {
        if (!contacts.ok()) {
            finished(complain(contacts.error()));
            return;
        }
        print(line, contactsJson(*contacts));
        finished(Done);
    });
}

void moveUser(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (!line.has(u"to"_s)) {
        finished(misused(u"Say --to TEAM."_s));
        return;
    }
    whenSynced(profile, finished, [line, &profile, finished] {
        const Result<User> user = userNamed(profile.reader(), line.words.first());
        const Result<Team> team = teamNamed(profile.reader(), line.option(u"to"_s));
        if (!user.ok() || !team.ok()) {
            finished(refused(user.ok() ? team.error() : user.error()));
            return;
        }
        const QJsonObject answer{{u"user"_s, user->name}, {u"team"_s, team->name}};
        profile.commands().moveUser({user->id, team->id, user->team},
            [line, &profile, answer, finished](const Result<void>& moved) {
                if (moved.ok())
                    syncAndPrint(line, profile, answer, finished);
                else
                    finished(complain(moved.error()));
            });
    });
}

void deactivate(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    whenSynced(profile, finished, [line, &profile, finished] {
        const Result<User> user = userNamed(profile.reader(), line.words.first());
        if (!user.ok()) {
            finished(refused(user.error()));
            return;
        }
        const QJsonObject answer{{u"user"_s, user->name}, {u"active"_s, false}};
        profile.commands().deactivate(
            user->id, [line, &profile, answer, finished](const Result<void>& done) {
                if (done.ok())
                    syncAndPrint(line, profile, answer, finished);
                else
                    finished(complain(done.error()));
            });
    });
}

} // namespace homeroom::ctl
