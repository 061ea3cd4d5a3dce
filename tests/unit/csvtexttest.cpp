// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvtext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace homeroom;

namespace {

// «姓名,城市 / 王芳,北京 / 李雷,𠮷林»: the last line holds a four-byte GB18030 character.
const QString chineseTable = u"姓名,城市\n王芳,北京\n李雷,𠮷林\n"_s;
const QByteArray chineseGb18030("\xd0\xd5\xc3\xfb,\xb3\xc7\xca\xd0\n\xcd\xf5\xb7\xbc,"
                                "\xb1\xb1\xbe\xa9\n\xc0\xee\xc0\xd7,\x95\x34\xb2\x35\xc1\xd6\n");

QByteArray utf16(const QString& text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

class CsvTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guessesAndDecodes_data();
    void guessesAndDecodes();
    void refusesUndecodableBytes_data();
    void refusesUndecodableBytes();
    void acceptsEveryUtf8SequenceAndNoOther_data();
    void acceptsEveryUtf8SequenceAndNoOther();
    void aPersonsChoiceBeatsTheGuess();
    void keepsAZeroByteInALongText();
    void countsEveryLineEndOnce();
};

void CsvTextTest::guessesAndDecodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<bool>("mark");
    using enum TextEncoding;
    const QString ideographs = u"一丁,一七\n一万,一丈\n"_s; // low bytes 00 and 01, as if swapped
    const auto le = QStringConverter::Utf16LE;
    const auto be = QStringConverter::Utf16BE;

    QTest::newRow("empty") << QByteArray() << QString() << Utf8 << false;
    QTest::newRow("ascii") << QByteArray("a,b\n1,2\n") << u"a,b\n1,2\n"_s << Utf8 << false;
    QTest::newRow("utf-8") << chineseTable.toUtf8() << chineseTable << Utf8 << false;
    QTest::newRow("utf-8 with mark")
        << "\xef\xbb\xbf" + chineseTable.toUtf8() << chineseTable << Utf8 << true;
    QTest::newRow("only a mark") << QByteArray("\xef\xbb\xbf") << QString() << Utf8 << true;
    QTest::newRow("gb18030") << chineseGb18030 << chineseTable << Gb18030 << false;
    QTest::newRow("gb18030 with mark")
        << "\x84\x31\x95\x33" + chineseGb18030 << chineseTable << Gb18030 << true;
    QTest::newRow("utf-16le") << utf16(chineseTable, le) << chineseTable << Utf16LittleEndian
                              << false;
    QTest::newRow("utf-16be") << utf16(chineseTable, be) << chineseTable << Utf16BigEndian << false;
    QTest::newRow("utf-16le with mark")
        << "\xff\xfe" + utf16(chineseTable, le) << chineseTable << Utf16LittleEndian << true;
    QTest::newRow("utf-16be with mark")
        << "\xfe\xff" + utf16(chineseTable, be) << chineseTable << Utf16BigEndian << true;
    QTest::newRow("utf-16le ascii")
        << utf16(u"a,b\n1,2"_s, le) << u"a,b\n1,2"_s << Utf16LittleEndian << false;
    QTest::newRow("utf-16be ascii")
        << utf16(u"a,b\n1,2"_s, be) << u"a,b\n1,2"_s << Utf16BigEndian << false;
    QTest::newRow("utf-16le of U+4E00")
        << utf16(ideographs, le) << ideographs << Utf16LittleEndian << false;
    QTest::newRow("utf-16be of U+4E00")
        << utf16(ideographs, be) << ideographs << Utf16BigEndian << false;
    QTest::newRow("utf-16le without separators")
        << utf16(u"name"_s, le) << u"name"_s << Utf16LittleEndian << false;
}

void CsvTextTest::guessesAndDecodes()
{
    QFETCH(const QByteArray, bytes);
    const auto decoded = decodedText(bytes);
    QVERIFY2(decoded.ok(), decoded ? "" : qPrintable(decoded.error().detail));
    QTEST(decoded->text, "text");
    QTEST(decoded->encoding, "encoding");
    QTEST(decoded->byteOrderMark, "mark");
}

