// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/spelling.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class SpellingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsFitNames_data();
    void wordsFitNames();
    void wordsThatDoNotFit_data();
    void wordsThatDoNotFit();
    void theBeginningCountsBeforeTheInside();
    void aSyllableThatCameLaterIsNotRead();
    void longWordsFitNothing();
    void whatIsFoundHasTheBeginnings();

private:
    std::optional<WordPlace> find(const QString& word, const QString& name)
    {
        Syllables syllables;
        const auto units = syllables.spelled(name, m_pinyin, PinyinWriter::Reads::Name);
        return TypedWord(searchForm(word), syllables).find(units);
    }

    PinyinWriter m_pinyin{};
};

void SpellingTest::wordsFitNames_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("name");
    QTest::addColumn<WordPlace>("place");
    const auto row = [](const QString& word, const QString& name, const WordPlace& place) {
        QTest::newRow(qPrintable(word + u' ' + name)) << word << name << place;
    };
    using enum WordFit;
    row(u"王芳"_s, u"王芳"_s, {Written, 0, 2, true});
    row(u"王"_s, u"王芳"_s, {Written, 0, 1, false});
    row(u"芳"_s, u"王芳"_s, {Written, 1, 1, false});
    row(u"wangfang"_s, u"王芳"_s, {Spelled, 0, 2, true});
    row(u"wangf"_s, u"王芳"_s, {Spelled, 0, 2, true});
    row(u"wang"_s, u"王芳"_s, {Spelled, 0, 1, false});
    row(u"wa"_s, u"王芳"_s, {Spelled, 0, 1, false});
    row(u"王f"_s, u"王芳"_s, {Spelled, 0, 2, true});
    row(u"王fang"_s, u"王芳"_s, {Spelled, 0, 2, true});
    row(u"wang芳"_s, u"王芳"_s, {Spelled, 0, 2, true});
    row(u"w芳"_s, u"王芳"_s, {Shortened, 0, 2, true});
    row(u"wf"_s, u"王芳"_s, {Shortened, 0, 2, true});
    row(u"WF"_s, u"王芳"_s, {Shortened, 0, 2, true});
    row(u"wfang"_s, u"王芳"_s, {Shortened, 0, 2, true});
    row(u"fang"_s, u"王芳"_s, {Spelled, 1, 1, false});
    row(u"zhq"_s, u"张强"_s, {Shortened, 0, 2, true});
    row(u"zq"_s, u"张强"_s, {Shortened, 0, 2, true});
    row(u"xian"_s, u"西安"_s, {Spelled, 0, 2, true});
    row(u"shanyq"_s, u"单雅琴"_s, {Shortened, 0, 3, true});
    row(u"ycg"_s, u"尉迟恭"_s, {Shortened, 0, 3, true});
    row(u"lv"_s, u"吕梁"_s, {Spelled, 0, 1, false});
    row(u"amy"_s, u"Ａmy王"_s, {Written, 0, 3, false});
    row(u"amyw"_s, u"Amy王"_s, {Spelled, 0, 4, true});
    row(u"王2"_s, u"王2"_s, {Written, 0, 2, true});
}

void SpellingTest::wordsFitNames()
{
    QFETCH(QString, word);
    QFETCH(QString, name);
    const std::optional<WordPlace> found = find(word, name);
    QVERIFY(found);
    QTEST(*found, "place");
}

void SpellingTest::wordsThatDoNotFit_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("name");
    QTest::newRow("another name") << u"liu"_s << u"李强"_s;
    QTest::newRow("inside a syllable") << u"ang"_s << u"王芳"_s;
    QTest::newRow("longer than the name") << u"wfx"_s << u"王芳"_s;
    QTest::newRow("another character of that sound") << u"王方"_s << u"王芳"_s;
    QTest::newRow("the common reading of a surname") << u"dan"_s << u"单雅琴"_s;
    QTest::newRow("a letter left out") << u"wngfang"_s << u"王芳"_s;
    QTest::newRow("nothing") << QString() << u"王芳"_s;
    QTest::newRow("nobody") << u"w"_s << QString();
}

void SpellingTest::wordsThatDoNotFit()
{
    QFETCH(QString, word);
    QFETCH(QString, name);
    QVERIFY(!find(word, name));
}

void SpellingTest::theBeginningCountsBeforeTheInside()
{
    QCOMPARE(find(u"f"_s, u"方芳"_s), (WordPlace{WordFit::Spelled, 0, 1, false}));
    QCOMPARE(find(u"芳"_s, u"方芳"_s), (WordPlace{WordFit::Written, 1, 1, false}));
    // Inside, the better fit counts.
    QCOMPARE(find(u"ff"_s, u"王芳菲ff"_s), (WordPlace{WordFit::Written, 3, 2, false}));
}

void SpellingTest::aSyllableThatCameLaterIsNotRead()
{
    Syllables syllables;
    const TypedWord word(u"wang", syllables);
    const auto units = syllables.spelled(u"王", m_pinyin, PinyinWriter::Reads::Name);
    QVERIFY(!word.find(units));
    QVERIFY(TypedWord(u"wang", syllables).find(units));
}

void SpellingTest::longWordsFitNothing()
{
    QVERIFY(!find(QString(60, u'a'), QString(60, u'a')));
    QVERIFY(find(QString(48, u'a'), QString(60, u'a')));
}

void SpellingTest::whatIsFoundHasTheBeginnings()
{
    Syllables syllables;
    const auto name = syllables.spelled(u"王芳2Amy", m_pinyin, PinyinWriter::Reads::Name);
    const quint64 beginnings = syllables.beginnings(name);
    for (const QString& word :
        {u"wangfang"_s, u"wf"_s, u"王f"_s, u"芳2"_s, u"w芳"_s, u"2a"_s, u"y"_s}) {
        const TypedWord typed(word, syllables);
        QVERIFY(typed.find(name));
        QCOMPARE(beginnings & typed.beginnings(), typed.beginnings());
    }
    for (const QString& word : {u"ng"_s, u"王方"_s, u"xf"_s})
        QVERIFY((beginnings & TypedWord(word, syllables).beginnings())
            != TypedWord(word, syllables).beginnings());
}

HOMEROOM_TEST_MAIN(SpellingTest)
#include "spellingtest.moc"
