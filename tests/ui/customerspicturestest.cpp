// SPDX-License-Identifier: GPL-3.0-or-later
// The families page with the panel beside it as pictures in the build tree, light and dark; the
// test itself looks for words that do not fit.
#include "models/values/rank.h"
#include "tests/support/pageworld.h"
#include "tests/support/pictures.h"
#include "tests/support/testmain.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/followupbox.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

QString pick(const QStringList& words, int number)
{
    return words[number % words.size()];
}

/// A tutor's families in the middle of a camp.
class Camp {
public:
    explicit Camp(PageWorld& world) : m_world(world)
    {
        world.store.clock().set(
            QDateTime(QDate(2025, 11, 20), QTime(19, 42), world.context.zone).toMSecsSinceEpoch());
        m_now = world.store.clock().now();
        makeCatalogue();
        for (int i = 0; i < 34; ++i)
            m_shown = addFamily(i);
        world.store.clock().set(m_now);
        addHistory();
    }
    Id<Customer> shown() const { return m_shown; }

private:
    void makeCatalogue()
    {
        Families& families = m_world.families;
        m_pipeline = families.addPipeline();
        m_stages = listRecords<Stage>(m_world.store.reader());
        int color = 0;
        for (const QString& name : {u"价格敏感"_s, u"爸爸做主"_s, u"二孩"_s, u"老带新"_s}) {
            Tag tag;
            tag.name = name;
            tag.color = 1 + color++ * 2;
            m_tags.append(families.put(tag).toString());
        }
        for (const QString& name : {u"抖音直播"_s, u"朋友圈广告"_s, u"地推"_s}) {
            Channel channel;
            channel.name = name;
            channel.active = true;
            m_channels.push_back(families.put(channel));
        }
        Product product;
        product.name = u"数学体验营"_s;
        product.price = 990;
        m_product = families.put(product);
        Cohort cohort;
        cohort.name = u"三年级数学 第47期"_s;
        cohort.opensOn = u"2025-11-18"_s;
        cohort.days = 7;
        cohort.state = CohortState::Running;
        m_cohort = families.put(cohort);
        for (int day = 1; day <= 7; ++day) {
            Lesson lesson;
            lesson.cohort = m_cohort;
            lesson.name =
                pick({u"巧算与凑整"_s, u"图形的周长"_s, u"和差倍问题"_s, u"逻辑推理"_s}, day);
            lesson.cohortDay = day;
            lesson.homework = true;
            lesson.unlocksAt = m_now - 30 * minuteMs + (day - 3) * dayMs;
            m_lessons.push_back(families.put(lesson));
        }
    }
    Id<Customer> addFamily(int i)
    {
        const QStringList parents{u"王芳"_s, u"李建国"_s, u"陈静"_s, u"单雅琴"_s, u"赵敏"_s,
            u"周强"_s, u"吴倩"_s, u"郑凯"_s, u"孙丽"_s, u"马超"_s, u"解晓东"_s, u"欧阳慧"_s};
        const QStringList children{u"乐乐"_s, u"小雨"_s, u"浩浩"_s, u"朵朵"_s, u"嘉嘉"_s, u"子轩"_s,
            u"糖糖"_s, u"明明"_s, u"豆豆"_s, u"可可"_s};
        const QStringList steps{u"加好友"_s, u"提醒 D2 上课"_s, u"1v1 深度沟通"_s, u"算价格"_s,
            u"等爸爸同意"_s, u"催作业"_s, u"邀约 D5 直播"_s};
        const Id<Customer> id = m_world.families.add(
            pick(parents, i * 5), pick(children, i * 7), [&](Customer& customer) {
                customer.phone = u"+8619900%1"_s.arg(2046 + i * 137, 6, 10, QLatin1Char('0'));
                customer.relation = i % 3 ? FamilyRelation::Mother : FamilyRelation::Father;
                customer.city = pick({u"上海"_s, u"杭州"_s, u"苏州"_s, u"合肥"_s}, i);
                customer.tier = Tier(i % 5);
                customer.channel = m_channels[size_t(i) % m_channels.size()];
                customer.nextStep = pick(steps, i);
                customer.nextStepAt = m_now + (i % 7 - 2) * 5 * hourMs;
                customer.lastContactAt = m_now - i * 3 * hourMs;
                if (i % 3 == 0)
                    customer.tags = {m_tags[i % 4], m_tags[(i + 1) % 4]};
            });
        Opportunity opportunity;
        opportunity.customer = id;
        opportunity.pipeline = m_pipeline;
        opportunity.stage = m_stages[size_t(i) % m_stages.size()].id;
        opportunity.stageEnteredAt = m_now - 2 * dayMs;
        m_world.families.put(opportunity);
        return id;
    }
    void addHistory()
    {
        Families& families = m_world.families;
        families.set(m_shown, &Customer::score, std::optional<qint64>(86));
        families.set(m_shown, &Customer::tier, Tier::A);
        families.set(m_shown, &Customer::tierReason, u"自己预约了课程，三天全勤，作业 3/3"_s);
        families.set(m_shown, &Customer::friendAddedAt, std::optional(m_now - 3 * dayMs));
        families.set(m_shown, &Customer::tags, QStringList{m_tags[0], m_tags[2]});
        const Id<Student> child =
            familyRecords<Student>(m_world.store.reader(), m_shown).front().id;
        Enrollment enrollment;
        enrollment.customer = m_shown;
        enrollment.student = child;
        enrollment.cohort = m_cohort;
        enrollment.joinedAt = m_now - 4 * dayMs;
        enrollment.id = families.put(enrollment);
        for (int day = 0; day < 3; ++day) {
            LessonProgress progress;
            progress.customer = m_shown;
            progress.enrollment = enrollment.id;
            progress.lesson = m_lessons[size_t(day)];
            progress.attended = day == 1 ? Attendance::Replay : Attendance::Live;
            progress.finished = day != 1;
            progress.minutes = 38 + day * 2;
            if (day < 2)
                progress.homeworkAt = m_now - (2 - day) * dayMs + hourMs;
            families.put(progress);
        }
        FollowUp call;
        call.customer = m_shown;
        call.kind = FollowUpKind::Call;
        call.result = FollowUpResult::Connected;
        call.duration = 252;
        call.text = u"孩子计算粗心，妈妈关心期末；爸爸觉得价格高，周末一起商量。"_s;
        call.nextStep = u"深度沟通"_s;
        call.nextAt = m_now + 2 * dayMs;
        call.happenedAt = m_now - 22 * hourMs;
        families.put(call);
        Order order;
        order.customer = m_shown;
        order.student = child;
        order.product = m_product;
        order.amount = 990;
        order.paidAt = m_now - 5 * dayMs;
        families.put(order);
    }

