// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"
#include "server/demo/demowords.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 phonesPerFamily = 2;
constexpr QStringView levels[] = {u"零基础", u"一般", u"较好", u"拔尖"};
constexpr QStringView devices[] = {u"平板", u"手机", u"电脑", u"电视投屏"};

FamilyRelation someRelation(DemoRandom& random)
{
    constexpr std::array<double, 6> weights{2, 71, 18, 5, 2, 2};
    return FamilyRelation(random.weighted(weights));
}

/// School years begin in September, at six.
QString birthMonth(const DemoCalendar& calendar, qint64 grade, DemoRandom& random)
{
    const QDate today = calendar.date(0);
    const int schoolYear = today.month() >= 9 ? today.year() : today.year() - 1;
    const qint64 months = random.below(12);
    return QDate(schoolYear - 6 - int(grade), 9, 1).addMonths(int(months)).toString(u"yyyy-MM"_s);
}

void addStudent(FamilyScene& scene, const QString& surname, const QString& city)
{
    DemoRandom& random = scene.random;
    constexpr std::array<double, 7> grades{2, 17, 21, 22, 18, 12, 8};
    Student student;
    student.id = Id<Student>(random.id(scene.story.createdAt + minuteMs));
    student.customer = scene.records.customer.id;
    QString nickname;
    do {
        nickname = demoNickname(random);
    } while (!scene.records.nicknames.empty() && scene.records.nicknames.front() == nickname);
    // Until the first talk most children are known by what they are called at home.
    const bool formal = random.chance(0.45);
    student.name = formal ? surname + demoChildGivenName(random) : nickname;
    student.grade = qint64(random.weighted(grades));
    student.birthMonth = birthMonth(scene.calendar, *student.grade, random);
    const bool known = scene.story.addedAt && random.chance(0.6);
    if (known && *student.grade > 0)
        student.school = demoSchool(random, city);
    if (known) {
        student.level = random.pick(levels).toString();
        student.device = random.pick(devices).toString();
    }
    student.guardianConsent = scene.story.addedAt.has_value();
    scene.records.students.push_back(student);
    scene.records.nicknames.push_back(nickname);
}

void addGuardian(FamilyScene& scene)
{
    DemoRandom& random = scene.random;
    const FamilyRelation first = scene.records.customer.relation;
    Guardian guardian;
    guardian.id = Id<Guardian>(random.id(scene.story.createdAt + 2 * minuteMs));
    guardian.customer = scene.records.customer.id;
    guardian.relation =
        first == FamilyRelation::Mother ? FamilyRelation::Father : FamilyRelation::Mother;
    guardian.name = demoAdultName(random, guardian.relation);
    if (random.chance(0.6))
        guardian.phone = demoPhone(scene.place * phonesPerFamily + 1);
    if (random.chance(0.4))
        guardian.wechatId = demoWechatId(random);
    scene.records.guardians.push_back(guardian);
}

void nameCustomer(FamilyScene& scene, const QString& surname)
{
    DemoRandom& random = scene.random;
    Customer& customer = scene.records.customer;
    const QString& nickname = scene.records.nicknames.front();
    // A mother's surname usually is not the child's.
    const QString own = customer.relation == FamilyRelation::Father
            || customer.relation == FamilyRelation::Grandfather
        ? surname
        : demoSurname(random);
    customer.name = own + demoAdultGivenName(random, customer.relation);
    if (random.chance(0.1))
        customer.name = nickname + demoRelationWord(customer.relation);
    if (!random.chance(0.004))
        customer.phone = demoPhone(scene.place * phonesPerFamily);
    if (scene.story.addedAt) {
        customer.wechatNick = demoWechatNick(random, customer.relation, nickname);
        customer.wechatId = demoWechatId(random);
    }
}

/// Never reached and given up: some tutors give such families back to the pool, most just keep
/// them.
bool wentBack(const FamilyScene& scene)
{
    const FamilyStory& story = scene.story;
    const bool unworked = !story.addedAt && !story.children.empty() && story.leading().lostAt;
    return unworked && scene.place % 4 == 0;
}

} // namespace

void detail::addPeople(FamilyScene& scene)
{
    DemoRandom& random = scene.random;
    Customer& customer = scene.records.customer;
    customer.id = Id<Customer>(random.id(scene.story.createdAt));
    customer.createdAt = scene.story.createdAt;
    if (!wentBack(scene))
        customer.owner = scene.story.keeper->id;
    customer.team = scene.story.keeper->team;
    customer.relation = someRelation(random);
    customer.city = demoCity(random);
    const QString surname = demoSurname(random);
    constexpr std::array<double, 3> childCounts{80, 17, 3};
    const size_t drawn = 1 + random.weighted(childCounts);
    const size_t count = std::max(drawn, scene.story.children.size());
    for (size_t i = 0; i < count; ++i)
        addStudent(scene, surname, customer.city);
    nameCustomer(scene, surname);
    if (random.chance(0.24))
        addGuardian(scene);
}

} // namespace homeroom
