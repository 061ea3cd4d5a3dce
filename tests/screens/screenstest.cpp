// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"
#include "tests/support/familyfixture.h"
#include "tests/support/screenrules.h"
#include "tests/support/testmain.h"

#include <QFontInfo>
#include <QLabel>
#include <QPushButton>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString goldenFolder = QStringLiteral(HOMEROOM_SOURCE_DIR) + u"/tests/screens/golden/"_s;
constexpr int patience = 240'000;

/// A window with nothing wrong in it, and what one changes to put something wrong there.
class Sample {
public:
    Sample()
    {
        window.resize(400, 200);
        label.setGeometry(10, 10, 380, 30);
        button.setGeometry(10, 60, 380, 40);
        window.show();
    }

    QWidget window;
    QLabel label{u"a few words"_s, &window};
    QPushButton button{u"press"_s, &window};
};

using Break = std::function<void(Sample&)>;

} // namespace

/// Every page and dialog, light and dark, in both languages: what it says is what is in
/// `golden/`, and it breaks none of the rules that hold for any picture. With HOMEROOM_GOLDEN=write
/// in the environment the golden files are written instead of compared.
class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRulesFindWhatIsWrong_data();
    void theRulesFindWhatIsWrong();
    void everyScreenSaysWhatItShould();
    void noScreenBreaksARule();

private:
    void take(QWidget& widget, const QString& name);
    bool addTwice();

    StoreFixture m_store;
    FamilyFixture m_families{m_store, 3};
    QMap<QString, QString> m_outlines; ///< by page and language
    QStringList m_faults;
};

void ScreensTest::initTestCase()
{
    QVERIFY2(QFontInfo(QApplication::font()).family().startsWith(u"Noto Sans"_s)
            || QFontDatabase::families().contains(u"Noto Sans CJK SC"_s),
        "the font of the interface is not installed");
    m_store.clock().set(1764000000000 + 15 * hourMs);
    m_families.fill(200);
    QTemporaryDir scratch;
    const Viewer viewer{m_families.tutor().id, UserRole::Admin, m_families.tutor().team};
    QVERIFY(addTwice());
    Screenshots screens(*qApp, m_store.workspace(), m_store.clock(), viewer, scratch.path());
    connect(&screens, &Screenshots::shown, this,
        [this](QWidget* widget, const QString& name) { take(*widget, name); });
    QSignalSpy finished(&screens, &Screenshots::finished);
    screens.start();
    QVERIFY(finished.wait(patience));
    QVERIFY(finished.first().first().toInt() >= 4 * 20);
}

/// The oldest family once more, at the end of every list, for the page of duplicates.
bool ScreensTest::addTwice()
{
    const auto written = m_store.store().write([&](Database& database) -> Result<ChangeSet> {
        Customer twice = listRecords<Customer>(database, "phone <> '' ORDER BY id LIMIT 1").front();
        twice.id = Id<Customer>(RecordId({1})); // older than any
        twice.name += u"妈妈"_s;
        RecordTable(database, recordTypeOf<Customer>()).put(toRow(twice));
        return ChangeSet{};
    });
    return written.result().ok();
}

void ScreensTest::theRulesFindWhatIsWrong_data()
{
    QTest::addColumn<Break>("harm");
    QTest::addColumn<QString>("fault");
    QTest::newRow("nothing") << Break([](Sample&) {}) << QString();
    QTest::newRow("too narrow") << Break([](Sample& it) { it.label.resize(20, 30); }) << u"cut"_s;
    QTest::newRow("too low") << Break([](Sample& it) {
        it.label.setWordWrap(true);
        it.label.setText(u"many words in too few lines "_s.repeated(9));
    }) << u"cut"_s;
    QTest::newRow("narrow button")
        << Break([](Sample& it) { it.button.resize(10, 40); }) << u"cut"_s;
    QTest::newRow("over one another")
        << Break([](Sample& it) { it.button.move(10, 30); }) << u"over one another"_s;
    QTest::newRow("outside") << Break([](Sample& it) { it.button.move(50, 60); })
                             << u"outside its parent"_s;
    QTest::newRow("faint") << Break([](Sample& it) {
        QPalette palette = it.window.palette();
        palette.setColor(QPalette::WindowText, palette.color(QPalette::Window).darker(130));
        it.label.setPalette(palette);
    }) << u"contrast"_s;
    QTest::newRow("no tab") << Break([](Sample& it) { it.button.setFocusPolicy(Qt::NoFocus); })
                            << u"not reached by Tab"_s;
    QTest::newRow("no name") << Break([](Sample& it) { it.button.setText({}); })
                             << u"without an accessible name"_s;
}

void ScreensTest::theRulesFindWhatIsWrong()
{
    QFETCH(Break, harm);
    QFETCH(QString, fault);
    Sample sample;
    harm(sample);
    const QStringList faults = faultsOf(sample.window);
    QCOMPARE(faults.size(), fault.isEmpty() ? 0 : 1);
    QVERIFY2(faults.value(0).startsWith(fault), qPrintable(faults.value(0)));
}

void ScreensTest::take(QWidget& widget, const QString& name)
{
    for (const QString& fault : faultsOf(widget))
        m_faults.append(name + u": "_s + fault);
    QString page = name;
    if (!page.startsWith(u"settings"_s)) // which names the theme
        page.remove(u"-light"_s).remove(u"-dark"_s);
    const QString outline = outlineOf(widget);
    if (m_outlines.contains(page) && m_outlines.value(page) != outline)
        m_faults.append(name + u": says something else than in the other theme"_s);
    m_outlines.insert(page, outline);
}

void ScreensTest::everyScreenSaysWhatItShould()
{
    const bool write = qEnvironmentVariable("HOMEROOM_GOLDEN") == u"write"_s;
    QStringList known = QDir(goldenFolder).entryList({u"*.txt"_s});
    QStringList others;
    for (auto page = m_outlines.cbegin(); page != m_outlines.cend(); ++page) {
        const QString name = page.key() + u".txt"_s;
        known.removeAll(name);
        QFile file(goldenFolder + name);
        if (write) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(page.value().toUtf8());
        } else if (!file.open(QIODevice::ReadOnly) || file.readAll() != page.value().toUtf8()) {
            others.append(name);
            qInfo("%s now says:\n%s", qPrintable(name), qPrintable(page.value()));
        }
    }
    QVERIFY2(others.isEmpty(),
        qPrintable(u"HOMEROOM_GOLDEN=write and a look at the difference, if this is meant: "_s
            + others.join(u' ')));
    QCOMPARE(known, QStringList()); // of pages that are not there any more
}

void ScreensTest::noScreenBreaksARule()
{
    for (const QString& fault : std::as_const(m_faults))
        qInfo("%s", qPrintable(fault));
    QCOMPARE(m_faults.size(), 0);
}

HOMEROOM_TEST_MAIN(ScreensTest)
#include "screenstest.moc"
