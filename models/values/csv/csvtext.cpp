// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvtext.h"

#include <QStringDecoder>

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar byteOrderMarkCharacter(0xfeff);
constexpr qsizetype utf16SampleBytes = 65536;
// One unit in fifty: a table in Chinese still has that many delimiters and line ends.
constexpr qsizetype utf16UnitsPerZero = 50;
// Chinese in GB18030 has far more bytes that break UTF-8 than pairs that happen to keep it.
constexpr qsizetype sequencesPerBadByte = 2;

bool isBetween(uchar byte, int low, int high)
{
    return byte >= low && byte <= high;
}

/// Length of the well-formed UTF-8 sequence at `at`, or 0 (Unicode 15, table 3-7).
qsizetype utf8SequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype offset) {
        return at + offset < bytes.size() ? uchar(bytes[at + offset]) : uchar(0);
    };
    const auto follows = [&](qsizetype offset) { return isBetween(byte(offset), 0x80, 0xbf); };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (isBetween(first, 0xc2, 0xdf))
        return follows(1) ? 2 : 0;
    if (isBetween(first, 0xe0, 0xef)) {
        const bool second =
            isBetween(byte(1), first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
        return second && follows(2) ? 3 : 0;
    }
    if (isBetween(first, 0xf0, 0xf4)) {
        const bool second =
            isBetween(byte(1), first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
        return second && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

struct Utf8Scan {
    qsizetype sequences = 0; ///< well-formed, of two bytes and more
    qsizetype badBytes = 0;
    qsizetype firstBad = -1;
};

Utf8Scan scannedUtf8(QByteArrayView bytes)
{
    Utf8Scan scan;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = utf8SequenceLength(bytes, at);
        if (length > 1)
            ++scan.sequences;
        if (length == 0) {
            if (++scan.badBytes == 1)
                scan.firstBad = at;
        }
        at += std::max<qsizetype>(length, 1);
    }
    return scan;
}

bool separatesCells(char byte)
{
    return byte == ',' || byte == ';' || byte == '\t' || byte == '|' || byte == '\n' || byte == '\r'
        || byte == '"';
}

struct Utf16Evidence {
    qsizetype zeros = 0;
    qsizetype separators = 0;

    auto operator<=>(const Utf16Evidence&) const = default;
};

/// Counts units of the sample whose high byte, at `high` in the pair, is zero.
Utf16Evidence utf16Evidence(QByteArrayView sample, qsizetype high)
{
    Utf16Evidence evidence;
    for (qsizetype at = 0; at + 1 < sample.size(); at += 2) {
        const char low = sample[at + 1 - high];
        if (sample[at + high] != 0 || low == 0)
            continue;
        ++evidence.zeros;
        if (separatesCells(low))
            ++evidence.separators;
    }
    return evidence;
}

std::optional<TextEncoding> guessedUtf16(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), utf16SampleBytes));
    const Utf16Evidence little = utf16Evidence(sample, 1);
    const Utf16Evidence big = utf16Evidence(sample, 0);
    if ((little.zeros + big.zeros) * utf16UnitsPerZero * 2 < sample.size() || sample.size() < 2)
        return std::nullopt;
    // Separators first: common characters such as U+4E00 have a zero byte on the other side.
    if (little.separators != big.separators)
        return little.separators > big.separators ? TextEncoding::Utf16LittleEndian
                                                  : TextEncoding::Utf16BigEndian;
    return little.zeros >= big.zeros ? TextEncoding::Utf16LittleEndian
                                     : TextEncoding::Utf16BigEndian;
}

std::optional<TextEncoding> markedEncoding(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return TextEncoding::Utf8;
    if (bytes.startsWith("\xff\xfe"))
        return TextEncoding::Utf16LittleEndian;
    if (bytes.startsWith("\xfe\xff"))
        return TextEncoding::Utf16BigEndian;
    if (bytes.startsWith("\x84\x31\x95\x33"))
        return TextEncoding::Gb18030;
    return std::nullopt;
}

