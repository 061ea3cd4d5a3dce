// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/admin/adminpage.h"
#include "ui/operations/operationspage.h"

#include <QComboBox>
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

HOMEROOM_TEST_MAIN(OperationsTest)
#include "operationstest.moc"
