// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/familyfixture.h"

#include "models/values/rank.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView surnames[] = {u"王", u"李", u"张", u"刘", u"陈", u"杨", u"赵", u"黄", u"周",
    u"吴", u"徐", u"孙", u"马", u"朱", u"胡", u"郭", u"何", u"林", u"罗", u"郑", u"欧阳", u"司马"};
constexpr QStringView givenNames[] = {u"芳", u"静", u"敏", u"丽", u"建国", u"晓东", u"雅琴", u"慧",
    u"倩", u"婷婷", u"志强", u"海燕", u"雪梅", u"国栋", u"秀英", u"丹", u"磊", u"洋"};
constexpr QStringView childNames[] = {u"乐乐", u"浩浩", u"朵朵", u"子轩", u"糖糖", u"明明", u"豆豆",
    u"可可", u"东东", u"依依", u"小雨", u"嘉嘉", u"梓涵", u"一诺", u"沐宸"};
constexpr QStringView cities[] = {u"上海", u"杭州", u"成都", u"武汉", u"西安", u"郑州"};
constexpr QStringView earlySteps[] = {
    u"加好友", u"发欢迎语", u"未通过,改打电话", u"拉进班级群", u"确认上课时间"};
constexpr QStringView campSteps[] = {u"提醒上课", u"催作业", u"点评作业", u"1v1 深度沟通",
    u"发学情卡", u"补课提醒", u"邀约 D5 直播"};
constexpr QStringView lateSteps[] = {
    u"算价格", u"等爸爸同意", u"发对比话术", u"补尾款", u"交接给系统课老师", u"转介绍邀请"};

bool isEarly(StageRole role)
{
    return role == StageRole::Open || role == StageRole::Friend;
}

bool isLate(StageRole role)
{
    return role == StageRole::Intent || role == StageRole::Deposit || role == StageRole::Paid;
}

} // namespace

FamilyFixture::FamilyFixture(StoreFixture& fixture, quint32 seed)
    : m_fixture(fixture), m_random(seed)
{
    addOrganisation();
    addCohort();
}

void FamilyFixture::addOrganisation()
{
    m_tutor.id = m_fixture.newId<User>();
    m_tutor.displayName = u"林晓晓"_s;
    m_tutor.active = true;
    m_course.id = m_fixture.newId<Product>();
    m_course.name = u"数学系统课"_s;
    m_course.kind = ProductKind::Full;
    m_course.price = 299000;
    m_course.active = true;
    std::vector<RecordRow> rows{toRow(m_tutor), toRow(m_course)};
    for (const QStringView name : {QStringView(u"体验营"), QStringView(u"续报")}) {
        Pipeline pipeline;
        pipeline.id = m_fixture.newId<Pipeline>();
        pipeline.name = name.toString();
        pipeline.rank = rankAt(qint64(m_pipelines.size()), 2);
        pipeline.isDefault = m_pipelines.empty();
        pipeline.active = true;
        rows.push_back(toRow(pipeline));
        m_pipelines.push_back(pipeline);
    }
    addStage(trial(), "new", u"新线索", StageRole::Open);
    addStage(trial(), "friend", u"已加好友", StageRole::Friend);
    addStage(trial(), "group", u"已入群", StageRole::Group);
    addStage(trial(), "learning", u"体验中", StageRole::Learning);
    addStage(trial(), "intent", u"高意向", StageRole::Intent);
    addStage(trial(), "deposit", u"已付定金", StageRole::Deposit);
    addStage(trial(), "paid", u"已成交", StageRole::Paid);
    addStage(trial(), "lost", u"已流失", StageRole::Lost);
    addStage(renewal(), "renewal", u"待续报", StageRole::Open);
    addStage(renewal(), "renewed", u"已续报", StageRole::Paid);
    for (const Stage& each : m_stages)
        rows.push_back(toRow(each));
    absorbRows(std::move(rows));
}

void FamilyFixture::addStage(
    const Pipeline& pipeline, const char* key, QStringView name, StageRole role)
{
    Stage added;
    added.id = m_fixture.newId<Stage>();
    added.name = name.toString();
    added.key = QString::fromLatin1(key);
    added.pipeline = pipeline.id;
    added.rank = rankAt(qint64(m_stages.size()), 12);
    added.role = role;
    m_stages.push_back(added);
}

void FamilyFixture::addCohort()
{
    constexpr int campDays = 7;
    constexpr int today = 4;
    m_cohort.id = m_fixture.newId<Cohort>();
    m_cohort.name = u"三年级数学 · 第 47 期"_s;
    m_cohort.days = campDays;
    std::vector<RecordRow> rows{toRow(m_cohort)};
    for (int day = 1; day <= campDays; ++day) {
        Lesson lesson;
        lesson.id = m_fixture.newId<Lesson>();
        lesson.name = u"D%1"_s.arg(day);
        lesson.cohort = m_cohort.id;
        lesson.cohortDay = day;
        lesson.unlocksAt = m_fixture.clock().now() - hourMs + (day - today) * dayMs;
        lesson.homework = true;
        m_lessons.push_back(lesson);
        rows.push_back(toRow(lesson));
    }
    absorbRows(std::move(rows));
}

const Stage& FamilyFixture::stage(const char* key) const
{
    const auto found = std::find_if(m_stages.begin(), m_stages.end(),
        [key](const Stage& each) { return each.key == QLatin1StringView(key); });
    if (found == m_stages.end())
        qFatal("no stage %s", key);
    return *found;
}

