// SPDX-License-Identifier: GPL-3.0-or-later
// Every control and widget on one sheet, light and dark, Chinese and English, saved as pictures
// in the build tree; the test itself looks for words that do not fit.
#include "tests/support/gallerysheet.h"
#include "tests/support/memorywindowsettings.h"
#include "tests/support/pictures.h"
#include "tests/support/testmain.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/rail.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/statusline.h"
#include "ui/theme/style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/learningstrip.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tierbadge.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toolbarrow.h"
#include "ui/widgets/windowquestions.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class GalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void controlsAndWidgetsShowAllTheirWords_data() { looks(); }
    void controlsAndWidgetsShowAllTheirWords();
    void windowShowsAllItsWords_data() { looks(); }
    void windowShowsAllItsWords();
    void dialogsShowAllTheirWords_data() { looks(); }
    void dialogsShowAllTheirWords();

private:
    static void looks();
    static QString suffix();
};

void GalleryTest::looks()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("zh");
    QTest::addColumn<int>("size");
    QTest::newRow("light-zh") << false << true << int(TextSize::Normal);
    QTest::newRow("dark-zh") << true << true << int(TextSize::Normal);
    QTest::newRow("light-en") << false << false << int(TextSize::Normal);
    QTest::newRow("dark-en-large") << true << false << int(TextSize::Large);
}

QString GalleryTest::suffix()
{
    return u'-' + QLatin1StringView(QTest::currentDataTag());
}

void GalleryTest::controlsAndWidgetsShowAllTheirWords()
{
    QFETCH(bool, dark);
    QFETCH(bool, zh);
    QFETCH(int, size);
    Theme theme(*qApp, [dark] { return dark ? Scheme::Dark : Scheme::Light; });
    theme.setTextSize(static_cast<TextSize>(size));
    const auto sheet = Sheet(theme, zh).make();
    sheet->show();
    sheet->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(sheet.get()));
    sheet->findChild<QPlainTextEdit*>()->setFocus();
    Toast toast(theme, sheet.get());
    toast.present({word(zh, u"Moved to High intention"_s, u"已移动到 高意向"_s),
        word(zh, u"Undo"_s, u"撤销"_s), u"Ctrl+Z"_s, {}});
    QCOMPARE(test::cutTexts(*sheet), QStringList());
    QVERIFY(test::savePicture(*sheet, u"gallery"_s + suffix(), 1.0));
    QVERIFY(test::savePicture(*sheet, u"gallery"_s + suffix() + u"-150"_s, 1.5));
}

void GalleryTest::windowShowsAllItsWords()
{
    QFETCH(bool, dark);
    QFETCH(bool, zh);
    QFETCH(int, size);
    Theme theme(*qApp, [dark] { return dark ? Scheme::Dark : Scheme::Light; });
    theme.setTextSize(static_cast<TextSize>(size));
    Shortcuts shortcuts;
    test::MemoryWindowSettings settings;
    MainWindow window(theme, shortcuts, settings);
    const QList<std::tuple<Icon, QString, QString>> pages = {{Icon::Today, u"Today"_s, u"今日"_s},
        {Icon::Board, u"Board"_s, u"看板"_s}, {Icon::Customers, u"Customers"_s, u"客户"_s},
        {Icon::Scripts, u"Scripts"_s, u"话术"_s}, {Icon::Learning, u"Learning"_s, u"学情"_s},
        {Icon::Cohorts, u"Cohorts"_s, u"营期"_s}, {Icon::Pipelines, u"Operations"_s, u"运营设置"_s},
        {Icon::Users, u"Administration"_s, u"管理"_s}};
    for (const auto& [icon, english, chinese] : pages) {
        const QString title = word(zh, english, chinese);
        window.addPage({english, icon, [title] { return title; }, Sheet(theme, zh).make().release(),
            {ShortcutScope::Records, ShortcutScope::Board}});
    }
    window.setUser(word(zh, u"Lin Xiaoxiao"_s, u"林晓晓"_s), word(zh, u"Tutor"_s, u"班主任"_s));
    window.statusLine().setSync(
        Freshness::Synced, QDateTime(QDate(2025, 11, 20), QTime(19, 42)), QDate(2025, 11, 20));
    window.statusLine().setWaiting(3);
    window.statusLine().setToDecide(1);
    window.statusLine().setDayText(
        word(zh, u"Maths 3 · Cohort 47 · D3"_s, u"三年级数学 · 第 47 期 · D3"_s));
    auto* panel = new EmptyState(theme);
    panel->setContent({EmptyState::Kind::Empty, word(zh, u"Nobody chosen"_s, u"未选择家长"_s),
        word(zh, u"Space on a row or card shows it here."_s, u"在任意一行按空格查看。"_s), {},
        Icon::Person});
    window.setPanel(panel);
    window.showPage(u"Board"_s);
    window.show();
    window.showPanel();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(test::cutTexts(window.rail()), QStringList());
    QCOMPARE(test::cutTexts(window.statusLine()), QStringList());
    QVERIFY(test::savePicture(window, u"window"_s + suffix()));
    window.rail().setFolded(true);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY(test::savePicture(window, u"window-folded"_s + suffix()));
}

