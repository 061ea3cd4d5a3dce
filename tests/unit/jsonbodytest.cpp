// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

QByteArray nested(int depth)
{
    return "{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
}

} // namespace

class JsonBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << "{}"_ba;
        QTest::newRow("spaces") << " \r\n{ \"a\" : [ 1 , { \"a\" : null } ] }\t"_ba;
        QTest::newRow("same name in siblings") << "{\"x\":[{\"a\":1},{\"a\":2}],\"a\":3}"_ba;
        QTest::newRow("name as value") << "{\"a\":\"a\",\"b\":[\"a\",\"a\"]}"_ba;
        QTest::newRow("marks inside text") << "{\"a\":\"}]{[\\\"\\\\\",\"b\":\"\\\\\"}"_ba;
        QTest::newRow("escaped pair") << "{\"a\":\"\\ud83d\\ude00\"}"_ba;
        QTest::newRow("names that differ by an escape") << "{\"a\\n\":1,\"a\":2}"_ba;
        QTest::newRow("deepest") << nested(deepestJson);
    }
    void readsAnObject()
    {
        QFETCH(QByteArray, body);
        const auto object = parseJsonObject(body);
        QVERIFY2(object.ok(), object.ok() ? "" : qPrintable(object.error().detail));
    }

    void keepsValues()
    {
        const auto object = parseJsonObject("{\"n\":12,\"s\":\"销\",\"l\":[true,null]}"_ba);
        QVERIFY(object.ok());
        const QJsonObject expected{
            {u"n"_s, 12}, {u"s"_s, u"销"_s}, {u"l"_s, QJsonArray{true, QJsonValue()}}};
        QCOMPARE(*object, expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("array") << "[]"_ba;
        QTest::newRow("number") << "1"_ba;
        QTest::newRow("text") << "\"a\""_ba;
        QTest::newRow("page of a proxy") << "<html></html>"_ba;
        QTest::newRow("cut") << "{\"a\":"_ba;
        QTest::newRow("cut in text") << "{\"a\":\"b"_ba;
        QTest::newRow("two objects") << "{}{}"_ba;
        QTest::newRow("trailing comma") << "{\"a\":1,}"_ba;
        QTest::newRow("not UTF-8") << "{\"a\":\"\xff\"}"_ba;
        QTest::newRow("overlong UTF-8") << "{\"a\":\"\xc0\xaf\"}"_ba;
        QTest::newRow("surrogate in UTF-8") << "{\"a\":\"\xed\xa0\x80\"}"_ba;
        QTest::newRow("half a pair") << "{\"a\":\"\\ud83d\"}"_ba;
        QTest::newRow("half a pair in a name") << "{\"\\ude00\":1}"_ba;
        QTest::newRow("same name twice") << "{\"a\":1,\"b\":2,\"a\":1}"_ba;
        QTest::newRow("same name inside") << "{\"x\":[{\"a\":1,\"b\":{},\"a\":2}]}"_ba;
        QTest::newRow("same name by an escape") << "{\"a\":1,\"\\u0061\":2}"_ba;
        QTest::newRow("too deep") << nested(deepestJson + 1);
        QTest::newRow("far too deep") << nested(100'000);
        QTest::newRow("only openings") << QByteArray(1'000'000, '[');
        QTest::newRow("end of text inside") << "{\"a\":1}\0{"_ba;
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        const auto object = parseJsonObject(body);
        QVERIFY(!object.ok());
        QCOMPARE(object.error().code, ErrorCode::Malformed);
        QVERIFY(!object.error().detail.isEmpty());
    }
};

HOMEROOM_TEST_MAIN(JsonBodyTest)
#include "jsonbodytest.moc"
