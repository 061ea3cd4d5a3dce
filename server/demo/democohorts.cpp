// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democatalogue.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct CohortPlan {
    qint64 opensOn; ///< days from today
    double share;
};

// One a week. The seventh is at D3 today; the last opens a week from today, which is next week on
// any weekday.
constexpr CohortPlan cohortPlans[] = {{-44, 0.10}, {-37, 0.10}, {-30, 0.10}, {-23, 0.10},
    {-16, 0.11}, {-9, 0.12}, {-2, 0.23}, {7, 0.11}};
constexpr qint64 firstCohortNumber = 41;
constexpr qint64 classCapacity = 120;

constexpr QStringView lessonNames[] = {u"数感启蒙:凑十与破十", u"图形王国:拼一拼,数一数",
    u"应用题入门:画图找关系", u"逻辑推理:谁在说谎", u"方法课:一题多解", u"综合闯关:生活里的数学",
    u"结营汇报:我是小讲师"};
static_assert(std::size(lessonNames) == demoLessonCount);

struct ProductPlan {
    QStringView name;
    ProductKind kind;
    qint64 price;
};

constexpr ProductPlan productPlans[] = {
    {u"数学思维 7 天体验营", ProductKind::Trial, demoTrialPrice},
    {u"系统课定金", ProductKind::Full, demoDepositPrice},
    {u"数学思维系统课(年课)", ProductKind::Full, demoFullPrice},
    {u"系统课续报", ProductKind::Renewal, demoRenewalPrice},
    {u"一对一进阶升级", ProductKind::Upgrade, demoUpgradePrice}};
static_assert(std::size(productPlans) == size_t(DemoProduct::Count));

void addProducts(DemoCatalogue& catalogue, Milliseconds bornAt, DemoRandom& random)
{
    for (size_t i = 0; i < std::size(productPlans); ++i) {
        Product product;
        product.id = Id<Product>(random.id(bornAt));
        product.name = productPlans[i].name.toString();
        product.kind = productPlans[i].kind;
        product.price = productPlans[i].price;
        product.active = true;
        catalogue.products[i] = product.id;
        catalogue.rows.push_back(toRow(product));
    }
}

CohortState stateOf(const DemoCohort& cohort)
{
    const qint64 close = cohort.dayOf(qint64(demoLessonCount));
    if (cohort.opensOn > 0)
        return CohortState::Open;
    if (close >= 0)
        return CohortState::Running;
    return close + demoFreezeDays < 0 ? CohortState::Frozen : CohortState::Closed;
}

void addClasses(DemoCatalogue& catalogue, DemoCohort& cohort, const QString& cohortName,
    Milliseconds bornAt, DemoRandom& random)
{
    for (size_t tutor = 0; tutor < catalogue.tutorCount; ++tutor) {
        Class classroom;
        classroom.id = Id<Class>(random.id(bornAt));
        classroom.name = u"%1 %2 班"_s.arg(cohortName).arg(tutor + 1);
        classroom.cohort = cohort.id;
        classroom.tutor = catalogue.keepers[tutor].id;
        classroom.groupName = u"%1 学习群 %2"_s.arg(cohortName).arg(tutor + 1);
        classroom.capacity = classCapacity;
        cohort.classes.push_back(classroom.id);
        catalogue.rows.push_back(toRow(classroom));
    }
}

void addLessons(DemoCatalogue& catalogue, DemoCohort& cohort, Milliseconds bornAt,
    const DemoCalendar& calendar, DemoRandom& random)
{
    for (size_t i = 0; i < demoLessonCount; ++i) {
        Lesson lesson;
        lesson.id = Id<Lesson>(random.id(bornAt));
        lesson.name = lessonNames[i].toString();
        lesson.cohort = cohort.id;
        lesson.cohortDay = qint64(i) + 1;
        lesson.unlocksAt = calendar.at(cohort.dayOf(lesson.cohortDay), demoLessonMinute);
        lesson.homework = true;
        cohort.lessons[i] = lesson.id;
        catalogue.rows.push_back(toRow(lesson));
    }
}

void addCohort(DemoCatalogue& catalogue, const CohortPlan& plan, qint64 number,
    const DemoCalendar& calendar, DemoRandom& random)
{
    const Milliseconds bornAt = calendar.at(plan.opensOn - 21, 15 * 60);
    DemoCohort cohort;
    cohort.id = Id<Cohort>(random.id(bornAt));
    cohort.opensOn = plan.opensOn;
    cohort.share = plan.share;
    cohort.state = stateOf(cohort);
    Cohort record;
    record.id = cohort.id;
    record.name = u"第 %1 期"_s.arg(number);
    record.product = catalogue.product(DemoProduct::Trial);
    record.opensOn = calendar.dayText(plan.opensOn);
    record.days = qint64(demoLessonCount);
    record.conversionDay = demoConversionDay;
    record.capacity = classCapacity * qint64(catalogue.tutorCount);
    record.state = cohort.state;
    record.subject = u"数学思维"_s;
    catalogue.rows.push_back(toRow(record));
    addClasses(catalogue, cohort, record.name, bornAt + hourMs, random);
    addLessons(catalogue, cohort, bornAt + 2 * hourMs, calendar, random);
    catalogue.cohorts.push_back(cohort);
}

} // namespace

void detail::addDemoCohorts(
    DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
{
    addProducts(catalogue, calendar.at(-90, 14 * 60), random);
    qint64 number = firstCohortNumber;
    for (const CohortPlan& plan : cohortPlans)
        addCohort(catalogue, plan, number++, calendar, random);
}

} // namespace homeroom
