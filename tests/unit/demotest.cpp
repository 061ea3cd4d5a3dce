// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/phone.h"
#include "server/demo/demoorganisation.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QJsonDocument>
#include <QMap>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

// 2026-03-17 23:50 in UTC, when it already is the 18th in Shanghai.
constexpr Milliseconds lateInUtc = 1'773'791'400'000;

DemoOptions optionsFor(qint64 families)
{
    DemoOptions options;
    options.families = families;
    options.now = lateInUtc + 8 * hourMs;
    return options;
}

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

/// All records of an organisation by type, and by id.
struct Records {
    explicit Records(const DemoOptions& options) : organisation(makeDemoOrganisation(options))
    {
        for (const RecordRow& row : organisation.rows)
            byId.insert(row.id, &row);
    }

    template <typename Record> std::vector<Record> all() const
    {
        std::vector<Record> records;
        for (const RecordRow& row : organisation.rows) {
            if (row.kind == Description<Record>::kind)
                records.push_back(fromRow<Record>(row));
        }
        return records;
    }

    template <typename Record> Record get(const Id<Record>& id) const
    {
        return fromRow<Record>(*byId.value(id));
    }

    DemoOrganisation organisation;
    QHash<RecordId, const RecordRow*> byId{};
};

const Records& usual()
{
    static const Records records(optionsFor(3000));
    return records;
}

/// What one enrolled student did, as reports count it.
struct Learner {
    CohortState cohortState = CohortState::Planned;
    bool friended = false;
    bool grouped = false;
    int attended = 0;
    int finished = 0;
    int homework = 0;
    bool paid = false;
};

std::vector<Learner> learners(const Records& records)
{
    QHash<RecordId, Learner> byEnrollment;
    QHash<RecordId, RecordId> enrollmentOf;
    for (const auto& enrollment : records.all<Enrollment>()) {
        if (!enrollment.counted)
            continue;
        const Customer customer = records.get(enrollment.customer);
        Learner& learner = byEnrollment[enrollment.id];
        learner.cohortState = records.get(enrollment.cohort).state;
        learner.friended = customer.friendAddedAt.has_value();
        learner.grouped = customer.groupJoinedAt.has_value();
        enrollmentOf.insert(enrollment.student, enrollment.id);
    }
    for (const auto& progress : records.all<LessonProgress>()) {
        Learner& learner = byEnrollment[progress.enrollment];
        learner.attended +=
            progress.attended == Attendance::Live || progress.attended == Attendance::Replay;
        learner.finished += progress.finished;
        learner.homework += progress.homeworkAt.has_value();
    }
    for (const auto& order : records.all<Order>()) {
        if (order.kind == OrderKind::Full)
            byEnrollment[enrollmentOf.value(order.student)].paid = true;
    }
    return {byEnrollment.cbegin(), byEnrollment.cend()};
}

struct Rate {
    int part = 0;
    int whole = 0;
    double share() const { return double(part) / whole; }
};

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedAndTimeGiveTheSameBytes();
    void everyRoleExistsAtAnySize_data();
    void everyRoleExistsAtAnySize();
    void usersArePrintedWithRoleAndTeam();
    void staffIsThreeTeamsOfEightTutorsAndALead();
    void countsAreAsAsked();
    void everyReferenceResolvesToAnEarlierRowOfItsType();
    void everyValueKeepsTheRulesOfItsField();
    void rootsFollowTheRuleOfTheType();
    void phonesAreUniqueAndOutsideEveryCarriersRange();
    void nothingHasHappenedInTheFuture();
    void theFunnelNarrows();
    void homeworkLeadsToConversion();
    void tutorsDiffer();
    void paidCardsAreThoseWithAnOrder();
    void aCohortIsAtItsThirdDayInTheOrganisationsZone_data();
    void aCohortIsAtItsThirdDayInTheOrganisationsZone();
    void theRunningCohortFillsTheEarlyStages();
    void aTutorsDayHasWorkTodayAndOverdue();
    void cardsOfAColumnHaveRanksOfTheirOwn();
    void surnamesThatAreReadInTwoWaysOccur();
    void fiftyThousandFamiliesKeepIdsAndPhonesApart();
};