void FamilyFixture::absorbRows(std::vector<RecordRow> rows)
{
    const auto work = [&](Database& database) -> Result<ChangeSet> {
        ChangeSet changes{Origin::Remote, {}};
        std::map<RecordKind, RecordTable> tables;
        for (RecordRow& row : rows) {
            row.stamp = {1, ++m_seq};
            tables.try_emplace(row.kind, database, recordType(row.kind)).first->second.put(row);
            changes.records.push_back({row.kind, row.id, row.root, row.deleted});
        }
        return changes;
    };
    if (!m_fixture.store().write(work).result().ok())
        qFatal("the families cannot be written");
}

void FamilyFixture::withdraw(RecordKind kind, const RecordId& id)
{
    std::optional<RecordRow> row = RecordTable(m_fixture.reader(), recordType(kind)).find(id);
    if (!row)
        qFatal("no record to withdraw");
    row->deleted = true;
    absorbRows({*row});
}

FamilyFixture::Family FamilyFixture::addFamily(const Stage& stage)
{
    std::vector<RecordRow> rows;
    Family family = makeFamily(stage, rows);
    absorbRows(std::move(rows));
    return family;
}

void FamilyFixture::fillStage(const Stage& stage, int families)
{
    std::vector<RecordRow> rows;
    for (int i = 0; i < families; ++i)
        makeFamily(stage, rows);
    absorbRows(std::move(rows));
}

void FamilyFixture::fill(int families)
{
    // Shares of a running camp, in percent.
    constexpr std::pair<const char*, int> shares[] = {{"new", 27}, {"friend", 16}, {"group", 19},
        {"learning", 17}, {"intent", 8}, {"deposit", 4}, {"paid", 5}, {"lost", 4}};
    std::vector<RecordRow> rows;
    for (const auto& [key, percent] : shares) {
        for (int i = 0; i < families * percent / 100; ++i)
            makeFamily(stage(key), rows);
    }
    absorbRows(std::move(rows));
}

FamilyFixture::Family FamilyFixture::makeFamily(const Stage& stage, std::vector<RecordRow>& rows)
{
    constexpr int most = 100'000;
    Family family;
    family.customer.id = m_fixture.newId<Customer>();
    family.customer.name = one(surnames).toString() + one(givenNames).toString();
    family.customer.phone = u"+8619900%1"_s.arg(m_families, 6, 10, QChar(u'0'));
    family.customer.wechatId = u"wx_%1"_s.arg(m_families);
    family.customer.owner = m_tutor.id;
    describe(family.customer, stage);
    family.student.id = m_fixture.newId<Student>();
    family.student.customer = family.customer.id;
    family.student.name = one(childNames).toString();
    family.student.grade = 1 + below(6);
    family.opportunity.id = m_fixture.newId<Opportunity>();
    family.opportunity.customer = family.customer.id;
    family.opportunity.student = family.student.id;
    family.opportunity.pipeline = stage.pipeline;
    family.opportunity.stage = stage.id;
    family.opportunity.rank = rankAt(m_families++, most);
    family.opportunity.stageEnteredAt = m_fixture.clock().now() - below(5) * dayMs;
    if (isLate(stage.role))
        family.opportunity.amount = stage.role == StageRole::Deposit ? 20000 : m_course.price;
    rows.push_back(toRow(family.customer));
    rows.push_back(toRow(family.student));
    rows.push_back(toRow(family.opportunity));
    if (!isEarly(stage.role))
        addLessons(family, rows);
    return family;
}

void FamilyFixture::describe(Customer& customer, const Stage& stage)
{
    customer.relation = below(4) == 0 ? FamilyRelation::Father : FamilyRelation::Mother;
    customer.city = one(cities).toString();
    const int best = isLate(stage.role) ? 4 : isEarly(stage.role) ? 2 : 3;
    customer.tier = Tier(1 + below(best));
    if (isLate(stage.role))
        customer.tier = below(3) == 0 ? Tier::B : Tier::A;
    if (below(9) != 0) {
        const QStringView step = isEarly(stage.role) ? one(earlySteps)
            : isLate(stage.role)                     ? one(lateSteps)
                                                     : one(campSteps);
        customer.nextStep = step.toString();
        customer.nextStepAt = m_fixture.clock().now() + (below(60) - 12) * hourMs;
    }
}

void FamilyFixture::addLessons(const Family& family, std::vector<RecordRow>& rows)
{
    Enrollment enrollment;
    enrollment.id = m_fixture.newId<Enrollment>();
    enrollment.customer = family.customer.id;
    enrollment.student = family.student.id;
    enrollment.cohort = m_cohort.id;
    enrollment.joinedAt = m_fixture.clock().now() - 6 * dayMs;
    rows.push_back(toRow(enrollment));
    const int zeal = family.customer.tier == Tier::A ? 9 : family.customer.tier == Tier::B ? 7 : 4;
    for (const Lesson& lesson : m_lessons) {
        if (lesson.unlocksAt > m_fixture.clock().now() || below(12) == 0)
            continue;
        LessonProgress progress;
        progress.id = m_fixture.newId<LessonProgress>();
        progress.customer = family.customer.id;
        progress.enrollment = enrollment.id;
        progress.lesson = lesson.id;
        progress.attended = below(10) < zeal + 1 ? Attendance::Live : Attendance::Missed;
        progress.finished = progress.attended == Attendance::Live && below(10) < zeal;
        if (progress.finished && below(10) < zeal)
            progress.homeworkAt = lesson.unlocksAt + 5 * hourMs;
        progress.practiceMinutes = progress.finished ? 10 + below(30) : below(8);
        rows.push_back(toRow(progress));
    }
}

} // namespace homeroom::test
