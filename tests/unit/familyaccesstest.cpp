// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accesslog.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

Mutation lookAt(ServerFixture& server, const Id<Customer>& family, const QString& user)
{
    FamilyAccess access;
    access.id = Id<FamilyAccess>(familyAccessId(server.idOf(user), family, QDate(2025, 11, 24)));
    access.customer = family;
    access.at = server.clock.now();
    return createMutation(access);
}

} // namespace

/// What the server takes of who looked at a family.
class FamilyAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoSendsItIsItsAuthor();
    void nobodyWritesItUnderAnotherName();
    void itIsNeitherChangedNorTakenBack_data();
    void itIsNeitherChangedNorTakenBack();
    void theSecondMachineOfTheDayIsNoConflict();
    void whoDoesNotSeeTheFamilyIsRefused();
};

void FamilyAccessTest::whoSendsItIsItsAuthor()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice lead = server.device(u"leadA"_s);
    const Id<Customer> family = server.family(tutor, u"Li"_s);
    const Mutation look = lookAt(server, family, u"leadA"_s);
    QCOMPARE(server.push(lead, look).kind, OutcomeKind::Applied);
    const FamilyAccess held = server.find(Id<FamilyAccess>(look.id));
    QCOMPARE(RecordId(held.author), server.idOf(u"leadA"_s));
    QCOMPARE(RecordId(held.customer), RecordId(family));
}

void FamilyAccessTest::nobodyWritesItUnderAnotherName()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice lead = server.device(u"leadA"_s);
    Mutation look = lookAt(server, server.family(tutor, u"Li"_s), u"leadA"_s);
    look.changes.emplace_back(
        fieldIndexOf(&FamilyAccess::author), FieldValue(server.idOf(u"ops"_s)));
    QCOMPARE(server.push(lead, look).kind, OutcomeKind::Refused);
    QVERIFY(!server.stored(RecordKind::FamilyAccess, look.id));
}

void FamilyAccessTest::itIsNeitherChangedNorTakenBack_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::newRow("set") << Operation::Set;
    QTest::newRow("delete") << Operation::Delete;
}

void FamilyAccessTest::itIsNeitherChangedNorTakenBack()
{
    QFETCH(Operation, operation);
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice lead = server.device(u"leadA"_s);
    Mutation look = lookAt(server, server.family(tutor, u"Li"_s), u"leadA"_s);
    QCOMPARE(server.push(lead, look).kind, OutcomeKind::Applied);
    look.operation = operation;
    look.changes.clear();
    if (operation == Operation::Set)
        look.changes.emplace_back(fieldIndexOf(&FamilyAccess::at), FieldValue(qint64(1)));
    const Outcome outcome = server.push(lead, look);
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QCOMPARE(outcome.code, ErrorCode::Forbidden);
    const auto held = server.stored(RecordKind::FamilyAccess, look.id);
    QVERIFY(held && !held->row.deleted);
    QCOMPARE(fromRow<FamilyAccess>(held->row).at, server.clock.now());
}

void FamilyAccessTest::theSecondMachineOfTheDayIsNoConflict()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice desk = server.device(u"leadA"_s);
    TestDevice laptop = server.device(u"leadA"_s);
    const Id<Customer> family = server.family(tutor, u"Li"_s);
    const Mutation first = lookAt(server, family, u"leadA"_s);
    const Milliseconds looked = server.clock.now();
    QCOMPARE(server.push(desk, first).kind, OutcomeKind::Applied);
    server.clock.advance(hourMs);
    // Refused at most, of which the client tells nobody.
    QVERIFY(server.push(laptop, lookAt(server, family, u"leadA"_s)).kind != OutcomeKind::Conflict);
    QVERIFY(server.conflicts().empty());
    QCOMPARE(server.find(Id<FamilyAccess>(first.id)).at, looked);
}

void FamilyAccessTest::whoDoesNotSeeTheFamilyIsRefused()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice stranger = server.device(u"b1"_s);
    const Id<Customer> family = server.family(tutor, u"Li"_s);
    const Mutation look = lookAt(server, family, u"b1"_s);
    QCOMPARE(server.push(stranger, look).kind, OutcomeKind::Refused);
    QVERIFY(!server.stored(RecordKind::FamilyAccess, look.id));
}

HOMEROOM_TEST_MAIN(FamilyAccessTest)
#include "familyaccesstest.moc"