void CsvTextTest::refusesUndecodableBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    const QByteArray utf8 = chineseTable.toUtf8();

    QTest::newRow("byte ff in utf-8") << utf8 + "a\r\nb\xff\n" << u"line 5: a byte is not UTF-8"_s;
    QTest::newRow("utf-8 cut short") << utf8.chopped(2) << u"line 3: a byte is not UTF-8"_s;
    QTest::newRow("marked utf-8 that is none")
        << "\xef\xbb\xbf" + chineseGb18030 << u"line 1: a byte is not UTF-8"_s;
    QTest::newRow("byte ff in gb18030")
        << chineseGb18030 + "\xff" << u"line 4: a byte is not GB18030"_s;
    QTest::newRow("gb18030 cut short")
        << chineseGb18030.chopped(2) << u"line 3: a byte is not GB18030"_s;
    QTest::newRow("latin-1") << QByteArray("name\rcaf\xe9,\r")
                             << u"line 2: a byte is not GB18030"_s;
    QTest::newRow("half a unit of utf-16")
        << "\xff\xfe" + utf16(u"a\n"_s, QStringConverter::Utf16LE) + "b"
        << u"line 2: a byte is not UTF-16LE"_s;
    QTest::newRow("lone high surrogate")
        << QByteArray("\xfe\xff\0\n\xd8\x42\0x", 8) << u"line 2: a byte is not UTF-16BE"_s;
    QTest::newRow("lone low surrogate")
        << QByteArray("\xfe\xff\xdf\xb7\0x", 6) << u"line 1: a byte is not UTF-16BE"_s;
}

void CsvTextTest::refusesUndecodableBytes()
{
    QFETCH(const QByteArray, bytes);
    const auto decoded = decodedText(bytes);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::Invalid);
    QTEST(decoded.error().detail, "detail");
}

void CsvTextTest::acceptsEveryUtf8SequenceAndNoOther_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("U+0080") << QByteArray("\xc2\x80") << true;
    QTest::newRow("U+0800") << QByteArray("\xe0\xa0\x80") << true;
    QTest::newRow("U+D7FF") << QByteArray("\xed\x9f\xbf") << true;
    QTest::newRow("U+FFFD") << QByteArray("\xef\xbf\xbd") << true;
    QTest::newRow("U+10000") << QByteArray("\xf0\x90\x80\x80") << true;
    QTest::newRow("U+10FFFF") << QByteArray("\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("overlong of three") << QByteArray("\xe0\x9f\xbf") << false;
    QTest::newRow("overlong of four") << QByteArray("\xf0\x8f\xbf\xbf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("\x80") << false;
}

void CsvTextTest::acceptsEveryUtf8SequenceAndNoOther()
{
    QFETCH(const QByteArray, bytes);
    QTEST(decodedText("a" + bytes + "b", TextEncoding::Utf8).ok(), "accepted");
}

void CsvTextTest::aPersonsChoiceBeatsTheGuess()
{
    const QByteArray bytes("\xc2\xb7"); // U+00B7 in UTF-8, U+8DEF in GB18030
    QCOMPARE(decodedText(bytes)->text, u"\u00b7"_s);
    const auto chosen = decodedText(bytes, TextEncoding::Gb18030);
    QCOMPARE(chosen->text, u"路"_s);
    QCOMPARE(chosen->encoding, TextEncoding::Gb18030);
}

void CsvTextTest::keepsAZeroByteInALongText()
{
    const QByteArray bytes = QByteArray("name,city\n").repeated(40) + QByteArray("\0", 1);
    const auto decoded = decodedText(bytes);
    QCOMPARE(decoded->encoding, TextEncoding::Utf8);
    QCOMPARE(decoded->text.size(), bytes.size());
}

void CsvTextTest::countsEveryLineEndOnce()
{
    QCOMPARE(lineEndCount(u""), 0);
    QCOMPARE(lineEndCount(u"a\nb\r\nc\rd"), 3);
    QCOMPARE(lineEndCount(u"\n\r\r\n"), 3);
}

HOMEROOM_TEST_MAIN(CsvTextTest)
#include "csvtexttest.moc"
