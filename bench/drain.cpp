// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/liveserver.h"
#include "bench/syncbench.h"
#include "models/store/records.h"

#include <QJsonDocument>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions oneTutor{.families = 500, .keepers = 1};
constexpr size_t renamed = 20; ///< families that the lead renames, too
constexpr Milliseconds away = 14 * dayMs;

Mutation rename(const RecordId& family, const QString& name)
{
    return Change<Customer>(Id<Customer>(family), family).set(&Customer::name, name).mutation();
}

QString tutorsName(size_t number)
{
    return u"离线 %1"_s.arg(number);
}

QString step(size_t number)
{
    return u"下周回访 %1"_s.arg(number);
}

QString city(size_t number)
{
    return u"城市 %1"_s.arg(number);
}

/// Two edits of each family, names of some, and notes up to 2,000: what a person does in two weeks.
std::vector<Mutation> edits(const std::vector<RecordId>& families, IdFactory& ids)
{
    constexpr size_t count = 2000;
    std::vector<Mutation> all;
    for (size_t i = 0; i < families.size(); ++i) {
        const Id<Customer> id(families[i]);
        all.push_back(Change<Customer>(id, id).set(&Customer::nextStep, step(i)).mutation());
        FollowUp note{.id = Id<FollowUp>(ids.next()), .customer = id, .text = step(i)};
        note.happenedAt = 1;
        all.push_back(createMutation(note));
        all.push_back(Change<Customer>(id, id).set(&Customer::city, city(i)).mutation());
    }
    for (size_t i = 0; i < renamed; ++i)
        all.push_back(rename(families[i], tutorsName(i)));
    for (size_t i = all.size(); i < count; ++i) {
        const Id<Customer> id(families[i % families.size()]);
        FollowUp note{.id = Id<FollowUp>(ids.next()), .customer = id, .text = step(i)};
        note.happenedAt = 1;
        all.push_back(createMutation(note));
    }
    return all;
}

void applyAll(BenchClient& client, const std::vector<Mutation>& mutations)
{
    std::vector<Pending<Result<EditReceipt>>> receipts;
    for (const Mutation& mutation : mutations) {
        Edit edit;
        edit.mutations = {mutation};
        receipts.push_back(client.store().apply(std::move(edit)));
    }
    for (Pending<Result<EditReceipt>>& receipt : receipts)
        demand(receipt.result().ok(), u"an edit was refused"_s);
}

/// Edits that are neither on the other client nor in a conflict there.
qint64 lost(
    BenchClient& other, const std::vector<RecordId>& families, const std::vector<Mutation>& all)
{
    qint64 missing = 0;
    for (const Mutation& mutation : all) {
        if (mutation.operation == Operation::Create
            && !findRecord<FollowUp>(other.reader(), mutation.id))
            ++missing;
    }
    QHash<RecordId, QString> conflicts;
    for (const Conflict& conflict : listRecords<Conflict>(other.reader()))
        conflicts[conflict.customer] +=
            QString::fromUtf8(QJsonDocument(conflict.values).toJson(QJsonDocument::Compact));
    for (size_t i = 0; i < families.size(); ++i) {
        const auto row = findRecord<Customer>(other.reader(), families[i]);
        demand(row.has_value(), u"a family is gone"_s);
        missing += row->nextStep != step(i);
        missing += row->city != city(i);
        if (i < renamed)
            missing +=
                row->name != tutorsName(i) && !conflicts.value(families[i]).contains(tutorsName(i));
    }
    return missing;
}

} // namespace

void benchDrain(Report& report, ServerImages& images)
{
    LiveServer server(images.image(oneTutor));
    const std::vector<RecordId>& families = server.image().familiesOf(u"tutor01"_s);
    BenchClient tutor(server.url());
    BenchClient lead(server.url());
    tutor.signIn(server.image().user(u"tutor01"_s));
    lead.signIn(server.image().user(u"lead1"_s));
    tutor.firstSession();
    lead.firstSession();
    tutor.engine().stop();
    tutor.clock().shift(-away);
    const std::vector<Mutation> all = edits(families, tutor.ids());
    QElapsedTimer typing;
    typing.start();
    applyAll(tutor, all);
    const double typed = double(typing.nsecsElapsed()) / 1e6;
    std::vector<Mutation> names;
    for (size_t i = 0; i < renamed; ++i)
        names.push_back(rename(families[i], u"组长改 %1"_s.arg(i)));
    applyAll(lead, names);
    lead.settle();

    tutor.clock().shift(0);
    const double drained = tutor.firstSession();
    tutor.settle();
    lead.engine().syncNow();
    waitUntil(u"the conflicts"_s,
        [&] { return lead.countRows(RecordKind::Conflict) >= qint64(renamed); });
    lead.settle();
    demand(tutor.engine().status().counts.attention == 0, u"the server refused edits"_s);
    const qint64 gone = lost(lead, families, all);
    report.line(
        {u"drain_2000"_s, drained, u"ms"_s, u"commits_on_the_client"_s, typed, u"<= 5000"_s});
    report.line({u"drain_2000_lost"_s, double(gone), u"edits"_s, {}, 0, u"0"_s});
    demand(gone == 0, u"edits were lost"_s);
    lead.engine().stop();
    tutor.engine().stop();
    server.stopAndCheck();
}

} // namespace homeroom::bench
