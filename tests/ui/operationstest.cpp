// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/admin/adminpage.h"
#include "ui/operations/operationspage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

void typeInto(RecordDialog& dialog, int field, const QString& text)
{
    auto* line = dialog.control(field)->findChild<QLineEdit*>();
    QVERIFY(line);
    line->clear();
    line->insert(text); // as an input method does
}

int rowNamed(CatalogueSection& section, const QString& name)
{
    for (int row = 0; row < section.model().rowCount(); ++row) {
        if (section.model().index(row, 0).data().toString() == name)
            return row;
    }
    return -1;
}

} // namespace

class OperationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stagesOfTheDefaultPipelineAreShownInOrder();
    void aTagIsAddedWithTheKeyboard();
    void aNameIsRequired();
    void aPriceIsTypedInYuan();
    void aWrongPriceSaysSoAndSavesNothing();
    void aStageMovesUpWithoutTouchingOthers();
    void aStageWithCardsAsksWhereTheyGo();
    void removingAStageIsOneUndoStep();
    void aliasesAreAddedAndRemovedByMember();
    void aChannelGoesOutOfUseAndComesBack();
    void tutorsOnlyRead();
    void matchingNothingSaysSoAndLeavesNoStep();
    void aCustomFieldTakesTheKeyThatImportsUse();
    void aNewUserNeedsATeamAndAPassword();
    void aUserIsMovedByTheServerOnly();
    void aUserIsDeactivatedByTheServerAfterAQuestion();
    void aUserInUseAgainIsAnEdit();
};

void OperationsTest::stagesOfTheDefaultPipelineAreShownInOrder()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    RecordTableModel& stages = page.section(RecordKind::Stage)->model();
    QCOMPARE(stages.rowCount(), 7);
    QCOMPARE(stages.index(0, 0).data().toString(), u"新线索"_s);
    QCOMPARE(stages.index(6, 0).data().toString(), u"已流失"_s);
}

void OperationsTest::aTagIsAddedWithTheKeyboard()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    page.show();
    CatalogueSection* tags = page.section(RecordKind::Tag);
    page.showSection(RecordKind::Tag);
    RecordDialog* dialog = tags->openNew();
    typeInto(*dialog, fieldIndexOf(&Tag::name), u"VIP"_s);
    QTest::keyClick(dialog->control(fieldIndexOf(&Tag::name))->findChild<QLineEdit*>(),
        Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(fixture.catalogue->tags().size(), size_t(1));
    QCOMPARE(fixture.catalogue->tags().front().name, u"VIP"_s);
    QCOMPARE(tags->model().rowCount(), 1);
}

void OperationsTest::aNameIsRequired()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    RecordDialog* dialog = page.section(RecordKind::Tag)->openNew();
    dialog->accept();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->rowError(dialog->control(fieldIndexOf(&Tag::name))).isEmpty());
    QVERIFY(fixture.catalogue->tags().empty());
}

void OperationsTest::aPriceIsTypedInYuan()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    RecordDialog* dialog = page.section(RecordKind::Product)->openNew();
    typeInto(*dialog, fieldIndexOf(&Product::name), u"系统课"_s);
    typeInto(*dialog, fieldIndexOf(&Product::price), u"2,990.50"_s);
    dialog->accept();
    QCOMPARE(fixture.catalogue->products().size(), size_t(1));
    QCOMPARE(fixture.catalogue->products().front().price, 299050);
    QVERIFY(fixture.catalogue->products().front().active);
}

void OperationsTest::aWrongPriceSaysSoAndSavesNothing()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    RecordDialog* dialog = page.section(RecordKind::Product)->openNew();
    typeInto(*dialog, fieldIndexOf(&Product::name), u"系统课"_s);
    typeInto(*dialog, fieldIndexOf(&Product::price), u"2990 roubles"_s);
    dialog->accept();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->rowError(dialog->control(fieldIndexOf(&Product::price))).isEmpty());
    QVERIFY(fixture.catalogue->products().empty());
}

void OperationsTest::aStageMovesUpWithoutTouchingOthers()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    CatalogueSection* stages = page.section(RecordKind::Stage);
    stages->select(fixture.stage(u"intent"_s));
    const qint64 before = fixture.store.outboxCount();
    stages->moveCurrent(-1);
    QCOMPARE(fixture.store.outboxCount(), before + 1);
    QCOMPARE(rowNamed(*stages, u"高意向"_s), 2);
    QCOMPARE(stages->current()->id, RecordId(fixture.stage(u"intent"_s)));
}

void OperationsTest::aStageWithCardsAsksWhereTheyGo()
{
    UiFixture fixture;
    fixture.addFamily(u"王芳"_s, u"intent"_s);
    OperationsPage page(fixture.context());
    CatalogueSection* stages = page.section(RecordKind::Stage);
    stages->select(fixture.stage(u"intent"_s));
    Q_EMIT stages->removalRequested(*stages->current());
    auto* dialog = page.findChild<FormDialog*>();
    QVERIFY(dialog);
    QVERIFY(fixture.catalogue->find(fixture.stage(u"intent"_s)));
    dialog->reject();
    QVERIFY(fixture.catalogue->find(fixture.stage(u"intent"_s)));
}

