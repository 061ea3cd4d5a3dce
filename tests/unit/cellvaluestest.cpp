// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/cellvalues.h"
#include "models/values/csv/settext.h"
#include "tests/support/testmain.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace homeroom;

namespace {

constexpr std::array<QLatin1StringView, 3> words{"open"_L1, "inProgress"_L1, "closed"_L1};
constexpr std::array allKinds{FieldKind::Text, FieldKind::LongText, FieldKind::Phone,
    FieldKind::Word, FieldKind::Integer, FieldKind::Money, FieldKind::Real, FieldKind::Boolean,
    FieldKind::Time, FieldKind::Day, FieldKind::Month, FieldKind::Reference, FieldKind::Set,
    FieldKind::Object};

const QTimeZone shanghai("Asia/Shanghai");

FieldDescription aField(FieldKind kind)
{
    FieldDescription field;
    field.name = "field"_L1;
    field.kind = kind;
    if (kind == FieldKind::Word)
        field.words = words;
    return field;
}

} // namespace

class CellValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSetsAsTyped_data();
    void readsSetsAsTyped();
    void readsCellsOfFields_data();
    void readsCellsOfFields();
    void writesCellsOfFields();
    void refusalsNameTheField_data();
    void refusalsNameTheField();
    void blankCellsAreNothing();
};

void CellValuesTest::readsSetsAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("members");
    QTest::newRow("joined") << u"a; b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("sloppy") << u" a;;b c ； d;"_s << QStringList{u"a"_s, u"b c"_s, u"d"_s};
    QTest::newRow("escaped") << u"a\\;b; c\\\\"_s << QStringList{u"a;b"_s, u"c\\"_s};
    QTest::newRow("backslash for itself") << u"C:\\x\\"_s << QStringList{u"C:\\x\\"_s};
    QTest::newRow("protected spaces") << u"\\ a\\ ; b"_s << QStringList{u" a "_s, u"b"_s};
    QTest::newRow("only separators") << u" ; ;"_s << QStringList();
}

void CellValuesTest::readsSetsAsTyped()
{
    QFETCH(const QString, text);
    QTEST(setFromText(text), "members");
}

void CellValuesTest::readsCellsOfFields_data()
{
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<FieldValue>("value");
    using enum FieldKind;
    QTest::newRow("text as it is") << Text << u" a "_s << FieldValue(u" a "_s);
    QTest::newRow("lines") << LongText << u"a\r\nb\rc"_s << FieldValue(u"a\nb\nc"_s);
    QTest::newRow("phone") << Phone << u"138 1234-5678"_s << FieldValue(u"+8613812345678"_s);
    QTest::newRow("masked phone") << Phone << u"+86138****5678"_s
                                  << FieldValue(u"+86138****5678"_s);
    QTest::newRow("word in any case") << Word << u" InProgress"_s << FieldValue(u"inProgress"_s);
    QTest::newRow("money") << Money << u"1,980元"_s << FieldValue(qint64(198000));
    QTest::newRow("yes") << Boolean << u"是"_s << FieldValue(qint64(1));
    QTest::newRow("set of separators") << Set << u" ; "_s << FieldValue();
    QTest::newRow("object") << Object << u" {\"a\": 1}"_s << FieldValue(QJsonObject{{u"a"_s, 1}});
}

void CellValuesTest::readsCellsOfFields()
{
    QFETCH(const FieldKind, kind);
    QFETCH(const QString, text);
    QFETCH(const FieldValue, value);
    const auto read = cellValue(aField(kind), text, shanghai);
    QVERIFY(read.ok());
    QVERIFY(*read == value);
}

void CellValuesTest::writesCellsOfFields()
{
    const auto written = [](FieldKind kind, const FieldValue& value) {
        return cellText(aField(kind), value, shanghai);
    };
    QCOMPARE(written(FieldKind::Text, FieldValue()), QString());
    QCOMPARE(written(FieldKind::Money, qint64(198000)), u"1980.00"_s);
    QCOMPARE(written(FieldKind::Integer, qint64(198000)), u"198000"_s);
    QCOMPARE(written(FieldKind::Boolean, qint64(1)), u"yes"_s);
    QCOMPARE(written(FieldKind::Boolean, qint64(0)), u"no"_s);
    QCOMPARE(written(FieldKind::Time, qint64(0)), u"1970-01-01 08:00:00.000"_s);
    QCOMPARE(written(FieldKind::Real, 0.1), u"0.1"_s);
    QCOMPARE(written(FieldKind::Set, QStringList{u"a;b"_s, u"c"_s}), u"a\\;b; c"_s);
    QCOMPARE(written(FieldKind::Object, QJsonObject{{u"a"_s, 1}}), u"{\"a\":1}"_s);
    const RecordId id = RecordId::fromName("x");
    QCOMPARE(written(FieldKind::Reference, id), id.toString());
}

void CellValuesTest::refusalsNameTheField_data()
{
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QString>("text");
    using enum FieldKind;
    QTest::newRow("lines in a text") << Text << u"a\nb"_s;
    QTest::newRow("text too long") << Text << QString(maximumTextLength + 1, u'x');
    QTest::newRow("phone") << Phone << u"12345"_s;
    QTest::newRow("word") << Word << u"lost"_s;
    QTest::newRow("integer") << Integer << u"many"_s;
    QTest::newRow("amount") << Money << u"1.234"_s;
    QTest::newRow("real") << Real << u"many"_s;
    QTest::newRow("boolean") << Boolean << u"perhaps"_s;
    QTest::newRow("time") << Time << u"2026-02-30"_s;
    QTest::newRow("time before year one") << Time << u"0001-01-01"_s; // in Shanghai
    QTest::newRow("day") << Day << u"2026-02-30"_s;
    QTest::newRow("month") << Month << u"2026-00"_s;
    QTest::newRow("reference") << Reference << u"none"_s;
    QTest::newRow("object") << Object << u"[1]"_s;
    QTest::newRow("broken object") << Object << u"{"_s;
}

void CellValuesTest::refusalsNameTheField()
{
    QFETCH(const FieldKind, kind);
    QFETCH(const QString, text);
    const auto read = cellValue(aField(kind), text, shanghai);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(read.error().field, u"field"_s);
    QVERIFY(!read.error().detail.isEmpty());
}

void CellValuesTest::blankCellsAreNothing()
{
    for (const FieldKind kind : allKinds) {
        const auto empty = cellValue(aField(kind), QString(), shanghai);
        QVERIFY(empty.ok() && isNothing(*empty));
        if (kind == FieldKind::Text || kind == FieldKind::LongText)
            continue;
        const auto blank = cellValue(aField(kind), u" \u3000"_s, shanghai);
        QVERIFY(blank.ok() && isNothing(*blank));
    }
}

HOMEROOM_TEST_MAIN(CellValuesTest)
#include "cellvaluestest.moc"
