// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvparser.h"
#include "models/values/csv/csvtext.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace homeroom;

namespace {

using Cells = std::vector<QString>;

const QString sharedFolder = QStringLiteral(HOMEROOM_SOURCE_DIR "/../shared/data");

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One line a row: its number, then the cells between bars.
QString shown(const std::vector<CsvRow>& rows)
{
    QString text;
    for (const CsvRow& row : rows) {
        text += QString::number(row.line);
        for (const QString& cell : row.cells)
            text += u'|' + QString(cell).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
        text += u'\n';
    }
    return text;
}

} // namespace

class CsvParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsRowsAndCells_data();
    void cutsRowsAndCells();
    void findsLineEnds_data();
    void findsLineEnds();
    void guessesTheFormat_data();
    void guessesTheFormat();
    void refusesAnOpenQuoteWithItsLine_data();
    void refusesAnOpenQuoteWithItsLine();
    void namesEveryColumnOnce_data();
    void namesEveryColumnOnce();
    void keepsAndReportsCellsBeyondTheHeader();
    void anEmptyTextIsAnEmptyTable_data();
    void anEmptyTextIsAnEmptyTable();
    void readsARangeFromTheClipboard_data();
    void readsARangeFromTheClipboard();
    void jsonTextKeepsTheOrderOfColumns();
    void parsesTheSpectrum_data();
    void parsesTheSpectrum();
    void parsesTheLeadsWhole();
};

void CsvParserTest::cutsRowsAndCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    QTest::newRow("plain") << u"a,b\n1,2\n3,4\n"_s << u"2|1|2\n3|3|4\n"_s;
    QTest::newRow("no last line end") << u"a,b\n1,2"_s << u"2|1|2\n"_s;
    QTest::newRow("byte order mark") << u"\ufeffa,b\n1,2"_s << u"2|1|2\n"_s;
    QTest::newRow("crlf") << u"a,b\r\n1,2\r\n"_s << u"2|1|2\n"_s;
    QTest::newRow("cr alone") << u"a,b\r1,2\r3,4\r"_s << u"2|1|2\n3|3|4\n"_s;
    QTest::newRow("mixed line ends") << u"a,b\r\n1,2\r3,4\n5,6"_s << u"2|1|2\n3|3|4\n4|5|6\n"_s;
    QTest::newRow("blank lines") << u"a,b\n\n1,2\n\n\n3,4\n\n"_s << u"3|1|2\n6|3|4\n"_s;
    QTest::newRow("empty cells") << u"a,b,c\n,,\n1,,\n"_s << u"2|||\n3|1||\n"_s;
    QTest::newRow("quoted") << u"a,b\n\"x, y\",\"\"\n"_s << u"2|x, y|\n"_s;
    QTest::newRow("quoted alone") << u"a\n\"\"\n"_s << u"2|\n"_s;
    QTest::newRow("doubled quotes")
        << u"a,b\n\"say \"\"ha\"\"\",\"\"\"\"\n"_s << u"2|say \"ha\"|\"\n"_s;
    QTest::newRow("line ends in quotes")
        << u"a,b\n\"1\n2\r\n3\r4\",5\n6,7\n"_s << u"2|1\\n2\\r\\n3\\r4|5\n6|6|7\n"_s;
    QTest::newRow("quote inside a cell") << u"a,b\n5\" pipe, \"x\"\n"_s << u"2|5\" pipe| \"x\"\n"_s;
    QTest::newRow("text after a quote") << u"a,b\n\"x\" y,\"p\"q\"r\"\n"_s << u"2|x y|pq\"r\"\n"_s;
    QTest::newRow("spaces are kept") << u"a,b\n 1 , 2\n"_s << u"2| 1 | 2\n"_s;
    QTest::newRow("ragged") << u"a,b,c\n1\n1,2,3,4\n1,2\n"_s << u"2|1\n3|1|2|3|4\n4|1|2\n"_s;
    QTest::newRow("last cell empty") << u"a,b\n1,"_s << u"2|1|\n"_s;
}

void CsvParserTest::cutsRowsAndCells()
{
    QFETCH(const QString, text);
    const auto table = parsedCsv(text, CsvFormat());
    QVERIFY(table.ok());
    QTEST(shown(table->rows), "rows");
    QCOMPARE(table->header[0], u"a"_s);
}

void CsvParserTest::findsLineEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<LineEnd>("lineEnd");
    QTest::newRow("none") << u"a,b"_s << LineEnd::None;
    QTest::newRow("lf") << u"a,\"\r\"\n1,2\n"_s << LineEnd::Lf;
    QTest::newRow("crlf") << u"a,\"\n\"\r\n1,2\r\n"_s << LineEnd::CrLf;
    QTest::newRow("cr") << u"a,b\r1,2"_s << LineEnd::Cr;
    QTest::newRow("mixed") << u"a,b\r1,2\n"_s << LineEnd::Mixed;
}