void OperationsTest::removingAStageIsOneUndoStep()
{
    UiFixture fixture;
    const Id<Opportunity> card = fixture.addFamily(u"王芳"_s, u"intent"_s);
    const Id<Stage> intent = fixture.stage(u"intent"_s);
    const Id<Stage> learning = fixture.stage(u"learning"_s);
    OperationsPage page(fixture.context());
    CatalogueSection* stages = page.section(RecordKind::Stage);
    stages->select(intent);
    page.removeStage(*stages->current(), learning);
    QCOMPARE(fixture.store.find(card)->stage, learning);
    QVERIFY(!fixture.catalogue->find(intent));
    fixture.desk->undo();
    QVERIFY(fixture.catalogue->find(intent));
    QCOMPARE(fixture.store.find(card)->stage, intent);
}

void OperationsTest::aliasesAreAddedAndRemovedByMember()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    CatalogueSection* channels = page.section(RecordKind::Channel);
    const int aliases = fieldIndexOf(&Channel::aliases);
    RecordDialog* dialog = channels->openNew();
    typeInto(*dialog, fieldIndexOf(&Channel::name), u"抖音"_s);
    typeInto(*dialog, aliases, u"douyin, dy"_s);
    dialog->accept();
    QCOMPARE(fixture.catalogue->channels().front().aliases, QStringList({u"douyin"_s, u"dy"_s}));
    channels->select(fixture.catalogue->channels().front().id);
    dialog = channels->openCurrent();
    typeInto(*dialog, aliases, u"dy，抖音广告"_s);
    dialog->accept();
    QCOMPARE(fixture.catalogue->channels().front().aliases, QStringList({u"dy"_s, u"抖音广告"_s}));
}

void OperationsTest::aChannelGoesOutOfUseAndComesBack()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    CatalogueSection* channels = page.section(RecordKind::Channel);
    RecordDialog* dialog = channels->openNew();
    typeInto(*dialog, fieldIndexOf(&Channel::name), u"抖音"_s);
    dialog->accept();
    channels->select(fixture.catalogue->channels().front().id);
    QPushButton* out = nullptr;
    for (QPushButton* button : channels->findChildren<QPushButton*>()) {
        if (button->text() == u"Take out of use"_s)
            out = button;
    }
    QVERIFY(out);
    out->click();
    QVERIFY(!fixture.catalogue->channels().front().active);
    out->click();
    QVERIFY(fixture.catalogue->channels().front().active);
}

void OperationsTest::tutorsOnlyRead()
{
    UiFixture fixture(UserRole::Tutor);
    OperationsPage page(fixture.context());
    page.show();
    for (const RecordKind kind : {RecordKind::Stage, RecordKind::Channel, RecordKind::Product}) {
        CatalogueSection* section = page.section(kind);
        QVERIFY(section->addButton().isHidden());
        section->table().selectRow(0);
        QVERIFY(!section->openCurrent());
    }
}

void OperationsTest::matchingNothingSaysSoAndLeavesNoStep()
{
    UiFixture fixture;
    for (const QString& source : {u"朋友圈"_s, u"朋友圈"_s, u"地推"_s}) {
        Customer customer;
        customer.id = fixture.store.newId<Customer>();
        customer.sourceText = source;
        QVERIFY(fixture.store.apply({createMutation(customer)}).ok());
    }
    OperationsPage page(fixture.context());
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        if (button->text() == u"Match source texts"_s)
            button->click();
    }
    QCOMPARE(fixture.applied, QStringList());
    QCOMPARE(fixture.refusals.size(), 1);
    QVERIFY2(fixture.refusals.first().contains(u"«朋友圈» (2), «地推» (1)"_s),
        qPrintable(fixture.refusals.first()));
}

void OperationsTest::aCustomFieldTakesTheKeyThatImportsUse()
{
    UiFixture fixture;
    OperationsPage page(fixture.context());
    RecordDialog* dialog = page.section(RecordKind::CustomField)->openNew();
    typeInto(*dialog, fieldIndexOf(&CustomField::name), u"Total Visits"_s);
    dialog->accept();
    QCOMPARE(fixture.catalogue->customFields().back().key, u"Total Visits"_s);
}

void OperationsTest::aNewUserNeedsATeamAndAPassword()
{
    UiFixture fixture(UserRole::Admin);
    Team team;
    team.id = fixture.store.newId<Team>();
    team.name = u"一组"_s;
    QVERIFY(fixture.store.apply({createMutation(team)}).ok());
    AdminPage page(fixture.context());
    QSignalSpy requested(&page, &AdminPage::userRequested);
    UserDialog* dialog = page.openNewUser();
    dialog->accept();
    QCOMPARE(requested.size(), 0);
    const QList<QLineEdit*> lines = dialog->findChildren<QLineEdit*>();
    QCOMPARE(lines.size(), 3);
    lines[0]->setText(u"linxiaoxiao"_s);
    lines[1]->setText(u"林晓晓"_s);
    lines[2]->setText(u"correct horse"_s);
    dialog->accept();
    QCOMPARE(requested.size(), 0); // a tutor works in a team
    dialog->findChildren<QComboBox*>().last()->setCurrentIndex(1);
    dialog->accept();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(dialog->user().team, RecordId(team.id));
}

