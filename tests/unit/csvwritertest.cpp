// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvwriter.h"
#include "models/values/csv/csvparser.h"
#include "models/values/csv/csvtext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace homeroom;

namespace {

constexpr quint32 seed = 20261121;

QByteArray written(const std::vector<std::vector<CsvCell>>& rows)
{
    CsvWriter writer;
    for (const auto& row : rows)
        writer.addRow(row);
    return writer.takeBytes();
}

QString randomText(QRandomGenerator& random)
{
    static const QString alphabet = u"'''==+-@\t\r\n＝＋－＠ \u3000\u200b\",;|a1客\ufeff"_s;
    QString text;
    for (int length = random.bounded(7); length > 0; --length)
        text += alphabet[random.bounded(int(alphabet.size()))];
    return text;
}

} // namespace

class CsvWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesMarkQuotesAndCrLf();
    void writesAHeaderOfTexts();
    void handsOutBytesInPieces();
    void anEmptyRowOfOneCellIsStillARow();
    void neutralisesFormulas_data();
    void neutralisesFormulas();
    void leavesHarmlessTexts_data();
    void leavesHarmlessTexts();
    void neverAltersPhonesAndNumbers_data();
    void neverAltersPhonesAndNumbers();
    void doesNotTrustTheKindAlone_data();
    void doesNotTrustTheKindAlone();
    void knowsTheKindOfEveryField();
    void restoresOnlyWhatWasNeutralised();
    void everyTextComesBackThroughAFile();
};

void CsvWriterTest::writesMarkQuotesAndCrLf()
{
    const QByteArray bytes = written({{{u"a"_s}, {u"x, y"_s}, {u"客户"_s}},
        {{u"say \"ha\""_s}, {u"1\n2"_s}, {u"p;q"_s}}, {{QString()}, {u" z "_s}, {QString()}}});
    QCOMPARE(bytes,
        QByteArray("\xef\xbb\xbf"
                   "a,\"x, y\",客户\r\n"
                   "\"say \"\"ha\"\"\",\"1\n2\",\"p;q\"\r\n"
                   ", z ,\r\n"));
}

void CsvWriterTest::writesAHeaderOfTexts()
{
    CsvWriter writer;
    writer.addRow(std::vector<QString>{u"name"_s, u"=x"_s});
    QCOMPARE(writer.takeBytes(), QByteArray("\xef\xbb\xbfname,'=x\r\n"));
}

void CsvWriterTest::handsOutBytesInPieces()
{
    CsvWriter writer;
    QCOMPARE(writer.takeBytes(), QByteArray("\xef\xbb\xbf"));
    writer.addRow(std::vector<QString>{u"a"_s});
    QCOMPARE(writer.takeBytes(), QByteArray("a\r\n"));
    QCOMPARE(writer.takeBytes(), QByteArray());
}

void CsvWriterTest::anEmptyRowOfOneCellIsStillARow()
{
    const auto table =
        parsedCsv(QString::fromUtf8(written({{{u"a"_s}}, {{QString()}}, {{u"b"_s}}})));
    QCOMPARE(table->rows.size(), size_t(2));
    QCOMPARE(table->rows[0].cells, std::vector<QString>{QString()});
}

void CsvWriterTest::neutralisesFormulas_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\tx"_s,
             u"\rx"_s, u"\nx"_s, u"  =1"_s, u"\u3000=1"_s, u"\u00a0-1"_s, u"\u200b=1"_s,
             u"\ufeff=1"_s, u"＝1"_s, u"＋1"_s, u"－1"_s, u"＠x"_s, u"'=1"_s, u"'' =1"_s, u"="_s})
        QTest::newRow(qPrintable(text.trimmed() + QString::number(text.size()))) << text;
}

void CsvWriterTest::neutralisesFormulas()
{
    QFETCH(const QString, text);
    QCOMPARE(neutralisedCell(text), u'\'' + text);
    QCOMPARE(restoredCell(neutralisedCell(text)), text);
}