Error undecodable(QStringView before, TextEncoding encoding)
{
    return lineError(
        lineEndCount(before) + 1, u"a byte is not %1"_s.arg(QString(encodingName(encoding))));
}

Result<QString> fromUtf8(QByteArrayView bytes)
{
    const qsizetype bad = scannedUtf8(bytes).firstBad;
    if (bad >= 0)
        return undecodable(QString::fromUtf8(bytes.first(bad)), TextEncoding::Utf8);
    return QString::fromUtf8(bytes);
}

Result<QString> fromUtf16(QByteArrayView bytes, TextEncoding encoding)
{
    QStringDecoder decoder(encoding == TextEncoding::Utf16LittleEndian ? QStringConverter::Utf16LE
                                                                       : QStringConverter::Utf16BE,
        QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder(bytes.first(bytes.size() / 2 * 2));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (text[i].isSurrogate() && !pair)
            return undecodable(QStringView(text).first(i), encoding);
        i += pair ? 1 : 0;
    }
    if (bytes.size() % 2 != 0)
        return undecodable(text, encoding);
    return text;
}

Result<QString> fromGb18030(QByteArrayView bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open("gb18030", &status), &ucnv_close);
    ucnv_setToUCallBack(
        converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        return Error{ErrorCode::Unavailable, u"ICU has no GB18030 converter"_s};
    // No sequence gives more UTF-16 units than it has bytes.
    QString text(bytes.size(), Qt::Uninitialized);
    char16_t* const begin = reinterpret_cast<char16_t*>(text.data());
    char16_t* target = begin;
    const char* source = bytes.data();
    ucnv_toUnicode(converter.get(), &target, begin + text.size(), &source, source + bytes.size(),
        nullptr, true, &status);
    text.truncate(target - begin);
    if (U_FAILURE(status))
        return undecodable(text, TextEncoding::Gb18030);
    return text;
}

Result<QString> decoded(QByteArrayView bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return fromUtf8(bytes);
    case TextEncoding::Gb18030:
        return fromGb18030(bytes);
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
        break;
    }
    return fromUtf16(bytes, encoding);
}

} // namespace

QLatin1StringView encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8"_L1;
    case TextEncoding::Gb18030:
        return "GB18030"_L1;
    case TextEncoding::Utf16LittleEndian:
        return "UTF-16LE"_L1;
    case TextEncoding::Utf16BigEndian:
        break;
    }
    return "UTF-16BE"_L1;
}

TextEncoding guessedEncoding(QByteArrayView bytes)
{
    if (const auto marked = markedEncoding(bytes))
        return *marked;
    if (const auto utf16 = guessedUtf16(bytes))
        return *utf16;
    const Utf8Scan scan = scannedUtf8(bytes);
    // A damaged UTF-8 file must be refused at its bad byte: as GB18030 it would decode to nonsense.
    const bool utf8 = scan.badBytes == 0 || scan.sequences > scan.badBytes * sequencesPerBadByte;
    return utf8 ? TextEncoding::Utf8 : TextEncoding::Gb18030;
}

Result<DecodedText> decodedText(QByteArrayView bytes)
{
    return decodedText(bytes, guessedEncoding(bytes));
}

Result<DecodedText> decodedText(QByteArrayView bytes, TextEncoding encoding)
{
    Result<QString> text = decoded(bytes, encoding);
    if (!text)
        return text.error();
    if (text->startsWith(byteOrderMarkCharacter))
        text->remove(0, 1);
    return DecodedText{std::move(*text), encoding, markedEncoding(bytes) == encoding};
}

qint64 lineEndCount(QStringView text)
{
    qint64 count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool partOfPair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        if ((text[i] == u'\n' || text[i] == u'\r') && !partOfPair)
            ++count;
    }
    return count;
}

Error lineError(qint64 line, const QString& what)
{
    return {ErrorCode::Invalid, u"line %1: %2"_s.arg(line).arg(what)};
}

} // namespace homeroom