namespace {

/// An admin's page with two teams and one tutor in the first, who is selected.
struct Staff {
    Staff()
    {
        first.id = fixture.store.newId<Team>();
        first.name = u"一组"_s;
        second.id = fixture.store.newId<Team>();
        second.name = u"二组"_s;
        user.id = fixture.store.newId<User>();
        user.name = u"lin"_s;
        user.displayName = u"林晓晓"_s;
        user.team = first.id;
        user.active = true;
        const bool made =
            fixture.store
                .apply({createMutation(first), createMutation(second), createMutation(user)})
                .ok();
        Q_ASSERT(made);
        page = std::make_unique<AdminPage>(fixture.context());
        page->users().select(user.id);
        waiting = fixture.store.outboxCount();
    }
    QPushButton* button(const QString& text)
    {
        for (auto* each : page->users().findChildren<QPushButton*>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    bool editedNothing() { return fixture.store.outboxCount() == waiting; }

    UiFixture fixture{UserRole::Admin};
    Team first{};
    Team second{};
    User user{};
    std::unique_ptr<AdminPage> page{};
    qint64 waiting = 0;
};

} // namespace

void OperationsTest::aUserIsMovedByTheServerOnly()
{
    Staff staff;
    RecordDialog* form = staff.page->users().openCurrent();
    QVERIFY(!form->control(fieldIndexOf(&User::team)));
    form->reject();
    QSignalSpy moved(staff.page.get(), &AdminPage::moveRequested);
    QPushButton* move = staff.button(u"Move to a team…"_s);
    QVERIFY(move && move->isEnabled());
    move->click();
    const QPointer<MoveUserDialog> dialog = staff.page->findChild<MoveUserDialog*>();
    QVERIFY(dialog);
    dialog->accept(); // the team they are in
    QCOMPARE(moved.size(), 0);
    auto* teams = dialog->findChild<QComboBox*>();
    teams->setCurrentIndex(0); // none, for a tutor
    dialog->accept();
    QCOMPARE(moved.size(), 0);
    teams->setCurrentIndex(teams->findData(staff.second.id.toString()));
    dialog->accept();
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<RecordId>(), RecordId(staff.user.id));
    QCOMPARE(moved[0][1].value<RecordId>(), RecordId(staff.second.id));
    QCOMPARE(moved[0][2].value<RecordId>(), RecordId(staff.first.id));
    dialog->showError({ErrorCode::Unavailable, {}});
    QVERIFY(dialog->isVisible() && dialog->acceptButton().isEnabled());
    QVERIFY(staff.editedNothing());
}

void OperationsTest::aUserIsDeactivatedByTheServerAfterAQuestion()
{
    Staff staff;
    const auto said = staff.fixture.store.store().write([&](Database& database) {
        Customer family;
        family.id = staff.fixture.store.newId<Customer>();
        family.owner = staff.user.id;
        RecordTable(database, recordType(RecordKind::Customer)).put(toRow(family));
        return Result<ChangeSet>(ChangeSet{Origin::Remote, {}});
    });
    QVERIFY(said.result().ok());
    QSignalSpy ended(staff.page.get(), &AdminPage::deactivationRequested);
    QPushButton* deactivate = staff.button(u"Deactivate…"_s);
    QVERIFY(deactivate && deactivate->isEnabled());
    deactivate->click();
    auto* dialog = staff.page->findChild<DeactivateDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(ended.size(), 0);
    const auto says = [&](const QString& words) {
        return std::ranges::any_of(dialog->findChildren<QLabel*>(),
            [&](const QLabel* label) { return label->text().contains(words); });
    };
    QVERIFY(says(u"can no longer sign in"_s));
    QVERIFY(says(u"1 family stays"_s) || says(u"1 families stay"_s));
    QCOMPARE(dialog->focusWidget(), &dialog->cancelButton());
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<RecordId>(), RecordId(staff.user.id));
    dialog->showError({ErrorCode::Depends, {}});
    QVERIFY(says(u"last admin"_s));
    QVERIFY(staff.editedNothing());
    QVERIFY(staff.fixture.store.find(staff.user.id)->active);
}

void OperationsTest::aUserInUseAgainIsAnEdit()
{
    Staff staff;
    QVERIFY(
        staff.fixture.store
            .apply(
                {Change<User>(staff.user.id, staff.user.id).set(&User::active, false).mutation()})
            .ok());
    staff.page->users().select(staff.user.id);
    QPushButton* again = staff.button(u"Use again"_s);
    QVERIFY(again);
    again->click();
    QVERIFY(staff.fixture.store.find(staff.user.id)->active);
}

HOMEROOM_TEST_MAIN(OperationsTest)
#include "operationstest.moc"
