// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/conditionfields.h"
#include "models/values/phone.h"
#include "tests/support/demorecords.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QJsonDocument>
#include <QMap>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

void addValue(QCryptographicHash& hash, const FieldValue& value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << qint32(value.index());
    if (const auto* number = std::get_if<qint64>(&value))
        stream << *number;
    else if (const auto* text = std::get_if<QString>(&value))
        stream << *text;
    else if (const auto* id = std::get_if<RecordId>(&value))
        stream << id->toBytes();
    else if (const auto* set = std::get_if<QStringList>(&value))
        stream << *set;
    else if (const auto* object = std::get_if<QJsonObject>(&value))
        stream << QJsonDocument(*object).toJson(QJsonDocument::Compact);
    hash.addData(bytes);
}

QByteArray hashOf(const DemoOptions& options)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto users = writeDemoOrganisation(options, [&](const RecordRow& row) {
        hash.addData(QByteArrayView(row.type().name));
        hash.addData(row.id.toBytes());
        hash.addData(row.root.toBytes());
        for (const FieldValue& value : row.values)
            addValue(hash, value);
    });
    for (const DemoUser& user : users)
        hash.addData((user.name + user.password + user.team).toUtf8());
    return hash.result();
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedAndTimeGiveTheSameBytes();
    void everyRoleExistsAtAnySize_data();
    void everyRoleExistsAtAnySize();
    void usersArePrintedWithRoleAndTeam();
    void staffIsThreeTeamsOfEightTutorsAndALead();
    void workingHoursAreKnown();
    void savedViewsAskWhatCanBeAnswered();
    void countsAreAsAsked();
    void everyReferenceResolvesToAnEarlierRowOfItsType();
    void everyValueKeepsTheRulesOfItsField();
    void rootsFollowTheRuleOfTheType();
    void phonesAreUniqueAndOutsideEveryCarriersRange();
    void nothingHasHappenedInTheFuture();
    void cardsOfAColumnHaveRanksOfTheirOwn();
    void surnamesThatAreReadInTwoWaysOccur();
    void fiftyThousandFamiliesKeepIdsAndPhonesApart();
};

void DemoTest::theSameSeedAndTimeGiveTheSameBytes()
{
    DemoOptions options = demoOptions(300);
    const QByteArray first = hashOf(options);
    QCOMPARE(hashOf(options), first);
    ++options.seed;
    QVERIFY(hashOf(options) != first);
    --options.seed;
    options.now += dayMs;
    QVERIFY(hashOf(options) != first);
}

void DemoTest::everyRoleExistsAtAnySize_data()
{
    QTest::addColumn<qint64>("families");
    QTest::newRow("smallest") << qint64(200);
    QTest::newRow("usual") << qint64(3000);
}

void DemoTest::everyRoleExistsAtAnySize()
{
    QFETCH(qint64, families);
    const DemoRecords records(demoOptions(families));
    QCOMPARE(qint64(records.all<Customer>().size()), families);
    QSet<UserRole> roles;
    QSet<QString> names;
    for (const DemoUser& user : records.organisation.users) {
        roles.insert(user.role);
        names.insert(user.name);
        QVERIFY(user.password.size() >= 8);
        QCOMPARE(records.get(user.id).name, user.name);
        QCOMPARE(records.get(user.id).role, user.role);
    }
    QCOMPARE(roles.size(), qsizetype(5));
    QCOMPARE(size_t(names.size()), records.organisation.users.size());
    QSet<RecordId> owners;
    qint64 pooled = 0;
    for (const auto& customer : records.all<Customer>()) {
        if (customer.owner.isNull()) {
            ++pooled;
            QVERIFY(!customer.team.isNull());
            QCOMPARE(customer.lifecycle, Lifecycle::Lost);
            QVERIFY(customer.friendState != FriendState::Added);
            continue;
        }
        QCOMPARE(records.get(customer.owner).team, customer.team);
        owners.insert(customer.owner);
    }
    QCOMPARE(owners.size(), qsizetype(27)); // 24 tutors and 3 sales
    // A pool of every size has somebody in it, and it is not where most families are.
    qInfo("%lld of %lld families in the pool", pooled, families);
    QVERIFY(pooled > 0 && pooled * 10 < families);
}

