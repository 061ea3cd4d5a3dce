// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/phone.h"
#include "models/values/rank.h"
#include "models/values/recordjson.h"
#include "models/values/rights.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace homeroom;
using namespace Qt::StringLiterals;

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void phonesAreNormalised_data();
    void phonesAreNormalised();
    void maskedPhoneHidesTheMiddle();
    void aFewStarsAreNoMask();
    void ranksGoBetween();
    void ranksSurviveManyInsertionsAtOnePlace();
    void ranksWithoutRoomStillEnd();
    void evenRanksAreInOrder();
    void rowsAndStructsComeBack();
    void jsonRefusesWhatTheFieldDoesNotAllow_data();
    void jsonRefusesWhatTheFieldDoesNotAllow();
    void mutationsSurviveJson();
    void patchesMergeByKey();
    void rightsFollowTheTable_data();
    void rightsFollowTheTable();
    void catalogueAndContactsFollowTheTable();
    void maskingLeavesNothingOfTheContact();
    void maskingMakesNoValueOutOfNothing();
    void descriptionsAreConsistent();
};

void ValuesTest::phonesAreNormalised_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("normalised");
    QTest::newRow("plain") << u"13812342046"_s << u"+8613812342046"_s;
    QTest::newRow("grouped") << u"138 1234-2046"_s << u"+8613812342046"_s;
    QTest::newRow("full width") << u"１３８１２３４２０４６"_s << u"+8613812342046"_s;
    QTest::newRow("country code") << u"+86 138 1234 2046"_s << u"+8613812342046"_s;
    QTest::newRow("double zero") << u"0086 13812342046"_s << u"+8613812342046"_s;
    QTest::newRow("no plus") << u"8613812342046"_s << u"+8613812342046"_s;
    QTest::newRow("foreign") << u"+1 (415) 555-0123"_s << u"+14155550123"_s;
    QTest::newRow("too short") << u"1381234"_s << QString();
    QTest::newRow("not a mobile") << u"12012342046"_s << QString();
    QTest::newRow("letters") << u"138abc42046"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void ValuesTest::phonesAreNormalised()
{
    QFETCH(const QString, written);
    QFETCH(const QString, normalised);
    QCOMPARE(normalisedPhone(written).value_or(QString()), normalised);
}

void ValuesTest::aFewStarsAreNoMask()
{
    for (const QString& text : {u"a"_s, u"ab"_s, u"杭州市西湖区"_s})
        QVERIFY(isMaskedText(maskedText(text)));
    for (const QString& text : {u""_s, u"杭州市***"_s, u"3*4号楼"_s})
        QVERIFY(!isMaskedText(text));
}

void ValuesTest::maskedPhoneHidesTheMiddle()
{
    QCOMPARE(maskedPhone(u"+8613812342046"), u"+86138****2046"_s);
    QCOMPARE(displayedPhone(u"+86138****2046"_s), u"138****2046"_s);
    QCOMPARE(displayedPhone(u"+8613812342046"_s), u"138 1234 2046"_s);
    QVERIFY(!isNormalisedPhone(u"+86138****2046"));
}

void ValuesTest::ranksGoBetween()
{
    const QString first = rankBetween({}, {});
    const QString before = rankBetween({}, first);
    const QString after = rankBetween(first, {});
    QVERIFY(before < first && first < after);
    QVERIFY(rankBetween(before, first) > before);
    QVERIFY(rankBetween(before, first) < first);
}

void ValuesTest::ranksSurviveManyInsertionsAtOnePlace()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QStringList ranks{rankBetween({}, {})};
    for (int i = 0; i < 3000; ++i) {
        const qsizetype at = i % 2 ? 0 : random.bounded(int(ranks.size()) + 1);
        const QString lower = at > 0 ? ranks[at - 1] : QString();
        const QString upper = at < ranks.size() ? ranks[at] : QString();
        const QString rank = rankBetween(lower, upper, random.generate());
        QVERIFY2(rank > lower && (upper.isEmpty() || rank < upper), qPrintable(rank));
        ranks.insert(at, rank);
    }
}

void ValuesTest::ranksWithoutRoomStillEnd()
{
    for (const auto& [lower, upper] : {std::pair{u"A"_s, u"A00"_s}, std::pair{QString(), u"000"_s},
             std::pair{u"B"_s, u"B"_s}, std::pair{u"C"_s, u"B"_s}})
        QVERIFY(rankBetween(lower, upper) > lower);
    QVERIFY(rankBetween(u"A"_s, u"A10"_s) < u"A10"_s);
}

void ValuesTest::evenRanksAreInOrder()
{
    QString last;
    for (qint64 i = 0; i < 1000; ++i) {
        const QString rank = rankAt(i, 1000);
        QVERIFY(rank > last);
        QVERIFY(rankBetween(last, rank) < rank);
        last = rank;
    }
}