void CsvParserTest::findsLineEnds()
{
    QFETCH(const QString, text);
    QTEST(parsedCsv(text)->lineEnd, "lineEnd");
}

void CsvParserTest::guessesTheFormat_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("delimiter");
    QTest::addColumn<QChar>("quote");
    const QChar plain(u'"');
    QTest::newRow("comma") << u"a,b\n1,2"_s << QChar(u',') << plain;
    QTest::newRow("semicolon") << u"a;b\n1;2"_s << QChar(u';') << plain;
    QTest::newRow("tab") << u"a\tb\n1\t2"_s << QChar(u'\t') << plain;
    QTest::newRow("bar") << u"\ufeffa|b\n1|2"_s << QChar(u'|') << plain;
    QTest::newRow("one column") << u"a\nx;y\n"_s << QChar(u',') << plain;
    QTest::newRow("decimal commas") << u"a;b;c\n1,5;2,5;3,5\n2,5;1;1\n"_s << QChar(u';') << plain;
    QTest::newRow("commas in a header of semicolons")
        << u"name;street, city, land\nx;y\nz;w, v\n"_s << QChar(u';') << plain;
    QTest::newRow("semicolons in quotes")
        << u"a,b\n\"1;2;3\",2\n\"1;2;3\",2\n"_s << QChar(u',') << plain;
    QTest::newRow("quoted header") << u"\"a;b\",\"c\"\n1,2\n"_s << QChar(u',') << plain;
    QTest::newRow("apostrophes quote") << u"'a';'b'\n'1;2';'3'\n"_s << QChar(u';') << QChar(u'\'');
    QTest::newRow("apostrophes do not") << u"'a',b\n'1',2\n"_s << QChar(u',') << plain;
    QTest::newRow("many ragged rows") << u"a,b,c\n1\n1,2\n1,2,3\n"_s << QChar(u',') << plain;
}

void CsvParserTest::guessesTheFormat()
{
    QFETCH(const QString, text);
    const CsvFormat format = guessedFormat(text);
    QTEST(QChar(format.delimiter), "delimiter");
    QTEST(QChar(format.quote), "quote");
    QCOMPARE(parsedCsv(text)->format, format);
}

void CsvParserTest::refusesAnOpenQuoteWithItsLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("in a row") << u"a,b\n1,\"2\n3,4\n"_s << u"line 2: a quote is never closed"_s;
    QTest::newRow("in the header") << u"\"a,b"_s << u"line 1: a quote is never closed"_s;
    QTest::newRow("after lines in quotes")
        << u"a,b\n\"x\r\ny\",\"\"\"\n"_s << u"line 3: a quote is never closed"_s;
}

void CsvParserTest::refusesAnOpenQuoteWithItsLine()
{
    QFETCH(const QString, text);
    const auto table = parsedCsv(text);
    QVERIFY(!table);
    QCOMPARE(table.error().code, ErrorCode::Invalid);
    QTEST(table.error().detail, "detail");
}

void CsvParserTest::namesEveryColumnOnce_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("names");
    QTest::newRow("as they are") << u"a,b"_s << u"a|b"_s;
    QTest::newRow("repeated") << u"a,a,b,a"_s << u"a|a (2)|b|a (3)"_s;
    QTest::newRow("empty") << u"a,, ,b"_s << u"a|Column 2|Column 3|b"_s;
    QTest::newRow("made-up name is taken") << u"a,a,a (2)"_s << u"a|a (3)|a (2)"_s;
    QTest::newRow("number is taken") << u",Column 1"_s << u"Column 1 (2)|Column 1"_s;
}

void CsvParserTest::namesEveryColumnOnce()
{
    QFETCH(const QString, header);
    const auto table = parsedCsv(header);
    QTEST(QStringList(table->header.begin(), table->header.end()).join(u'|'), "names");
}