void DemoTest::usersArePrintedWithRoleAndTeam()
{
    const DemoUser user{{}, u"lead1"_s, u"secret"_s, UserRole::Lead, u"启明组"_s};
    QCOMPARE(QJsonDocument(demoUsersToJson({user})).toJson(QJsonDocument::Compact),
        "{\"users\":[{\"name\":\"lead1\",\"password\":\"secret\",\"role\":\"lead\","
        "\"team\":\"启明组\"}]}");
}

void DemoTest::staffIsThreeTeamsOfEightTutorsAndALead()
{
    QCOMPARE(usual().all<Team>().size(), size_t(3));
    QMap<std::pair<RecordId, UserRole>, int> counts;
    for (const auto& user : usual().all<User>())
        ++counts[{user.team, user.role}];
    for (const auto& team : usual().all<Team>()) {
        QCOMPARE(counts.value({team.id, UserRole::Tutor}), 8);
        QCOMPARE(counts.value({team.id, UserRole::Lead}), 1);
        QVERIFY(counts.value({team.id, UserRole::Sales}) >= 1);
    }
    QCOMPARE(counts.value({RecordId(), UserRole::Operations}), 1);
    QCOMPARE(counts.value({RecordId(), UserRole::Admin}), 1);
}

void DemoTest::workingHoursAreKnown()
{
    const std::vector<WorkCalendar> calendars = usual().all<WorkCalendar>();
    QCOMPARE(calendars.size(), size_t(1));
    const WorkCalendar& hours = calendars.front();
    QVERIFY(hours.active);
    QCOMPARE(hours.opensAt, qint64(13 * 60));
    QCOMPARE(hours.closesAt, qint64(22 * 60));
    QVERIFY(hours.daysOff.isEmpty());
    for (const QString& day : hours.holidays + hours.extraWorkdays)
        QVERIFY2(QDate::fromString(day, u"yyyy-MM-dd"_s).isValid(), qPrintable(day));
    for (const QString& day : hours.extraWorkdays)
        QVERIFY2(!hours.holidays.contains(day), qPrintable(day));
}

void DemoTest::savedViewsAskWhatCanBeAnswered()
{
    const std::vector<ConditionField> fields = conditionFields({});
    int views = 0;
    for (const RecordRow& row : usual().organisation.rows) {
        if (row.kind != RecordKind::SavedView)
            continue;
        ++views;
        const QJsonObject definition = fromRow<SavedView>(row).definition;
        const auto group = conditionsFromJson(definition.value(u"conditions"_s).toObject());
        QVERIFY(group.ok() && !group->isEmpty());
        QVERIFY(!firstFault(*group, fields));
    }
    QVERIFY(views > 0);
}

void DemoTest::countsAreAsAsked()
{
    QMap<CohortState, int> states;
    for (const auto& cohort : usual().all<Cohort>())
        ++states[cohort.state];
    const QMap<CohortState, int> expected{{CohortState::Frozen, 4}, {CohortState::Closed, 2},
        {CohortState::Running, 1}, {CohortState::Open, 1}};
    QCOMPARE(states, expected);
    QCOMPARE(usual().all<Lesson>().size(), size_t(8 * 7));
    QCOMPARE(usual().all<Class>().size(), size_t(8 * 24));
    QCOMPARE(usual().all<Pipeline>().size(), size_t(3));
    QStringList keys;
    for (const auto& stage : usual().all<Stage>()) {
        if (usual().get(stage.pipeline).isDefault)
            keys.append(stage.key);
    }
    QCOMPARE(keys, u"new friend group learning intent deposit paid lost"_s.split(u' '));
    QVERIFY(usual().all<Student>().size() > 3000);
    QVERIFY(usual().all<FollowUp>().size() > 6000);
    QSet<OrderKind> kinds;
    for (const auto& order : usual().all<Order>())
        kinds.insert(order.kind);
    QCOMPARE(kinds.size(), qsizetype(5));
}

void DemoTest::everyReferenceResolvesToAnEarlierRowOfItsType()
{
    QHash<RecordId, RecordKind> seen;
    for (const RecordRow& row : usual().organisation.rows) {
        for (size_t i = 0; i < row.values.size(); ++i) {
            if (const auto* id = std::get_if<RecordId>(&row.values[i]))
                QCOMPARE(seen.value(*id, RecordKind::None), row.type().fields[i].target);
        }
        if (row.kind == RecordKind::Customer) {
            for (const QString& tag : fromRow<Customer>(row).tags)
                QCOMPARE(seen.value(*RecordId::fromString(tag)), RecordKind::Tag);
        }
        QVERIFY2(!seen.contains(row.id), "an id occurs twice");
        seen.insert(row.id, row.kind);
    }
}

