// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverhistory.h"
#include "sync/protocol/codec.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A family of tutor a1 in team A, and what the history says of it.
class ToldFamily {
public:
    ToldFamily() : tutor(server.device(u"a1"_s)), lead(server.device(u"leadA"_s))
    {
        id = server.family(tutor, u"Li"_s);
        base = server.stamp();
    }

    template <typename Member, typename Value>
    Mutation edit(Member Customer::*member, const Value& value)
    {
        Mutation mutation = Change<Customer>(id, id).set(member, value).mutation();
        mutation.base = base;
        return mutation;
    }

    /// Newest last.
    std::vector<HistoryEntry> entries(const QString& viewer = u"ops"_s)
    {
        FeedClient client(server, viewer);
        while (!client.pull(100))
            ;
        std::vector<HistoryEntry> all;
        for (const auto& [rowId, row] : client.rows()) {
            if (row.kind == RecordKind::HistoryEntry)
                all.push_back(fromRow<HistoryEntry>(row));
        }
        return all; // ids are made in order
    }

    ServerFixture server;
    TestDevice tutor;
    TestDevice lead;
    Id<Customer> id{};
    Stamp base{};
};

QJsonArray change(const QJsonValue& from, const QJsonValue& to)
{
    return {from, to};
}

} // namespace

class ServerHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsToldWithAuthorAndDevice();
    void whatChangesNothingIsNotTold();
    void whatAProgramKeepsForItselfIsNotTold();
    void aValueThatCameSecondIsToldWhole();
    void aLongRemarkIsQuotedInPart();
    void ofCustomFieldsOnlyWhatChangedIsTold();
    void aRemovalIsTold();
    void aHandOverIsTold();
    void aMaskedContactIsMaskedInTheHistoryToo();
    void strangersAreToldNothing();
    void nobodyWritesHistoryByHand();
    void aFamilyWithHistoryCanBeRemoved();
    void aRowOfHistoryIsShort();
};

void ServerHistoryTest::aChangeIsToldWithAuthorAndDevice()
{
    ToldFamily told;
    told.server.push(told.lead, told.edit(&Customer::city, u"Wuhan"_s));
    const auto entries = told.entries();
    QCOMPARE(entries.size(), size_t(1));
    QCOMPARE(entries[0].record, u"customer/"_s + told.id.toString());
    QCOMPARE(entries[0].action, HistoryAction::Set);
    QCOMPARE(entries[0].changes, (QJsonObject{{u"city"_s, change(QJsonValue(), u"Wuhan"_s)}}));
    QCOMPARE(RecordId(entries[0].author), told.server.idOf(u"leadA"_s));
    QCOMPARE(entries[0].device, told.lead.caller.device.toString());
    QCOMPARE(told.entries(u"a1"_s), entries);
}

void ServerHistoryTest::whatChangesNothingIsNotTold()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::name, u"Li"_s));
    QVERIFY(told.entries().empty());
}

void ServerHistoryTest::whatAProgramKeepsForItselfIsNotTold()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::lastContactAt, told.server.clock.now()));
    QVERIFY(told.entries().empty());
}

void ServerHistoryTest::aValueThatCameSecondIsToldWhole()
{
    ToldFamily told;
    told.server.push(told.lead, told.edit(&Customer::nextStep, u"call"_s));
    Mutation late = told.edit(&Customer::nextStep, u"visit"_s);
    late.clockGood = false;
    QCOMPARE(told.server.push(told.tutor, late).kind, OutcomeKind::Merged);
    const auto entries = told.entries();
    QCOMPARE(entries.size(), size_t(2));
    QCOMPARE(entries[1].action, HistoryAction::Lost);
    QCOMPARE(entries[1].changes, (QJsonObject{{u"nextStep"_s, change(u"call"_s, u"visit"_s)}}));
    QCOMPARE(RecordId(entries[1].author), told.server.idOf(u"a1"_s));
}

void ServerHistoryTest::aLongRemarkIsQuotedInPart()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::remark, QString(4000, u'x')));
    const QString quoted =
        told.entries().front().changes.value(u"remark"_s).toArray().at(1).toString();
    QVERIFY(quoted.endsWith(u'…'));
    QVERIFY(quoted.size() < 600);
}

void ServerHistoryTest::ofCustomFieldsOnlyWhatChangedIsTold()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::custom, QJsonObject{{u"a"_s, 1}}));
    told.server.push(told.tutor, told.edit(&Customer::custom, QJsonObject{{u"b"_s, 2}}));
    const QJsonArray told2 = told.entries().back().changes.value(u"custom"_s).toArray();
    QCOMPARE(told2.at(1).toObject(), (QJsonObject{{u"b"_s, 2}}));
    QVERIFY(!told2.at(0).toObject().contains(u"a"_s));
}

