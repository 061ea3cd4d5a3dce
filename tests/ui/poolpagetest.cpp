// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/poolpage.h"
#include "tests/support/pageworld.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "ui/handover/poolmodel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class PoolPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheServersListAndHowManyMayBeKept();
    void claimsWithTheKeyboardAndTakesTheRowAway();
    void whoWasSlowerReadsTheListAgain();
    void theCapIsExplained();
    void offlineIsWordsAndAWayBack();
    void theListComesByItselfWhenTheServerIsBack();
    void typingAsksOnceForTheWholeText();
    void moreComesOnRequest();
    void anAnswerToAnOlderQuestionIsDropped();
    void leavingWhileTheServerThinksIsHarmless();
};

namespace {

struct Pool {
    Pool()
    {
        world.context.server = &server;
        server.pool.push_back({{family(u"王芳"_s), family(u"李娜"_s)}, {}, 12, 300});
    }
    PoolFamily family(const QString& name)
    {
        return {world.store.ids().next(), name, u"+86138****2046"_s, u"上海"_s, {}, u"a"_s,
            1764000000000 - 3 * dayMs, {}};
    }
    void open()
    {
        page = std::make_unique<PoolPage>(world.context, world.shortcuts);
        tester = std::make_unique<QAbstractItemModelTester>(
            &page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        told = std::make_unique<QSignalSpy>(page.get(), &PoolPage::told);
        page->resize(1100, 700);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page does not become active");
    }
    QString cell(int row, PoolModel::Column column)
    {
        return page->model().index(row, column).data().toString();
    }
    QString lastTold() const { return told->isEmpty() ? QString() : told->last().at(0).toString(); }

    PageWorld world{};
    ScriptedServer server{};
    std::unique_ptr<PoolPage> page;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<QSignalSpy> told;
};

} // namespace

void PoolPageTest::showsTheServersListAndHowManyMayBeKept()
{
    Pool pool;
    pool.open();
    QCOMPARE(pool.page->model().rowCount(), 2);
    QCOMPARE(pool.cell(0, PoolModel::Name), u"王芳"_s);
    QVERIFY(pool.cell(0, PoolModel::Phone).contains(u"****"_s));
    QCOMPARE(pool.cell(0, PoolModel::Tier), u"A"_s);
    QVERIFY(pool.page->statusText().contains(u"You keep 12 of at most 300"_s));
    QVERIFY(!pool.page->claimButton().isEnabled());
    QVERIFY(!pool.page->moreButton().isVisible());
}

void PoolPageTest::claimsWithTheKeyboardAndTakesTheRowAway()
{
    Pool pool;
    pool.open();
    pool.page->table().setFocus();
    pool.page->table().selectRow(1);
    const RecordId wanted = pool.page->model().family(1).id;
    QTest::keyClick(&pool.page->table(), Qt::Key_Return);
    QCOMPARE(pool.server.asked.last(), u"claim 1"_s);
    QCOMPARE(pool.server.families.front().customer, wanted);
    QCOMPARE(pool.page->model().rowCount(), 1);
    QCOMPARE(pool.cell(0, PoolModel::Name), u"王芳"_s);
    QVERIFY(pool.page->statusText().contains(u"You keep 13"_s));
    QVERIFY(!pool.lastTold().isEmpty());
}

void PoolPageTest::whoWasSlowerReadsTheListAgain()
{
    Pool pool;
    pool.open();
    pool.page->table().selectAll();
    pool.server.refusal = Error{ErrorCode::Changed, {}};
    pool.server.silent = true;
    QTest::mouseClick(&pool.page->claimButton(), Qt::LeftButton);
    // While the server thinks, nobody can ask twice.
    QVERIFY(!pool.page->claimButton().isEnabled());
    pool.server.refusal.reset();
    pool.server.speak();
    QCOMPARE(pool.server.asked, (QStringList{u"pool «»"_s, u"claim 2"_s, u"pool «»"_s}));
    QVERIFY(pool.lastTold().contains(u"faster"_s));
}

void PoolPageTest::theCapIsExplained()
{
    Pool pool;
    pool.open();
    pool.page->table().selectRow(0);
    pool.server.refusal = Error{ErrorCode::TooMany, {}};
    QTest::mouseClick(&pool.page->claimButton(), Qt::LeftButton);
    QVERIFY(pool.lastTold().contains(u"300"_s));
    QCOMPARE(pool.page->model().rowCount(), 2);
}

void PoolPageTest::offlineIsWordsAndAWayBack()
{
    Pool pool;
    pool.server.refusal = Error{ErrorCode::Unavailable, {}};
    pool.open();
    QVERIFY(pool.page->emptyState().isVisible());
    QCOMPARE(pool.page->emptyState().kind(), EmptyState::Kind::Offline);
    pool.server.refusal.reset();
    QTest::mouseClick(&pool.page->emptyState().actionButton(), Qt::LeftButton);
    QCOMPARE(pool.page->model().rowCount(), 2);
    QVERIFY(pool.page->table().isVisible());
}

void PoolPageTest::theListComesByItselfWhenTheServerIsBack()
{
    Pool pool;
    pool.server.refusal = Error{ErrorCode::Unavailable, {}};
    pool.open();
    pool.server.refusal.reset();
    pool.page->serverAnswers();
    QCOMPARE(pool.page->model().rowCount(), 2);
    QVERIFY(pool.page->table().isVisible());
    // What is read stays; a refusal of another kind would be refused again.
    const qsizetype asked = pool.server.asked.size();
    pool.page->serverAnswers();
    pool.server.refusal = Error{ErrorCode::Forbidden, {}};
    pool.page->reload();
    pool.page->serverAnswers();
    QCOMPARE(pool.server.asked.size(), asked + 1);
}

void PoolPageTest::typingAsksOnceForTheWholeText()
{
    Pool pool;
    pool.open();
    QTest::keyClicks(&pool.page->findField(), u"shang"_s);
    QTRY_COMPARE(pool.server.asked.last(), u"pool «shang»"_s);
    QCOMPARE(pool.server.asked.size(), 2);
    QCOMPARE(pool.page->emptyState().kind(), EmptyState::Kind::Empty);
    QTest::mouseClick(&pool.page->emptyState().actionButton(), Qt::LeftButton);
    QCOMPARE(pool.server.asked.last(), u"pool «»"_s);
}

void PoolPageTest::moreComesOnRequest()
{
    Pool pool;
    pool.server.pool.front().next = pool.server.pool.front().families.back().id;
    pool.server.pool.push_back({{pool.family(u"陈静"_s)}, {}, 12, 300});
    pool.open();
    QVERIFY(pool.page->moreButton().isVisible());
    QTest::mouseClick(&pool.page->moreButton(), Qt::LeftButton);
    QCOMPARE(pool.server.asked.last(), u"pool «» more"_s);
    QCOMPARE(pool.page->model().rowCount(), 3);
    QVERIFY(!pool.page->moreButton().isVisible());
}

void PoolPageTest::anAnswerToAnOlderQuestionIsDropped()
{
    Pool pool;
    pool.server.silent = true;
    pool.server.pool.push_back({{pool.family(u"陈静"_s)}, {}, 12, 300});
    pool.open();
    pool.page->reload();
    pool.server.speak();
    QCOMPARE(pool.page->model().rowCount(), 1);
    QCOMPARE(pool.cell(0, PoolModel::Name), u"陈静"_s);
}

void PoolPageTest::leavingWhileTheServerThinksIsHarmless()
{
    Pool pool;
    pool.server.silent = true;
    pool.open();
    pool.tester.reset();
    pool.page.reset();
    pool.server.speak();
    QCOMPARE(pool.server.asked.size(), 1);
}

HOMEROOM_TEST_MAIN(PoolPageTest)
#include "poolpagetest.moc"