void DemoTest::everyValueKeepsTheRulesOfItsField()
{
    for (const RecordRow& row : usual().organisation.rows) {
        for (size_t i = 0; i < row.values.size(); ++i) {
            const FieldDescription& field = row.type().fields[i];
            const auto valid = validateField(field, row.values[i]);
            QVERIFY2(valid.ok(), qPrintable(QString(row.type().name) + u'.' + field.name));
        }
    }
}

void DemoTest::rootsFollowTheRuleOfTheType()
{
    for (const RecordRow& row : usual().organisation.rows) {
        QVERIFY(!row.root.isNull());
        QCOMPARE(row.root, rootOf(row));
        if (row.root != row.id)
            QCOMPARE(usual().byId.value(row.root)->kind, RecordKind::Customer);
    }
}

void DemoTest::phonesAreUniqueAndOutsideEveryCarriersRange()
{
    QStringList phones;
    for (const auto& customer : usual().all<Customer>())
        phones.append(customer.phone);
    for (const auto& guardian : usual().all<Guardian>())
        phones.append(guardian.phone);
    phones.removeAll(QString());
    for (const QString& phone : phones) {
        QVERIFY(phone.startsWith(u"+86154"_s));
        QCOMPARE(normalisedPhone(phone.mid(3)), phone);
    }
    QVERIFY(phones.size() > 3000);
    QCOMPARE(phones.removeDuplicates(), qsizetype(0));
}

void DemoTest::nothingHasHappenedInTheFuture()
{
    const QStringList plans{u"nextStepAt"_s, u"nextAt"_s, u"dueAt"_s, u"unlocksAt"_s};
    const Milliseconds now = demoOptions(3000).now;
    for (const RecordRow& row : usual().organisation.rows) {
        for (size_t i = 0; i < row.values.size(); ++i) {
            const FieldDescription& field = row.type().fields[i];
            if (field.kind != FieldKind::Time || plans.contains(field.name)
                || isNothing(row.values[i]))
                continue;
            QVERIFY2(std::get<qint64>(row.values[i]) <= now,
                qPrintable(QString(row.type().name) + u'.' + field.name));
        }
    }
}

void DemoTest::cardsOfAColumnHaveRanksOfTheirOwn()
{
    QSet<std::pair<RecordId, QString>> ranks;
    for (const auto& card : usual().all<Opportunity>()) {
        const std::pair<RecordId, QString> place(card.stage, card.rank);
        QVERIFY(!ranks.contains(place));
        ranks.insert(place);
    }
}

void DemoTest::surnamesThatAreReadInTwoWaysOccur()
{
    QStringList names;
    for (const auto& customer : usual().all<Customer>())
        names.append(customer.name);
    for (const auto& surname : u"单 解 仇 查 区 曾 尉迟 欧阳"_s.split(u' ')) {
        const auto has = [&](const QString& name) { return name.startsWith(surname); };
        QVERIFY2(std::any_of(names.begin(), names.end(), has), qPrintable(surname));
    }
}

void DemoTest::fiftyThousandFamiliesKeepIdsAndPhonesApart()
{
    QSet<RecordId> ids;
    QSet<QString> phones;
    qint64 rows = 0;
    qint64 customers = 0;
    qint64 withPhone = 0;
    const auto users = writeDemoOrganisation(demoOptions(50'000), [&](const RecordRow& row) {
        ++rows;
        ids.insert(row.id);
        if (row.kind != RecordKind::Customer)
            return;
        ++customers;
        if (const auto* phone = std::get_if<QString>(&row.value(u"phone"))) {
            phones.insert(*phone);
            ++withPhone;
        }
    });
    QCOMPARE(customers, qint64(50'000));
    QCOMPARE(qint64(ids.size()), rows);
    QCOMPARE(qint64(phones.size()), withPhone);
    QCOMPARE(users.size(), size_t(32));
}

HOMEROOM_TEST_MAIN(DemoTest)
#include "demotest.moc"