void GalleryTest::dialogsShowAllTheirWords()
{
    QFETCH(bool, dark);
    QFETCH(bool, zh);
    QFETCH(int, size);
    Theme theme(*qApp, [dark] { return dark ? Scheme::Dark : Scheme::Light; });
    theme.setTextSize(static_cast<TextSize>(size));
    FormDialog form(theme);
    form.setTitle(word(zh, u"New pipeline stage"_s, u"新建阶段"_s));
    form.setIntroduction(
        word(zh, u"It appears on the board of every tutor after their next sync."_s,
            u"下次同步后会出现在每位班主任的看板上。"_s));
    form.setAcceptText(word(zh, u"Create stage"_s, u"创建阶段"_s));
    form.addRow(word(zh, u"Name"_s, u"名称"_s), new QLineEdit,
        [zh] { return word(zh, u"A stage needs a name."_s, u"请填写名称。"_s); });
    form.addRow(word(zh, u"Meaning"_s, u"含义"_s), new QComboBox);
    form.accept();
    form.show();
    ConfirmDialog confirm(theme,
        {word(zh, u"Delete the tag «price»?"_s, u"删除标签「价格敏感」?"_s),
            word(zh, u"It is taken off 128 families. Undo brings it back."_s,
                u"将从 128 位家长上移除,可以撤销。"_s),
            word(zh, u"Delete tag"_s, u"删除标签"_s), word(zh, u"Keep"_s, u"保留"_s),
            Weight::Losing});
    confirm.show();
    const Shortcuts shortcuts;
    ShortcutSheet sheet(theme, shortcuts,
        {ShortcutScope::Records, ShortcutScope::Board, ShortcutScope::Panel,
            ShortcutScope::CallFlow});
    sheet.show();
    QMenu menu;
    menu.addAction(theme.icon(Icon::Copy), word(zh, u"Copy phone\tC"_s, u"复制手机\tC"_s));
    menu.addAction(theme.icon(Icon::Edit), word(zh, u"Edit…"_s, u"编辑…"_s))->setEnabled(false);
    auto* checked = menu.addAction(word(zh, u"Show lost column"_s, u"显示流失列"_s));
    checked->setCheckable(true);
    checked->setChecked(true);
    menu.addSeparator();
    menu.addMenu(word(zh, u"Move to"_s, u"移动到"_s))->addAction(u"x"_s);
    menu.ensurePolished();
    menu.resize(menu.sizeHint());
    menu.setActiveAction(menu.actions().first());
    const QList<QPair<QWidget*, QString>> all = {
        {&form, u"form"_s}, {&confirm, u"confirm"_s}, {&sheet, u"keys"_s}, {&menu, u"menu"_s}};
    for (const auto& [dialog, name] : all) {
        QCOMPARE(test::cutTexts(*dialog), QStringList());
        QVERIFY(test::savePicture(*dialog, name + suffix()));
    }
}

HOMEROOM_TEST_MAIN(GalleryTest)
#include "gallerytest.moc"
