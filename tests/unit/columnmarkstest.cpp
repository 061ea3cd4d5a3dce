// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/columnmarks.h"
#include "models/values/records/records.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/crc32.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class ColumnMarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageWithMarksSaysTheSame();
    void whoKnowsOtherNamesIsToldThem();
    void fieldsOfANewerProgramAreNamed();
    void eachFieldHasItsMark();
    void marksOfNoFieldAreRefused_data();
    void marksOfNoFieldAreRefused();
};

namespace {

constexpr QByteArrayView firstNames = "\"cols\":[\"root\"";

RecordId numbered(quint8 number)
{
    QByteArray bytes(16, '\0');
    bytes[0] = char(number);
    bytes[6] = 0x70;
    bytes[8] = char(0x80);
    return RecordId::fromBytes(bytes);
}

PullPage aPage()
{
    Customer customer{.id = Id<Customer>(numbered(1)), .name = u"王芳"_s, .createdAt = 17};
    customer.tags = {numbered(7).toString()};
    Student student{.id = Id<Student>(numbered(2)), .customer = customer.id, .name = u"浩浩"_s};
    std::vector<RecordRow> rows{toRow(customer), toRow(student)};
    rows[1].deleted = true;
    for (RecordRow& row : rows) {
        row.root = numbered(1);
        row.stamp = {1, 4};
    }
    return {u"c"_s, {1, 4}, true, 0, {{numbered(1), RootOperation::Full, rows}}};
}

QByteArray withMarks(const QByteArray& marks)
{
    QByteArray body = R"({"cursor":"c","generation":1,"seq":9,"last":true,"remaining":0,)"
                      R"("mark":"1.9","roots":[],"records":[{"type":"customer","cols":")"
        + marks + R"(","rows":[]}])";
    const quint32 crc = crc32(body);
    return body + ",\"end\":true,\"rows\":0,\"crc\":" + QByteArray::number(crc) + '}';
}

} // namespace

void ColumnMarksTest::aPageWithMarksSaysTheSame()
{
    const PullPage page = aPage();
    const QByteArray spelled = encode(page);
    const QByteArray marked = encode(page, columnsSign());
    QVERIFY(spelled.contains(firstNames));
    QVERIFY(!marked.contains(firstNames));
    const auto read = decodePullPage(marked);
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(read->roots, page.roots);
    QCOMPARE(read->roots, decodePullPage(spelled)->roots);
}

void ColumnMarksTest::whoKnowsOtherNamesIsToldThem()
{
    QCOMPARE(encode(aPage(), u"5a"_s), encode(aPage()));
    QVERIFY(!columnsSign().isEmpty());
}

void ColumnMarksTest::fieldsOfANewerProgramAreNamed()
{
    PullPage page = aPage();
    page.roots[0].rows[0].extra.insert(u"mood"_s, u"calm"_s);
    const QByteArray body = encode(page, columnsSign());
    QCOMPARE(body.count(firstNames), 1); // the student's are marks
    QCOMPARE(decodePullPage(body)->roots, page.roots);
}

void ColumnMarksTest::eachFieldHasItsMark()
{
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        for (size_t field = 0; field < type.fields.size(); ++field) {
            const auto names = namesOfMarks(type, QString::fromLatin1(columnMarks(true, {field})));
            QVERIFY(names);
            QCOMPARE(names->mid(4), (QStringList{u"deleted"_s, QString(type.fields[field].name)}));
        }
    }
}

void ColumnMarksTest::marksOfNoFieldAreRefused_data()
{
    QTest::addColumn<QByteArray>("marks");
    QTest::newRow("no digit") << "2x"_ba;
    QTest::newRow("sign") << "-1"_ba;
    QTest::newRow("beyond the fields") << QByteArray(40, '0') + '1';
    QTest::newRow("Chinese") << "一"_ba;
}

void ColumnMarksTest::marksOfNoFieldAreRefused()
{
    QFETCH(QByteArray, marks);
    QVERIFY(decodePullPage(withMarks("2")).ok());
    const auto read = decodePullPage(withMarks(marks));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::Malformed);
}

HOMEROOM_TEST_MAIN(ColumnMarksTest)
#include "columnmarkstest.moc"
