// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/textmerge.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class TextMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remarksMergeBySentence_data();
    void remarksMergeBySentence();
};

void TextMergeTest::remarksMergeBySentence_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("merged");
    QTest::newRow("first and last") << u"One. Two. Three."_s << u"Uno. Two. Three."_s
                                    << u"One. Two. Tres."_s << u"Uno. Two. Tres."_s;
    QTest::newRow("both append") << u"一。"_s << u"一。二。"_s << u"一。三。"_s
                                 << u"一。二。三。"_s;
    QTest::newRow("append and delete") << u"A. B."_s << u"B."_s << u"A. B. C."_s << u"B. C."_s;
    QTest::newRow("without end marks")
        << u""_s << u"calls back"_s << u"has a sister"_s << u"calls back\nhas a sister"_s;
}

void TextMergeTest::remarksMergeBySentence()
{
    QFETCH(QString, base);
    QFETCH(QString, theirs);
    QFETCH(QString, mine);
    QFETCH(QString, merged);
    QCOMPARE(mergedText(base, theirs, mine).value_or(u"overlap"_s), merged);
}

HOMEROOM_TEST_MAIN(TextMergeTest)
#include "textmergetest.moc"