void ValuesTest::rowsAndStructsComeBack()
{
    Customer customer;
    customer.id = Id<Customer>(RecordId::fromName("c"));
    customer.name = u"欧阳慧"_s;
    customer.phone = u"+8613812342046"_s;
    customer.tier = Tier::A;
    customer.score = 0;
    customer.nextStepAt = 1764000000000;
    customer.tags = {u"x"_s};
    customer.custom = {{u"visits"_s, 3}};
    QCOMPARE(fromRow<Customer>(toRow(customer)), customer);
    // Zero is a value; only nothing is nothing.
    QVERIFY(!isNothing(toRow(customer).value(u"score")));
    QVERIFY(isNothing(toRow(Customer{}).value(u"score")));
}

void ValuesTest::jsonRefusesWhatTheFieldDoesNotAllow_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("number as name") << u"name"_s << QJsonValue(3);
    QTest::newRow("control character") << u"name"_s << QJsonValue(u"a\x01"_s);
    QTest::newRow("line break in a line") << u"name"_s << QJsonValue(u"a\nb"_s);
    QTest::newRow("lone surrogate") << u"name"_s << QJsonValue(QString(QChar(0xd800)));
    QTest::newRow("fraction") << u"score"_s << QJsonValue(1.5);
    QTest::newRow("beyond 2^53") << u"score"_s << QJsonValue(1e17);
    QTest::newRow("unknown word") << u"tier"_s << QJsonValue(u"z"_s);
    QTest::newRow("half a phone") << u"phone"_s << QJsonValue(u"138"_s);
    QTest::newRow("yes") << u"consent"_s << QJsonValue(u"yes"_s);
    QTest::newRow("no id") << u"channel"_s << QJsonValue(u"abc"_s);
    QTest::newRow("time of another age") << u"nextStepAt"_s << QJsonValue(1e15);
    QTest::newRow("text as set") << u"tags"_s << QJsonValue(u"a"_s);
}

void ValuesTest::jsonRefusesWhatTheFieldDoesNotAllow()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, json);
    const RecordType& type = recordTypeOf<Customer>();
    const Result<FieldValue> value = fieldFromJson(type.fields[size_t(type.indexOf(field))], json);
    QVERIFY(!value.ok());
    QCOMPARE(value.error().field, field);
}

void ValuesTest::mutationsSurviveJson()
{
    Opportunity opportunity;
    opportunity.id = Id<Opportunity>(RecordId::fromName("o"));
    opportunity.customer = Id<Customer>(RecordId::fromName("c"));
    opportunity.amount = 299000;
    Mutation mutation = createMutation(opportunity);
    mutation.mid = 412;
    mutation.group = 90;
    mutation.batch = RecordId::fromName("b");
    mutation.base = {1, 10433};
    mutation.at = 1763990000000;
    mutation.clockGood = false;
    mutation.undo = true;
    const Result<Mutation> back = mutationFromJson(mutationToJson(mutation));
    QVERIFY(back.ok());
    // JSON objects have no order; the changes come back by name.
    Mutation sorted = *back;
    const auto byIndex = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::sort(sorted.changes.begin(), sorted.changes.end(), byIndex);
    QCOMPARE(sorted, mutation);
}

void ValuesTest::patchesMergeByKey()
{
    const QJsonObject from{{u"a"_s, 1}, {u"b"_s, 2}};
    const QJsonObject to{{u"b"_s, 3}, {u"c"_s, 4}};
    QCOMPARE(patchedObject(from, objectPatch(from, to)), to);
    QCOMPARE(objectPatch(from, from), QJsonObject());
}

void ValuesTest::rightsFollowTheTable_data()
{
    QTest::addColumn<Right>("right");
    QTest::addColumn<QString>("reaches"); // of tutor and sales, lead, operations, admin
    // The page «Who may do what», typed off by hand: nothing here asks the program.
    QTest::newRow("families they see") << Right::SeeFamilies << u"own team all all"_s;
    QTest::newRow("full phone and WeChat") << Right::ReadContactInFull << u"own none none none"_s;
    QTest::newRow("unmask") << Right::Unmask << u"none team all all"_s;
    QTest::newRow("edit a family") << Right::EditFamily << u"own team all all"_s;
    QTest::newRow("assign") << Right::Assign << u"none team all all"_s;
    QTest::newRow("claim") << Right::Claim << u"own team all all"_s;
    QTest::newRow("merge") << Right::Merge << u"own team all all"_s;
    QTest::newRow("cohorts to custom fields") << Right::EditCatalogue << u"none none all all"_s;
    QTest::newRow("tags") << Right::EditTags << u"none team all all"_s;
    QTest::newRow("targets") << Right::EditTargets << u"none team all all"_s;
    QTest::newRow("users, teams") << Right::EditUsers << u"none none none all"_s;
    QTest::newRow("export") << Right::Export << u"own team all all"_s;
    QTest::newRow("audit") << Right::ReadAudit << u"own team all all"_s;
}