void CsvWriterTest::leavesHarmlessTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text : {QString(), u"a=1"_s, u"'quoted'"_s, u"'"_s, u"''a"_s, u" a-b"_s,
             u"王芳"_s, u"1-2"_s, u"x\t=1"_s, u" '=1"_s})
        QTest::newRow(qPrintable(u"«"_s + text + u"»"_s)) << text;
}

void CsvWriterTest::leavesHarmlessTexts()
{
    QFETCH(const QString, text);
    QCOMPARE(neutralisedCell(text), text);
    QCOMPARE(restoredCell(text), text);
}

void CsvWriterTest::neverAltersPhonesAndNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellKind>("kind");
    QTest::newRow("phone") << u"+8613812345678"_s << CellKind::Phone;
    QTest::newRow("masked phone") << u"+86138****5678"_s << CellKind::Phone;
    QTest::newRow("refund") << u"-1234.50"_s << CellKind::Money;
    QTest::newRow("negative") << u"-5"_s << CellKind::Number;
    QTest::newRow("exponent") << u"-1.5e-07"_s << CellKind::Number;
}

void CsvWriterTest::neverAltersPhonesAndNumbers()
{
    QFETCH(const QString, text);
    QFETCH(const CellKind, kind);
    QCOMPARE(written({{{text, kind}}}), "\xef\xbb\xbf" + text.toUtf8() + "\r\n");
    QCOMPARE(restoredCell(text), text);
}

void CsvWriterTest::doesNotTrustTheKindAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellKind>("kind");
    QTest::newRow("masked formula") << u"=1*2"_s << CellKind::Phone;
    QTest::newRow("command for a phone") << u"+cmd*1"_s << CellKind::Phone;
    QTest::newRow("formula for an amount") << u"-2+A1"_s << CellKind::Money;
    QTest::newRow("infinite") << u"-inf"_s << CellKind::Number;
}

void CsvWriterTest::doesNotTrustTheKindAlone()
{
    QFETCH(const QString, text);
    QFETCH(const CellKind, kind);
    QCOMPARE(written({{{text, kind}}}), "\xef\xbb\xbf'" + text.toUtf8() + "\r\n");
}

void CsvWriterTest::knowsTheKindOfEveryField()
{
    QCOMPARE(cellKind(FieldKind::Money), CellKind::Money);
    QCOMPARE(cellKind(FieldKind::Phone), CellKind::Phone);
    QCOMPARE(cellKind(FieldKind::Integer), CellKind::Number);
    QCOMPARE(cellKind(FieldKind::Real), CellKind::Number);
    QCOMPARE(cellKind(FieldKind::LongText), CellKind::Text);
    QCOMPARE(cellKind(FieldKind::Object), CellKind::Text);
}

void CsvWriterTest::restoresOnlyWhatWasNeutralised()
{
    QCOMPARE(restoredCell(u"'=1"_s), u"=1"_s);
    QCOMPARE(restoredCell(u"''=1"_s), u"'=1"_s);
    QCOMPARE(restoredCell(u"'a"_s), u"'a"_s);
    QCOMPARE(restoredCell(u"=1"_s), u"=1"_s);
}

void CsvWriterTest::everyTextComesBackThroughAFile()
{
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::vector<CsvCell>> rows{{{u"first"_s}, {u"second"_s}, {u"third"_s}}};
        for (int i = random.bounded(1, 6); i > 0; --i)
            rows.push_back({{randomText(random)}, {randomText(random)}, {randomText(random)}});
        const auto decoded = decodedText(written(rows));
        QVERIFY(decoded.ok());
        const auto table = parsedCsv(decoded->text);
        QVERIFY(table.ok());
        QCOMPARE(table->rows.size() + 1, rows.size());
        for (size_t row = 1; row < rows.size(); ++row) {
            for (size_t column = 0; column < 3; ++column)
                QCOMPARE(restoredCell(table->rows[row - 1].cell(column)), rows[row][column].text);
        }
    }
}

HOMEROOM_TEST_MAIN(CsvWriterTest)
#include "csvwritertest.moc"
