// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "sync/protocol/crc32.h"
#include "sync/protocol/jsonscanner.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class PageRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreReadAsJsonIsRead_data();
    void cellsAreReadAsJsonIsRead();
    void brokenRowsAreRefused_data();
    void brokenRowsAreRefused();
    void blanksAndAnotherOrderOfMembersAreFine();
    void rowsTwiceInABlockAreRefused();
};

namespace {

constexpr const char* id = "01000000-0000-7000-8000-000000000001";

QByteArray pageOf(const QByteArray& records, int rows)
{
    QByteArray body = R"({"cursor":"c","generation":1,"seq":9,"last":true,"remaining":0,)"
                      R"("mark":"1.9","roots":[[")"
        + QByteArray(id) + R"(","full"]],"records":[)" + records + ']';
    const quint32 crc = crc32(body);
    return body + ",\"end\":true,\"rows\":" + QByteArray::number(rows)
        + ",\"crc\":" + QByteArray::number(crc) + '}';
}

QByteArray blockOf(const QByteArray& field, const QByteArray& rows)
{
    return R"({"type":"customer","cols":["root","id","generation","seq",")" + field
        + "\"],\"rows\":" + rows + '}';
}

QByteArray rowWith(const QByteArray& cell)
{
    return "[0,\"" + QByteArray(id) + "\",1,2," + cell + ']';
}

} // namespace

void PageRowsTest::cellsAreReadAsJsonIsRead_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("expected");
    const auto text = [](const char* name, const QByteArray& cell, const QString& expected) {
        QTest::newRow(name) << "name"_ba << cell << expected;
    };
    text("plain", "\"Li\"", u"Li"_s);
    text("Chinese", "\"李\"", u"李"_s);
    text("brackets and commas", "\"a],[{\"", u"a],[{"_s);
    text("escapes", R"("a\"b\\\n\u674e")", u"a\"b\\\n李"_s);
    text("an escaped backslash at the end", R"("a\\")", u"a\\"_s);
    text("empty", "\"\"", {});
    text("nothing", "null", {});
    text("blanks", " \"Li\" ", u"Li"_s);
    QTest::newRow("number") << "createdAt"_ba
                            << "1764000000000"_ba << u"1764000000000"_s;
    QTest::newRow("negative") << "createdAt"_ba
                              << "-5"_ba << u"-5"_s;
    QTest::newRow("exponent") << "createdAt"_ba
                              << "12e2"_ba << u"1200"_s;
}

void PageRowsTest::cellsAreReadAsJsonIsRead()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, cell);
    QFETCH(QString, expected);
    const auto page = decodePullPage(pageOf(blockOf(field, '[' + rowWith(cell) + ']'), 1));
    QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->mark, u"1.9"_s);
    const RecordRow& row = page->roots.at(0).rows.at(0);
    const FieldValue& value = row.value(QString::fromLatin1(field));
    if (const auto* number = std::get_if<qint64>(&value))
        QCOMPARE(QString::number(*number), expected);
    else
        QCOMPARE(value, expected.isEmpty() ? FieldValue() : FieldValue(expected));
}

void PageRowsTest::brokenRowsAreRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("no list") << "1"_ba;
    QTest::newRow("a row that is none") << "[1]"_ba;
    QTest::newRow("a comma too many") << '[' + rowWith("\"a\"") + ",]";
    QTest::newRow("no comma") << '[' + rowWith("\"a\" \"b\"") + ']';
    QTest::newRow("a number for a text") << '[' + rowWith("1") + ']';
    QTest::newRow("half a word") << '[' + rowWith("nul") + ']';
    QTest::newRow("no UTF-8") << '[' + rowWith("\"\xff\"") + ']';
    QTest::newRow("a cell too many") << '[' + rowWith("\"a\",1") + ']';
    QTest::newRow("an empty cell") << '[' + rowWith("") + ']';
}

void PageRowsTest::brokenRowsAreRefused()
{
    QFETCH(QByteArray, rows);
    QVERIFY(decodePullPage(pageOf(blockOf("name", '[' + rowWith("\"a\"") + ']'), 1)).ok());
    QVERIFY(!decodePullPage(pageOf(blockOf("name", rows), 1)).ok());
}

void PageRowsTest::blanksAndAnotherOrderOfMembersAreFine()
{
    const QByteArray block = "{ \"rows\" : [ " + rowWith("\"Li\"") + " ] , \"new\":{\"rows\":[1]},"
        + R"("cols":["root","id","generation","seq","name"],"type":"customer"})";
    const auto page = decodePullPage(pageOf(block, 1));
    QVERIFY(page.ok());
    QCOMPARE(page->roots.at(0).rows.at(0).value(u"name"), FieldValue(u"Li"_s));
}

void PageRowsTest::rowsTwiceInABlockAreRefused()
{
    const QByteArray block = R"({"type":"customer","cols":["root","id","generation","seq"],)"
                             R"("rows":[],"rows":[]})";
    QVERIFY(!decodePullPage(pageOf(block, 0)).ok());
}

HOMEROOM_TEST_MAIN(PageRowsTest)
#include "pagerowstest.moc"