void CsvParserTest::keepsAndReportsCellsBeyondTheHeader()
{
    const auto table = parsedCsv(u"Column 3,b\n1,2\n1,2,3,4\n\n1\n1,2,3\n"_s, CsvFormat());
    QCOMPARE(table->longRows, (std::vector<qint64>{3, 6}));
    QCOMPARE(table->rows[1].cells, (Cells{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(table->rows[2].cell(1), QString());
    const QByteArray expected(R"json([
        {"Column 3": "1", "b": "2"},
        {"Column 3": "1", "b": "2", "Column 3 (2)": "3", "Column 4": "4"},
        {"Column 3": "1", "b": ""},
        {"Column 3": "1", "b": "2", "Column 3 (2)": "3"}])json");
    QCOMPARE(csvJson(*table), QJsonDocument::fromJson(expected).array());
}

void CsvParserTest::anEmptyTextIsAnEmptyTable_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a mark") << u"\ufeff"_s;
    QTest::newRow("line ends") << u"\n\r\n\r"_s;
}

void CsvParserTest::anEmptyTextIsAnEmptyTable()
{
    QFETCH(const QString, text);
    const auto table = parsedCsv(text);
    QVERIFY(table.ok());
    QVERIFY(table->header.empty() && table->rows.empty());
    QCOMPARE(csvJsonText(*table), QByteArray("[]\n"));
    QVERIFY(parsedRange(text).header.empty());
}

void CsvParserTest::readsARangeFromTheClipboard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    QTest::newRow("plain") << u"a\tb\r\n1\t2,5\r\n"_s << u"2|1|2,5\n"_s;
    QTest::newRow("needed for a line end")
        << u"a\tb\n\"x\ny\"\t2\n3\t4\n"_s << u"2|x\\ny|2\n4|3|4\n"_s;
    QTest::newRow("needed for a tab") << u"a\tb\n\"x\ty\"\t2"_s << u"2|x\ty|2\n"_s;
    QTest::newRow("needed for a quote") << u"a\tb\n\"x\"\"y\"\t2"_s << u"2|x\"y|2\n"_s;
    QTest::newRow("not needed") << u"a\tb\n\"x\"\t2"_s << u"2|\"x\"|2\n"_s;
    QTest::newRow("only begins with a quote")
        << u"a\tb\n\"x\" he said\t2\n3\t4"_s << u"2|\"x\" he said|2\n3|3|4\n"_s;
    QTest::newRow("never closed") << u"a\tb\n\"x\t2\n3\t4"_s << u"2|\"x|2\n3|3|4\n"_s;
}

void CsvParserTest::readsARangeFromTheClipboard()
{
    QFETCH(const QString, text);
    const CsvTable table = parsedRange(text);
    QTEST(shown(table.rows), "rows");
    QCOMPARE(table.header, (Cells{u"a"_s, u"b"_s}));
}

void CsvParserTest::jsonTextKeepsTheOrderOfColumns()
{
    const auto table = parsedCsv(u"z,a\n\"x \"\"\n\",客\n1,2\n"_s);
    const QByteArray text = csvJsonText(*table);
    QCOMPARE(
        text, QByteArray("[{\"z\":\"x \\\"\\n\",\"a\":\"客\"},\n{\"z\":\"1\",\"a\":\"2\"}]\n"));
    QCOMPARE(QJsonDocument::fromJson(text).array(), csvJson(*table));
}

void CsvParserTest::parsesTheSpectrum_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(sharedFolder + u"/csv-spectrum/csvs"_s);
    const QStringList files = folder.entryList({u"*.csv"_s}, QDir::Files);
    if (files.isEmpty())
        QSKIP("csv-spectrum is not here: expected in ../shared/data");
    QCOMPARE(files.size(), 11);
    for (const QString& file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void CsvParserTest::parsesTheSpectrum()
{
    QFETCH(const QString, name);
    const QString folder = sharedFolder + u"/csv-spectrum/"_s;
    const auto decoded = decodedText(contents(folder + u"csvs/"_s + name + u".csv"_s));
    QVERIFY(decoded.ok());
    const auto table = parsedCsv(decoded->text);
    QVERIFY(table.ok());
    const auto expected =
        QJsonDocument::fromJson(contents(folder + u"json/"_s + name + u".json"_s));
    QVERIFY(expected.isArray());
    QCOMPARE(csvJson(*table), expected.array());
    QCOMPARE(QJsonDocument::fromJson(csvJsonText(*table)), expected);
}

void CsvParserTest::parsesTheLeadsWhole()
{
    const QByteArray bytes = contents(sharedFolder + u"/x-education/Leads_dev.csv"_s);
    if (bytes.isEmpty())
        QSKIP("Leads_dev.csv is not here: expected in ../shared/data/x-education");
    const auto decoded = decodedText(bytes);
    QCOMPARE(decoded->encoding, TextEncoding::Utf8);
    const auto table = parsedCsv(decoded->text);
    QCOMPARE(table->header.size(), size_t(37));
    QCOMPARE(table->rows.size(), size_t(6468));
    QVERIFY(std::all_of(table->rows.begin(), table->rows.end(),
        [](const CsvRow& row) { return row.cells.size() == 37; }));
    QCOMPARE(table->rows.back().line, 6469);
}

HOMEROOM_TEST_MAIN(CsvParserTest)
#include "csvparsertest.moc"
