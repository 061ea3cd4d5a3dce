// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/framing.h"
#include "server/http/requesttarget.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

using HeaderLines = QList<HeaderLine>;
Q_DECLARE_METATYPE(HeaderLines)

namespace {

int statusOf(const HeaderLines& lines)
{
    const std::optional<HttpResponse> refusal = framingRefusal(lines, 1000);
    return refusal ? refusal->status : 200;
}

} // namespace

class FramingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesHeaders_data()
    {
        QTest::addColumn<HeaderLines>("lines");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, int status, const HeaderLines& lines) {
            QTest::newRow(name) << lines << status;
        };
        const auto length = [](const QByteArray& value) {
            return HeaderLine{"Content-Length"_ba, value};
        };
        const HeaderLine chunked{"Transfer-Encoding"_ba, "chunked"_ba};
        row("none", 200, {});
        row("length", 200, {{"Host"_ba, "x"_ba}, length("10"_ba)});
        row("largest length", 200, {length("1000"_ba)});
        row("larger length", 413, {length("1001"_ba)});
        row("length of 64 bits", 413, {length("18446744073709551615"_ba)});
        row("length of many digits", 413, {length(QByteArray(40, '9'))});
        row("doubled length", 400, {length("10"_ba), length("10"_ba)});
        row("contradicting lengths", 400, {length("10"_ba), {"content-length"_ba, "5"_ba}});
        row("negative length", 400, {length("-1"_ba)});
        row("signed length", 400, {length("+1"_ba)});
        row("hexadecimal length", 400, {length("0x10"_ba)});
        row("empty length", 400, {length({})});
        row("list of lengths", 400, {length("10, 10"_ba)});
        row("length and encoding", 400, {length("10"_ba), chunked});
        row("encoding and length", 400, {chunked, length("10"_ba)});
        row("encoding", 411, {chunked});
        row("space in a name", 400, {{"Content-Length "_ba, "10"_ba}});
        row("name beginning with a space", 400, {{" X"_ba, "10"_ba}});
        row("name glued to a folded length", 400, {{"Content-Length3"_ba, {}}});
        row("name glued to a folded encoding", 400, {{"transfer-encodingchunked"_ba, {}}});
        row("empty name", 400, {{{}, "x"_ba}});
        row("return in a value", 400, {{"X"_ba, "a\rb"_ba}});
        row("tab in a value", 200, {{"X"_ba, "a\tb"_ba}});
        row("UTF-8 in a value", 200, {{"X"_ba, "\xe9\x94\x80"_ba}});
        row("two hosts", 400, {{"Host"_ba, "x"_ba}, {"host"_ba, "y"_ba}});
    }
    void judgesHeaders()
    {
        QFETCH(HeaderLines, lines);
        QTEST(statusOf(lines), "status");
    }

    void splitsATarget()
    {
        const auto target = parseTarget("/v1/a%2Fb?mark=1%2B2&word=a+b%E9%94%80&flag&&x=a=b"_ba);
        QVERIFY(target.ok());
        QCOMPARE(target->path, u"/v1/a%2Fb"_s);
        const QHash<QString, QString> expected{
            {u"mark"_s, u"1+2"_s}, {u"word"_s, u"a b销"_s}, {u"flag"_s, u""_s}, {u"x"_s, u"a=b"_s}};
        QCOMPARE(target->query, expected);
    }

    void takesATargetWithoutAQuery()
    {
        const auto target = parseTarget("/v1/health"_ba);
        QVERIFY(target.ok());
        QCOMPARE(target->path, u"/v1/health"_s);
        QVERIFY(target->query.isEmpty());
    }

    void refusesATargetThatReadsTwoWays_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("absolute") << "http://host/path"_ba;
        QTest::newRow("star") << "*"_ba;
        QTest::newRow("fragment") << "/a#b"_ba;
        QTest::newRow("repeated name") << "/a?x=1&x=2"_ba;
        QTest::newRow("repeated by an escape") << "/a?x=1&%78=2"_ba;
        QTest::newRow("broken escape") << "/a?x=%4"_ba;
        QTest::newRow("end of text in an escape") << "/a?x=%00"_ba;
        QTest::newRow("not UTF-8") << "/a?x=%ff"_ba;
        QTest::newRow("raw bytes") << "/\xff"_ba;
    }
    void refusesATargetThatReadsTwoWays()
    {
        QFETCH(QByteArray, target);
        const auto parsed = parseTarget(target);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, ErrorCode::Malformed);
    }
};

HOMEROOM_TEST_MAIN(FramingTest)
#include "framingtest.moc"