void ValuesTest::rightsFollowTheTable()
{
    QFETCH(const Right, right);
    QFETCH(const QString, reaches);
    const RecordId me = RecordId::fromName("me");
    const RecordId other = RecordId::fromName("other");
    const RecordId team = RecordId::fromName("team");
    const RecordId elsewhere = RecordId::fromName("elsewhere");
    const QStringList words = reaches.split(u' ');
    const std::vector<std::pair<UserRole, QString>> columns{{UserRole::Tutor, words[0]},
        {UserRole::Sales, words[0]}, {UserRole::Lead, words[1]}, {UserRole::Operations, words[2]},
        {UserRole::Admin, words[3]}};
    for (const auto& [role, reach] : columns) {
        const Viewer viewer{me, role, team};
        const bool all = reach == u"all"_s;
        const bool inTeam = all || reach == u"team"_s;
        const bool own = inTeam || reach == u"own"_s;
        QCOMPARE(covers(viewer, right, me, team), own);
        QCOMPARE(covers(viewer, right, other, team), inTeam);
        QCOMPARE(covers(viewer, right, {}, team), inTeam);
        QCOMPARE(covers(viewer, right, other, elsewhere), all);
        QCOMPARE(covers(viewer, right, {}, elsewhere), all);
    }
}

void ValuesTest::catalogueAndContactsFollowTheTable()
{
    const RecordId me = RecordId::fromName("me");
    const RecordId other = RecordId::fromName("other");
    const RecordId team = RecordId::fromName("team");
    for (const UserRole role :
        {UserRole::Tutor, UserRole::Sales, UserRole::Lead, UserRole::Operations, UserRole::Admin}) {
        const Viewer viewer{me, role, team};
        const bool keeps = role == UserRole::Tutor || role == UserRole::Sales;
        const bool edits = role == UserRole::Operations || role == UserRole::Admin;
        for (const RecordKind kind :
            {RecordKind::Cohort, RecordKind::Lesson, RecordKind::Product, RecordKind::Channel,
                RecordKind::Pipeline, RecordKind::Stage, RecordKind::CustomField})
            QCOMPARE(mayEditOrgRecord(viewer, kind, {}), edits);
        QCOMPARE(mayEditOrgRecord(viewer, RecordKind::Tag, {}), !keeps);
        QCOMPARE(mayEditOrgRecord(viewer, RecordKind::User, {}), role == UserRole::Admin);
        QVERIFY(!readsInFull(viewer, other));
        QVERIFY(!keeps || readsInFull(viewer, me));
        QCOMPARE(exportLimit(role), keeps ? 500 : -1);
    }
}

void ValuesTest::maskingLeavesNothingOfTheContact()
{
    Customer customer;
    customer.phone = u"+8613812342046"_s;
    customer.wechatId = u"wangfang88"_s;
    customer.name = u"王芳"_s;
    const Customer masked = fromRow<Customer>(maskedRow(toRow(customer)));
    QCOMPARE(masked.phone, u"+86138****2046"_s);
    QCOMPARE(masked.wechatId, u"w****8"_s);
    QCOMPARE(masked.name, u"王芳"_s);
}

void ValuesTest::maskingMakesNoValueOutOfNothing()
{
    HistoryEntry entry;
    entry.record = u"customer/x"_s;
    QVERIFY(maskedRow(toRow(entry)) == toRow(entry));
    Conflict conflict;
    conflict.record = u"customer/x"_s;
    conflict.fieldName = u"phone"_s;
    QVERIFY(maskedRow(toRow(conflict)) == toRow(conflict));
}

void ValuesTest::descriptionsAreConsistent()
{
    QSet<QString> names;
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        QVERIFY(!names.contains(type.name));
        names.insert(type.name);
        QCOMPARE(recordTypeByName(QString(type.name))->kind, kind);
        QSet<QString> fields;
        for (const FieldDescription& field : type.fields) {
            QVERIFY2(!fields.contains(field.name), field.name.data());
            fields.insert(field.name);
            QCOMPARE(field.kind == FieldKind::Word, !field.words.empty());
            QCOMPARE(field.kind == FieldKind::Reference, field.target != RecordKind::None);
            QCOMPARE(field.kind == FieldKind::Set, field.merge == MergeClass::Set);
        }
        if (type.root != RootRule::Self)
            QVERIFY(fields.contains(u"customer"_s));
    }
    QCOMPARE(int(names.size()), recordKindCount);
}

HOMEROOM_TEST_MAIN(ValuesTest)
#include "valuestest.moc"