void ServerHistoryTest::aRemovalIsTold()
{
    ToldFamily told;
    Student student{.id = Id<Student>(told.server.newId()), .customer = told.id};
    told.server.push(told.tutor, createMutation(student));
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Student;
    remove.id = student.id;
    remove.root = told.id;
    remove.base = told.server.stamp();
    QCOMPARE(told.server.push(told.tutor, remove).kind, OutcomeKind::Applied);
    const auto entries = told.entries();
    QCOMPARE(entries.size(), size_t(1));
    QCOMPARE(entries[0].action, HistoryAction::Delete);
    QCOMPARE(entries[0].record, u"student/"_s + student.id.toString());
}

void ServerHistoryTest::aHandOverIsTold()
{
    ToldFamily told;
    const AssignRequest request{{{told.id, told.server.idOf(u"a1"_s)}}, told.server.idOf(u"a2"_s)};
    QVERIFY(Commands(told.server.parts()).assign(told.lead.caller, request, {}).ok());
    const auto entries = told.entries(u"a2"_s);
    QCOMPARE(entries.size(), size_t(1));
    QCOMPARE(entries[0].changes.value(u"owner"_s).toArray(),
        change(told.server.idOf(u"a1"_s).toString(), told.server.idOf(u"a2"_s).toString()));
    QCOMPARE(RecordId(entries[0].author), told.server.idOf(u"leadA"_s));
}

void ServerHistoryTest::aMaskedContactIsMaskedInTheHistoryToo()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::phone, u"+8613912345678"_s));
    told.server.push(told.tutor, told.edit(&Customer::phone, u"+8613812345678"_s));
    const QJsonArray full = told.entries(u"a1"_s).back().changes.value(u"phone"_s).toArray();
    QCOMPARE(full, change(u"+8613912345678"_s, u"+8613812345678"_s));
    const QJsonArray masked = told.entries(u"leadA"_s).back().changes.value(u"phone"_s).toArray();
    QCOMPARE(masked, change(u"+86139****5678"_s, u"+86138****5678"_s));
}

void ServerHistoryTest::strangersAreToldNothing()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::city, u"Wuhan"_s));
    QVERIFY(told.entries(u"b1"_s).empty());
}

void ServerHistoryTest::nobodyWritesHistoryByHand()
{
    ToldFamily told;
    Mutation forged;
    forged.operation = Operation::Create;
    forged.kind = RecordKind::HistoryEntry;
    forged.id = told.server.newId();
    forged.root = told.id;
    QCOMPARE(told.server.push(told.tutor, forged).code, ErrorCode::Forbidden);
}

void ServerHistoryTest::aFamilyWithHistoryCanBeRemoved()
{
    ToldFamily told;
    told.server.push(told.tutor, told.edit(&Customer::city, u"Wuhan"_s));
    Mutation remove = told.edit(&Customer::city, u""_s);
    remove.operation = Operation::Delete;
    remove.changes.clear();
    QCOMPARE(told.server.push(told.tutor, remove).kind, OutcomeKind::Applied);
    const Result<QStringList> problems = told.server.storage->read(
        [](ReadTransaction& transaction) -> Result<QStringList> { return transaction.problems(); });
    QVERIFY(problems.ok());
    QCOMPARE(*problems, QStringList());
}

void ServerHistoryTest::aRowOfHistoryIsShort()
{
    ToldFamily told;
    PullPage page{u"c"_s, {1, 1}, true, 0, {{told.id, RootOperation::Full, {}}}};
    for (int i = 0; i < 500; ++i) {
        HistoryEntry entry{.id = Id<HistoryEntry>(told.server.newId()), .customer = told.id};
        entry.record = u"customer/"_s + told.id.toString();
        entry.changes = {{u"city"_s, change(u"Wuhan %1"_s.arg(i), u"Jinan %1"_s.arg(i))}};
        entry.author = Id<User>(told.server.idOf(u"a1"_s));
        entry.device = told.tutor.caller.device.toString();
        entry.at = told.server.clock.now() + i * minuteMs;
        page.roots[0].rows.push_back(toRow(entry));
    }
    const qsizetype bytes = qCompress(encode(page)).size() / 500;
    QVERIFY2(bytes <= 100, qPrintable(QString::number(bytes)));
}

HOMEROOM_TEST_MAIN(ServerHistoryTest)
#include "serverhistorytest.moc"
