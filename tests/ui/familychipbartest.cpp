// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/familychipbar.h"
#include "tests/support/boardpageobject.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/customers/customerspage.h"
#include "ui/editing/pageviews.h"
#include "ui/widgets/chip.h"

#include <QLineEdit>
#include <QTableView>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class FamilyChipBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyChipsThatAFamilyHasAreThere();
    void aChipLeavesItsFamiliesAndFollowsThem();
    void chipsAndTypedTextBothHold();
    void chipsAreWalkedAndSwitchedWithTheKeyboard();
    void aSavedViewBringsTheChipsBack();
    void nothingLeftOffersTheWayBack();
    void theBoardShowsTheSameFamilies();
    void aBoardViewBringsBackPipelineAndFilters();
};

namespace {

/// The page of families with two leads: one to befriend, one that only waits for the group.
struct Page {
    Page()
    {
        stranger = world.families.add(u"王芳"_s, {}, talked);
        known = world.families.add(u"李娜"_s, {}, [](Customer& customer) {
            talked(customer);
            customer.friendState = FriendState::Added;
        });
        page.resize(1280, 800);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
    }
    static void talked(Customer& customer) { customer.lastContactAt = 1764000000000; }
    Chip* chip(FamilyChip each) { return page.chips().chip(chipWord(each)); }
    bool press(FamilyChip each)
    {
        if (!QTest::qWaitFor([&] { return chip(each) && chip(each)->isVisible(); }))
            return false;
        QTest::mouseClick(chip(each), Qt::LeftButton);
        return true;
    }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < page.model().rowCount(); ++row)
            names << page.model().row(row)->customer.name;
        names.sort();
        return names;
    }

    PageWorld world{};
    Id<Customer> stranger{};
    Id<Customer> known{};
    CustomersPage page{world.context, world.shortcuts};
};

} // namespace

void FamilyChipBarTest::onlyChipsThatAFamilyHasAreThere()
{
    Page page;
    QTRY_VERIFY(page.chip(FamilyChip::ToFriend));
    QCOMPARE(page.chip(FamilyChip::ToFriend)->count(), std::optional<int>(1));
    QVERIFY(page.chip(FamilyChip::ToGroup));
    QVERIFY(!page.chip(FamilyChip::Overdue));
    page.world.families.set(
        page.stranger, &Customer::nextStepAt, std::optional<Milliseconds>(1764000000000 - hourMs));
    QTRY_VERIFY(page.chip(FamilyChip::Overdue));
    QVERIFY(page.page.chips().isVisible());
}

void FamilyChipBarTest::aChipLeavesItsFamiliesAndFollowsThem()
{
    Page page;
    QVERIFY(page.press(FamilyChip::ToGroup));
    QCOMPARE(page.names(), QStringList{u"李娜"_s});
    page.world.families.set(page.stranger, &Customer::friendState, FriendState::Added);
    QTRY_COMPARE(page.names().size(), 2);
    // Its work done, a family leaves the list, and the chip stays as long as it is on.
    page.world.families.set(page.stranger, &Customer::groupState, GroupState::In);
    page.world.families.set(page.known, &Customer::groupState, GroupState::In);
    QTRY_VERIFY(page.names().isEmpty());
    QVERIFY(page.chip(FamilyChip::ToGroup));
    QTest::mouseClick(page.chip(FamilyChip::ToGroup), Qt::LeftButton);
    QCOMPARE(page.names().size(), 2);
}

void FamilyChipBarTest::chipsAndTypedTextBothHold()
{
    Page page;
    page.world.families.set(page.stranger, &Customer::friendState, FriendState::Added);
    QTRY_VERIFY(page.chip(FamilyChip::ToGroup)
        && page.chip(FamilyChip::ToGroup)->count() == std::optional<int>(2));
    QVERIFY(page.press(FamilyChip::ToGroup));
    QCOMPARE(page.names().size(), 2);
    page.page.filterField().setText(u"wang"_s);
    QCOMPARE(page.names(), QStringList{u"王芳"_s});
    page.page.chips().clearAll();
    QCOMPARE(page.names(), QStringList{u"王芳"_s});
}

