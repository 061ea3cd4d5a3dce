// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "models/database/recordtable.h"
#include "models/values/phone.h"
#include "tests/support/activewindow.h"
#include "tests/support/pictures.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/customers/customerspage.h"
#include "ui/language/language.h"
#include "ui/palette/palettedeeds.h"
#include "ui/palette/palettewords.h"
#include "ui/panel/customerpanel.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The whole window of a tutor, used by keys alone.
struct Window {
    explicit Window(UserRole role = UserRole::Tutor) : fixture(role)
    {
        wang = add(u"王芳"_s, u"浩浩"_s, u"+8613812342046"_s);
        li = add(u"李强"_s, u"小雨"_s, maskedPhone(u"+8613712340000"_s));
        shan = add(u"单雅琴"_s, {}, {});
        shell = std::make_unique<Shell>(fixture.context(), shortcuts, settings);
        shell->window().showPage(u"board"_s);
        makeActive(shell->window());
    }
    RecordId add(const QString& name, const QString& child, const QString& phone)
    {
        const RecordId id = fixture.store.find(fixture.addFamily(name, u"new"_s))->customer;
        Customer customer = *fixture.store.find(Id<Customer>(id));
        customer.phone = phone;
        Student student;
        student.id = fixture.store.newId<Student>();
        student.customer = customer.id;
        student.name = child;
        // As the server sends them, masked phones among them.
        const auto written =
            fixture.store.store().write([&](Database& database) -> Result<ChangeSet> {
                RecordTable(database, recordTypeOf<Customer>()).put(toRow(customer));
                if (!child.isEmpty())
                    RecordTable(database, recordTypeOf<Student>()).put(toRow(student));
                return ChangeSet{
                    Origin::Remote, {{RecordKind::Customer, customer.id, customer.id, false}}};
            });
        Q_ASSERT(written.result().ok());
        Q_UNUSED(written);
        return id;
    }

    Palette& palette() { return shell->palette(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void types(const QString& text)
    {
        press(Qt::Key_K, Qt::ControlModifier);
        palette().field().setText(text); // as an input method writes Chinese
    }
    QStringList lines()
    {
        QStringList lines;
        const QAbstractItemModel& model = *palette().list().model();
        for (int row = 0; row < model.rowCount(); ++row)
            lines.append(model.index(row, 0).data(Qt::AccessibleTextRole).toString());
        return lines;
    }
    QString chosen()
    {
        return palette().list().currentIndex().data(Qt::AccessibleTextRole).toString();
    }

    UiFixture fixture;
    QTemporaryDir folder{};
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Shortcuts shortcuts{};
    RecordId wang{};
    RecordId li{};
    RecordId shan{};
    std::unique_ptr<Shell> shell{};
};

} // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFamilyIsOpenedByKeysAlone();
    void theArrowsChooseAmongAllSections();
    void escGivesTheFocusBack();
    void whatWasOpenedLastStandsFirst();
    void aCommandRunsWhereTheFocusWas();
    void aPageIsOpenedByItsName();
    void onlyCommandsThatAreHeardAreListed();
    void nothingFoundSaysSo();
    void masksStay();
    void typedPartsAreMarked();
    void phonesAreMarkedAcrossTheirGroups();
    void aNoteOpensItsFamily();
    void theChosenLineStaysWhileOthersCome();
    void anotherPageClosesIt();
    void aClickBesideClosesIt();
    void tabStaysInTheField();
    void nothingIsCutInAnyLook_data();
    void nothingIsCutInAnyLook();
};

void PaletteTest::aFamilyIsOpenedByKeysAlone()
{
    Window window;
    window.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(window.palette().isOpen());
    QCOMPARE(QApplication::focusWidget(), &window.palette().field());
    QTest::keyClicks(QApplication::focusWidget(), u"syq"_s);
    QCOMPARE(window.lines().at(1), u"单雅琴, No phone, 新线索"_s);
    QVERIFY(window.palette().field().accessibleDescription().contains(u"单雅琴"_s));
    window.press(Qt::Key_Return);
    QVERIFY(!window.palette().isOpen());
    QVERIFY(window.shell->window().isPanelShown());
    QCOMPARE(window.shell->panel().customer(), window.shan);
    QVERIFY(window.shell->panel().hasFocus());
}