void DemoTest::theSameSeedAndTimeGiveTheSameBytes()
{
    DemoOptions options = optionsFor(300);
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
    const Records records(optionsFor(families));
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
    for (const auto& customer : records.all<Customer>()) {
        QCOMPARE(records.get(customer.owner).team, customer.team);
        owners.insert(customer.owner);
    }
    QCOMPARE(owners.size(), qsizetype(27)); // 24 tutors and 3 sales
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
    const Milliseconds now = optionsFor(3000).now;
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

void DemoTest::theFunnelNarrows()
{
    int enrolled = 0;
    int friended = 0;
    int grouped = 0;
    int attended = 0;
    int finished = 0;
    int paid = 0;
    for (const Learner& learner : learners(usual())) {
        ++enrolled;
        friended += learner.friended;
        grouped += learner.grouped;
        attended += learner.attended > 0;
        finished += learner.finished > 0;
        paid += learner.paid;
        QVERIFY(learner.finished <= learner.attended);
        QVERIFY(!learner.paid || learner.finished > 0);
    }
    QVERIFY(enrolled > friended && friended > grouped && grouped > attended);
    QVERIFY(attended > finished && finished > paid && paid > 0);
}

void DemoTest::homeworkLeadsToConversion()
{
    Rate diligent;
    Rate idle;
    Rate all;
    for (const Learner& learner : learners(usual())) {
        if (learner.cohortState != CohortState::Frozen)
            continue;
        // Of those who finished a lesson, so that this is not about absence.
        if (learner.finished > 0 && (learner.homework >= 5 || learner.homework <= 1)) {
            Rate& rate = learner.homework >= 5 ? diligent : idle;
            ++rate.whole;
            rate.part += learner.paid;
        }
        ++all.whole;
        all.part += learner.paid;
    }
    QVERIFY(diligent.whole > 50 && idle.whole > 50);
    QVERIFY(diligent.share() > 8 * idle.share());
    QVERIFY(all.share() > 0.04 && all.share() < 0.25);
}

void DemoTest::tutorsDiffer()
{
    QHash<RecordId, int> paid;
    for (const auto& order : usual().all<Order>()) {
        if (order.kind == OrderKind::Full)
            ++paid[order.creditedOwner];
    }
    const auto counts = paid.values();
    const auto [weakest, strongest] = std::minmax_element(counts.begin(), counts.end());
    QVERIFY(*strongest > 2 * *weakest);
}

void DemoTest::paidCardsAreThoseWithAnOrder()
{
    QSet<RecordId> bought;
    for (const auto& order : usual().all<Order>()) {
        if (order.kind != OrderKind::Trial && order.kind != OrderKind::Deposit)
            bought.insert(order.opportunity);
    }
    int paid = 0;
    for (const auto& card : usual().all<Opportunity>()) {
        const Stage stage = usual().get(card.stage);
        QCOMPARE(stage.pipeline, card.pipeline);
        QCOMPARE(stage.role == StageRole::Paid, bought.contains(card.id));
        QCOMPARE(stage.role == StageRole::Lost, !card.lostReason.isEmpty());
        paid += stage.role == StageRole::Paid;
    }
    QVERIFY(paid > 100);
}

void DemoTest::aCohortIsAtItsThirdDayInTheOrganisationsZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("opensOn");
    QTest::newRow("ahead of UTC") << QByteArray("Asia/Shanghai") << u"2026-03-16"_s;
    QTest::newRow("behind UTC") << QByteArray("America/New_York") << u"2026-03-15"_s;
}

void DemoTest::aCohortIsAtItsThirdDayInTheOrganisationsZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, opensOn);
    DemoOptions options = optionsFor(200);
    options.now = lateInUtc;
    options.zone = QTimeZone(zone);
    QStringList running;
    for (const auto& cohort : Records(options).all<Cohort>()) {
        if (cohort.state == CohortState::Running)
            running.append(cohort.opensOn);
    }
    QCOMPARE(running, QStringList{opensOn});
}

void DemoTest::theRunningCohortFillsTheEarlyStages()
{
    QHash<StageRole, int> cards;
    for (const auto& card : usual().all<Opportunity>()) {
        if (!card.cohort.isNull() && usual().get(card.cohort).state == CohortState::Running)
            ++cards[usual().get(card.stage).role];
    }
    for (const StageRole role : {StageRole::Open, StageRole::Friend, StageRole::Group,
             StageRole::Learning, StageRole::Intent, StageRole::Deposit})
        QVERIFY2(cards.value(role) >= 8, Words<StageRole>::words[size_t(role)].data());
    int missedSecond = 0;
    for (const auto& progress : usual().all<LessonProgress>()) {
        const Lesson lesson = usual().get(progress.lesson);
        missedSecond += lesson.cohortDay == 2 && progress.attended == Attendance::Missed
            && usual().get(lesson.cohort).state == CohortState::Running;
    }
    QVERIFY(missedSecond > 50);
}

void DemoTest::aTutorsDayHasWorkTodayAndOverdue()
{
    const DemoOptions options = optionsFor(3000);
    const QDate today = QDateTime::fromMSecsSinceEpoch(options.now, options.zone).date();
    QHash<RecordId, int> due;
    QHash<RecordId, int> overdue;
    for (const auto& customer : usual().all<Customer>()) {
        if (!customer.nextStepAt)
            continue;
        QVERIFY(!customer.nextStep.isEmpty());
        due[customer.owner] +=
            QDateTime::fromMSecsSinceEpoch(*customer.nextStepAt, options.zone).date() == today;
        overdue[customer.owner] += *customer.nextStepAt < options.now;
    }
    for (const DemoUser& user : usual().organisation.users) {
        if (user.role != UserRole::Tutor)
            continue;
        QVERIFY(due.value(user.id) >= 5);
        QVERIFY(overdue.value(user.id) >= 1);
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
    const auto users = writeDemoOrganisation(optionsFor(50'000), [&](const RecordRow& row) {
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