void FamilyChipBarTest::chipsAreWalkedAndSwitchedWithTheKeyboard()
{
    Page page;
    QTRY_VERIFY(page.chip(FamilyChip::ToGroup));
    page.chip(FamilyChip::ToFriend)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), page.chip(FamilyChip::ToGroup));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(page.names(), QStringList{u"李娜"_s});
    QVERIFY(!page.chip(FamilyChip::ToGroup)->accessibleName().isEmpty());
}

void FamilyChipBarTest::aSavedViewBringsTheChipsBack()
{
    Page page;
    QVERIFY(page.press(FamilyChip::ToGroup));
    page.page.views().saveAs(u"进群"_s, page.page.definition());
    page.page.chips().clearAll();
    QCOMPARE(page.names().size(), 2);
    page.page.views().choose(0);
    QCOMPARE(page.names().size(), 2);
    page.page.views().choose(1);
    QCOMPARE(page.names(), QStringList{u"李娜"_s});
    QCOMPARE(page.page.chips().chosen(), QStringList{chipWord(FamilyChip::ToGroup)});
}

void FamilyChipBarTest::nothingLeftOffersTheWayBack()
{
    Page page;
    QVERIFY(page.press(FamilyChip::ToGroup));
    QVERIFY(page.press(FamilyChip::ToFriend));
    QVERIFY(page.names().isEmpty());
    auto* back = page.page.findChild<EmptyState*>()->findChild<QPushButton*>();
    QVERIFY(back && back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(page.names().size(), 2);
    QVERIFY(page.page.chips().chosen().isEmpty());
}

void FamilyChipBarTest::theBoardShowsTheSameFamilies()
{
    BoardPageObject board;
    FamilyFixture::Family stranger = board.family(u"王芳"_s, "new");
    stranger.customer.friendState = FriendState::NotAdded;
    FamilyFixture::Family known = board.family(u"李娜"_s, "friend");
    known.customer.friendState = FriendState::Added;
    known.customer.groupState = GroupState::NotIn;
    for (FamilyFixture::Family* family : {&stranger, &known}) {
        family->customer.name = family == &known ? u"李娜"_s : u"王芳"_s;
        board.families().absorb(family->customer);
    }
    board.open();
    BoardPage& page = board.page();
    QTRY_VERIFY(page.chips().chip(chipWord(FamilyChip::ToGroup)));
    QTRY_COMPARE(page.model().shownCount(), 2);
    QTest::mouseClick(page.chips().chip(chipWord(FamilyChip::ToGroup)), Qt::LeftButton);
    QCOMPARE(page.model().shownCount(), 1);
    QVERIFY(page.model().find(known.opportunity.id).first);
    // The heads go on telling the whole column.
    QCOMPARE(page.model().cardCount(), 2);
}

void FamilyChipBarTest::aBoardViewBringsBackPipelineAndFilters()
{
    BoardPageObject board;
    FamilyFixture::Family known = board.family(u"李娜"_s, "friend");
    known.customer.name = u"李娜"_s;
    known.customer.friendState = FriendState::Added;
    known.customer.groupState = GroupState::NotIn;
    board.families().absorb(known.customer);
    board.family(u"王芳"_s, "new");
    board.open();
    BoardPage& page = board.page();
    const Id<Pipeline> trial = page.model().pipeline();
    QTRY_VERIFY(page.chips().chip(chipWord(FamilyChip::ToGroup)));
    QTest::mouseClick(page.chips().chip(chipWord(FamilyChip::ToGroup)), Qt::LeftButton);
    page.findField().setText(u"李"_s);
    page.views().saveAs(u"进群"_s, page.definition());
    TabStrip& tabs = page.toolbar().views();
    QTRY_COMPARE(tabs.tabText(tabs.currentIndex()), u"进群"_s);
    QCOMPARE(page.model().shownCount(), 1);
    // The second tab is the renewal pipeline: all of it.
    page.views().choose(1);
    QVERIFY(page.model().pipeline() != trial);
    QVERIFY(page.chips().chosen().isEmpty());
    QVERIFY(page.findField().text().isEmpty());
    page.views().choose(2);
    QCOMPARE(page.model().pipeline(), trial);
    QCOMPARE(page.findField().text(), u"李"_s);
    QTRY_COMPARE(page.model().shownCount(), 1);
    QVERIFY(page.model().find(known.opportunity.id).first);
}

HOMEROOM_TEST_MAIN(FamilyChipBarTest)
#include "familychipbartest.moc"