void PaletteTest::theArrowsChooseAmongAllSections()
{
    Window window;
    window.types(u"u"_s); // no syllable begins with it
    QCOMPARE(window.lines().first(), u"Commands"_s);
    window.types({});
    window.types(u"l"_s);
    const QStringList lines = window.lines();
    QCOMPARE(lines.at(0), u"Customers"_s);
    QVERIFY(lines.at(1).startsWith(u"李强"_s));
    QCOMPARE(lines.at(2), u"Commands"_s);
    window.press(Qt::Key_Up);
    QCOMPARE(window.chosen(), lines.at(1));
    window.press(Qt::Key_Down);
    QCOMPARE(window.chosen(), lines.at(3));
    window.press(Qt::Key_PageDown);
    QCOMPARE(window.chosen(), lines.last());
    window.press(Qt::Key_PageUp);
    QCOMPARE(window.chosen(), lines.at(1));
}

void PaletteTest::escGivesTheFocusBack()
{
    Window window;
    QWidget* before = QApplication::focusWidget();
    window.types(u"wang"_s);
    QVERIFY(QApplication::focusWidget() != before);
    window.press(Qt::Key_Escape);
    QVERIFY(!window.palette().isOpen());
    QCOMPARE(QApplication::focusWidget(), before);
    window.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(window.palette().field().text(), QString());
    window.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!window.palette().isOpen());
}

void PaletteTest::whatWasOpenedLastStandsFirst()
{
    Window window;
    window.shell->openCustomer(window.li, {});
    window.shell->openCustomer(window.wang, {});
    window.types({});
    const QStringList lines = window.lines();
    QCOMPARE(lines.at(0), u"Opened last"_s);
    QVERIFY(lines.at(1).startsWith(u"王芳"_s));
    QVERIFY(lines.at(2).startsWith(u"李强"_s));
    QCOMPARE(lines.at(3), u"Commands"_s);
}

void PaletteTest::aCommandRunsWhereTheFocusWas()
{
    Window window;
    window.press(Qt::Key_3, Qt::ControlModifier);
    const QWidget* table = QApplication::focusWidget();
    QVERIFY(window.shell->customers().isAncestorOf(table));
    window.types(u"find on this"_s);
    QCOMPARE(window.chosen(), u"Find on this page, F"_s);
    window.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &window.shell->customers().filterField());
}

void PaletteTest::aPageIsOpenedByItsName()
{
    Window window;
    window.types(u"customers"_s);
    QCOMPARE(window.chosen(), u"Customers, Ctrl+3"_s);
    window.press(Qt::Key_Return);
    QCOMPARE(window.shell->window().currentPage(), u"customers"_s);
    QVERIFY(window.shell->customers().isAncestorOf(QApplication::focusWidget()));
}

void PaletteTest::onlyCommandsThatAreHeardAreListed()
{
    Window window;
    const auto commands = [&] {
        QStringList texts;
        for (const PaletteDeed& deed : paletteDeeds(window.shell->window(), window.shortcuts))
            texts.append(deed.command.text);
        return texts;
    };
    QVERIFY(commands().contains(u"Move the card →"_s));
    QVERIFY(commands().contains(u"Sync now"_s));
    QVERIFY(!commands().contains(u"Search families, notes and commands"_s));
    window.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!commands().contains(u"Move the card →"_s));
    QVERIFY(commands().contains(u"Copy the phone number"_s));
    QCOMPARE(commands().count(u"Copy the phone number"_s), 1);
}

void PaletteTest::nothingFoundSaysSo()
{
    Window window;
    window.types(u"qqqq"_s);
    const auto* state = window.palette().findChild<EmptyState*>();
    QTRY_COMPARE(state->accessibleName(), u"Nothing here fits this."_s);
    QVERIFY(state->isVisible());
    window.press(Qt::Key_Return);
    QVERIFY(window.palette().isOpen());
    window.palette().field().setText(u"wang"_s);
    QVERIFY(!state->isVisible());
}

void PaletteTest::masksStay()
{
    Window window(UserRole::Lead);
    window.types(u"13712340000"_s);
    QCOMPARE(window.lines(), QStringList());
    window.palette().field().setText(u"liqiang"_s);
    QVERIFY2(window.lines().at(1).contains(u"137****0000"_s), qPrintable(window.lines().at(1)));
}

void PaletteTest::typedPartsAreMarked()
{
    Window window;
    window.types(u"hao 王"_s);
    const PaletteFamily* family = window.palette().model().family(1);
    QVERIFY(family);
    const MarkedText title = familyTitle(*family, window.fixture.context());
    QCOMPARE(title.text, u"王芳  浩浩"_s);
    QCOMPARE(title.marks, (std::vector<MarkedText::Mark>{{0, 1}, {4, 1}}));
}

