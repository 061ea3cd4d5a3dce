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
    void noSmallEditLosesOrDoublesASentence();
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
    QTest::newRow("put in before what was replaced")
        << u"A. B. C."_s << u"A. X. C."_s << u"A. N. B. C."_s << u"A. N. X. C."_s;
    QTest::newRow("put in first, and all replaced")
        << u"Busy."_s << u"Free."_s << u"Called. Busy."_s << u"Called. Free."_s;
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

namespace {

/// Every way to replace some sentences that follow each other by `by`, or by nothing.
std::vector<QStringList> smallEdits(const QStringList& base, const QString& by)
{
    std::vector<QStringList> edits;
    for (qsizetype from = 0; from <= base.size(); ++from) {
        for (qsizetype to = from; to <= base.size(); ++to) {
            edits.push_back(base.mid(0, from) + base.mid(to));
            edits.push_back(base.mid(0, from) + QStringList{by} + base.mid(to));
        }
    }
    return edits;
}

} // namespace

// Whoever is right: what one has written stands once, what one has taken out is gone, and all else
// stands once in its order.
void TextMergeTest::noSmallEditLosesOrDoublesASentence()
{
    const QStringList base{u"One. "_s, u"Two. "_s, u"Three. "_s};
    int merges = 0;
    for (const QStringList& theirs : smallEdits(base, u"Theirs. "_s)) {
        for (const QStringList& mine : smallEdits(base, u"Mine. "_s)) {
            const auto merged =
                mergedText(base.join(QString()), theirs.join(QString()), mine.join(QString()));
            if (!merged)
                continue;
            ++merges;
            QStringList kept;
            for (const QString& sentence : base) {
                if (theirs.contains(sentence) && mine.contains(sentence))
                    kept.append(sentence);
            }
            QString rest = *merged;
            for (const QString& word : {u"Theirs. "_s, u"Mine. "_s}) {
                QCOMPARE(merged->count(word), (theirs + mine).count(word));
                rest.remove(word);
            }
            QCOMPARE(rest, kept.join(QString()));
        }
    }
    QVERIFY(merges > 100);
}

HOMEROOM_TEST_MAIN(TextMergeTest)
#include "textmergetest.moc"
