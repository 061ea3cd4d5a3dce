// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/numbertext.h"
#include "tests/support/testmain.h"

#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace homeroom;

Q_DECLARE_METATYPE(std::optional<qint64>)

class NumberTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAmounts_data();
    void readsAmounts();
    void writesAmounts();
    void readsIntegers_data();
    void readsIntegers();
    void readsReals_data();
    void readsReals();
    void readsBooleans_data();
    void readsBooleans();
};

void NumberTextTest::readsAmounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("fen");
    const auto row = [](const QString& text, std::optional<qint64> fen) {
        QTest::newRow(qPrintable(u"«%1»"_s.arg(text))) << text << fen;
    };
    row(u"¥1,234.50"_s, 123450);
    row(u"￥ 1234.5"_s, 123450);
    row(u"1,234元"_s, 123400);
    row(u"１，２３４．５０元"_s, 123450);
    row(u"  199 "_s, 19900);
    row(u"CNY 20"_s, 2000);
    row(u"20.05 rmb"_s, 2005);
    row(u"-5"_s, -500);
    row(u"-¥5.01"_s, -501);
    row(u"¥-5.01"_s, -501);
    row(u"－5"_s, -500);
    row(u"−0.05"_s, -5);
    row(u"+7"_s, 700);
    row(u".5"_s, 50);
    row(u"5."_s, 500);
    row(u"1.2300"_s, 123);
    row(u"0"_s, 0);
    row(u"1,234,567"_s, 123456700);
    row(u"92233720368547758.07"_s, std::numeric_limits<qint64>::max());
    row(u"-92233720368547758.08"_s, std::numeric_limits<qint64>::min());
    row(u"92233720368547758.08"_s, std::nullopt);
    row(u"99999999999999999999"_s, std::nullopt);
    row(u"1.005"_s, std::nullopt);
    row(u"1,23"_s, std::nullopt);
    row(u"1234,567"_s, std::nullopt);
    row(u",234"_s, std::nullopt);
    row(u"1.2.3"_s, std::nullopt);
    row(u"--5"_s, std::nullopt);
    row(u"-¥-5"_s, std::nullopt);
    row(u"¥"_s, std::nullopt);
    row(u"."_s, std::nullopt);
    row(u"abc"_s, std::nullopt);
    row(u"1e3"_s, std::nullopt);
    row(u"$5"_s, std::nullopt);
    row(QString(), std::nullopt);
}

void NumberTextTest::readsAmounts()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<qint64>, fen);
    const auto read = moneyFromText(text);
    QCOMPARE(read.ok(), fen.has_value());
    if (fen)
        QCOMPARE(*read, *fen);
    else
        QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void NumberTextTest::writesAmounts()
{
    QCOMPARE(moneyText(0), u"0.00"_s);
    QCOMPARE(moneyText(5), u"0.05"_s);
    QCOMPARE(moneyText(-5), u"-0.05"_s);
    QCOMPARE(moneyText(123450), u"1234.50"_s);
    QCOMPARE(moneyText(std::numeric_limits<qint64>::min()), u"-92233720368547758.08"_s);
}

void NumberTextTest::readsIntegers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("number");
    const auto row = [](const QString& text, std::optional<qint64> number) {
        QTest::newRow(qPrintable(u"«%1»"_s.arg(text))) << text << number;
    };
    row(u"42"_s, 42);
    row(u" -1,000 "_s, -1000);
    row(u"５"_s, 5);
    row(u"5.0"_s, 5);
    row(u"9223372036854775807"_s, std::numeric_limits<qint64>::max());
    row(u"9223372036854775808"_s, std::nullopt);
    row(u"5.5"_s, std::nullopt);
    row(u"5 6"_s, std::nullopt);
    row(u"x"_s, std::nullopt);
}

void NumberTextTest::readsIntegers()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<qint64>, number);
    const auto read = integerFromText(text);
    QCOMPARE(read ? std::optional(*read) : std::nullopt, number);
}

void NumberTextTest::readsReals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<double>("number");
    QTest::newRow("plain") << u"2.5"_s << true << 2.5;
    QTest::newRow("groups") << u"-1,234.25"_s << true << -1234.25;
    QTest::newRow("exponent") << u"1.5E-7"_s << true << 1.5e-7;
    QTest::newRow("full width") << u"２．５"_s << true << 2.5;
    QTest::newRow("infinite") << u"inf"_s << false << 0.0;
    QTest::newRow("no number") << u"nan"_s << false << 0.0;
    QTest::newRow("too large") << u"1e999"_s << false << 0.0;
    QTest::newRow("words") << u"two"_s << false << 0.0;
    QTest::newRow("percent") << u"50%"_s << false << 0.0;
}

void NumberTextTest::readsReals()
{
    QFETCH(const QString, text);
    QFETCH(const bool, accepted);
    const auto read = realFromText(text);
    QCOMPARE(read.ok(), accepted);
    if (accepted)
        QTEST(*read, "number");
}

void NumberTextTest::readsBooleans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("value");
    for (const QString& yes : {u"yes"_s, u"TRUE"_s, u"1"_s, u"是"_s, u" Yes "_s, u"１"_s})
        QTest::newRow(qPrintable(yes)) << yes << std::optional<qint64>(1);
    for (const QString& no : {u"no"_s, u"False"_s, u"0"_s, u"否"_s})
        QTest::newRow(qPrintable(no)) << no << std::optional<qint64>(0);
    for (const QString& neither : {u"2"_s, u"maybe"_s, u"yesno"_s, QString()})
        QTest::newRow(qPrintable(u"not "_s + neither)) << neither << std::optional<qint64>();
}

void NumberTextTest::readsBooleans()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<qint64>, value);
    const auto read = booleanFromText(text);
    QCOMPARE(read ? std::optional(*read) : std::nullopt, value);
}

HOMEROOM_TEST_MAIN(NumberTextTest)
#include "numbertexttest.moc"