void PaletteTest::phonesAreMarkedAcrossTheirGroups()
{
    Window window;
    window.types(u"342046"_s);
    const PaletteFamily* family = window.palette().model().family(1);
    QVERIFY(family);
    const MarkedText details = familyDetails(*family, u"342046"_s, window.fixture.context());
    QCOMPARE(details.text, u"138 1234 2046"_s);
    QCOMPARE(details.marks, (std::vector<MarkedText::Mark>{{6, 7}}));
    QCOMPARE(details.text.mid(6, 7), u"34 2046"_s);
}

void PaletteTest::aNoteOpensItsFamily()
{
    Window window;
    FollowUp note;
    note.id = window.fixture.store.newId<FollowUp>();
    note.customer = Id<Customer>(window.li);
    note.text = u"爸爸觉得价格有点高，想等国庆活动再看看，周六下午打电话说试听的事"_s;
    note.happenedAt = window.fixture.store.clock().now();
    QVERIFY(window.fixture.store.apply({createMutation(note)}).ok());
    window.types(u"试听"_s);
    QTRY_COMPARE(window.lines().size(), 2);
    QCOMPARE(window.lines().first(), u"Notes"_s);
    QVERIFY2(window.chosen().startsWith(u"李强, …"_s), qPrintable(window.chosen()));
    window.press(Qt::Key_Return);
    QCOMPARE(window.shell->panel().customer(), window.li);
}

void PaletteTest::theChosenLineStaysWhileOthersCome()
{
    Window window;
    window.add(u"王敏"_s, {}, {});
    window.types(u"wang"_s);
    window.press(Qt::Key_Down);
    QVERIFY(window.chosen().startsWith(u"王芳"_s));
    window.add(u"王静"_s, {}, {});
    QVERIFY(window.lines().at(1).startsWith(u"王静"_s));
    QVERIFY(window.chosen().startsWith(u"王芳"_s));
    window.palette().field().setText(u"wangj"_s);
    QVERIFY(window.chosen().startsWith(u"王静"_s));
}

void PaletteTest::anotherPageClosesIt()
{
    Window window;
    window.types(u"wang"_s);
    window.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!window.palette().isOpen());
    QVERIFY(window.shell->customers().isAncestorOf(QApplication::focusWidget()));
}

void PaletteTest::aClickBesideClosesIt()
{
    Window window;
    window.types(u"wang"_s);
    QTest::mouseClick(&window.palette(), Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(!window.palette().isOpen());
    window.types(u"wang"_s);
    const QRect line = window.palette().list().visualRect(window.palette().list().currentIndex());
    QTest::mouseClick(window.palette().list().viewport(), Qt::LeftButton, {}, line.center());
    QCOMPARE(window.shell->panel().customer(), window.wang);
}

void PaletteTest::tabStaysInTheField()
{
    Window window;
    window.types(u"wang"_s);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab})
        window.press(key);
    QCOMPARE(QApplication::focusWidget(), &window.palette().field());
}

void PaletteTest::nothingIsCutInAnyLook_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<UiLanguage>("language");
    QTest::newRow("light-en") << ThemeMode::Light << UiLanguage::English;
    QTest::newRow("light-zh") << ThemeMode::Light << UiLanguage::Chinese;
    QTest::newRow("dark-zh") << ThemeMode::Dark << UiLanguage::Chinese;
}

void PaletteTest::nothingIsCutInAnyLook()
{
    QFETCH(ThemeMode, mode);
    QFETCH(UiLanguage, language);
    Language languages;
    languages.setLanguage(language);
    Window window;
    window.fixture.theme.setMode(mode);
    QCoreApplication::processEvents(); // widgets hear of it as an event
    window.add(u"王小雨"_s, u"梓涵"_s, u"+8613812340046"_s);
    window.shell->openCustomer(window.wang, {});
    window.types({});
    const QString name = u"palette-"_s + QLatin1StringView(QTest::currentDataTag());
    QVERIFY(savePicture(window.shell->window(), name + u"-empty"_s));
    window.palette().field().setText(u"w 46"_s);
    QCOMPARE(cutTexts(window.palette()), QStringList());
    QVERIFY(savePicture(window.shell->window(), name));
    window.palette().field().setText(u"qqqq"_s);
    QTRY_VERIFY(!window.palette().model().isSearching());
    QCOMPARE(cutTexts(window.palette()), QStringList());
    QVERIFY(savePicture(window.shell->window(), name + u"-nothing"_s));
}

HOMEROOM_TEST_MAIN(PaletteTest)
#include "palettetest.moc"