    PageWorld& m_world;
    Milliseconds m_now = 0;
    Id<Pipeline> m_pipeline;
    std::vector<Stage> m_stages;
    QStringList m_tags;
    std::vector<Id<Channel>> m_channels;
    Id<Product> m_product;
    Id<Cohort> m_cohort;
    std::vector<Id<Lesson>> m_lessons;
    Id<Customer> m_shown;
};

} // namespace

class CustomersPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCut_data();
    void nothingIsCut();
};

void CustomersPicturesTest::nothingIsCut_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << int(ThemeMode::Light);
    QTest::newRow("dark") << int(ThemeMode::Dark);
}

void CustomersPicturesTest::nothingIsCut()
{
    QFETCH(int, mode);
    const QString suffix = mode == int(ThemeMode::Light) ? u"-light"_s : u"-dark"_s;
    PageWorld world;
    world.theme.setMode(ThemeMode(mode));
    const Camp camp(world);
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* page = new CustomersPage(world.context, world.shortcuts);
    auto* panel = new CustomerPanel(world.context, world.shortcuts);
    panel->setFixedWidth(336);
    row->addWidget(page, 1);
    row->addWidget(panel);
    window.resize(1280, 872);
    window.show();
    page->setCurrent(camp.shown());
    panel->open(camp.shown());
    QCoreApplication::processEvents();
    for (const auto tab : {CustomerPanel::Tab::Timeline, CustomerPanel::Tab::Learning,
             CustomerPanel::Tab::Orders, CustomerPanel::Tab::Fields}) {
        panel->showTab(tab);
        QCoreApplication::processEvents();
        QVERIFY(savePicture(window, u"customers-%1"_s.arg(int(tab)) + suffix));
        QCOMPARE(cutTexts(window), QStringList());
    }
    NewCustomerDialog dialog(world.context);
    dialog.show();
    QVERIFY(savePicture(dialog, u"customers-new"_s + suffix));
    QCOMPARE(cutTexts(dialog), QStringList());
    page->filterField().setText(u"不存在"_s);
    QVERIFY(savePicture(window, u"customers-empty"_s + suffix));
}

HOMEROOM_TEST_MAIN(CustomersPicturesTest)
#include "customerspicturestest.moc"
