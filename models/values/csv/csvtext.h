// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

namespace homeroom {

/// The encodings that spreadsheets of our users write.
enum class TextEncoding { Utf8, Gb18030, Utf16LittleEndian, Utf16BigEndian };

/// The registered name: `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`.
QLatin1StringView encodingName(TextEncoding encoding);

struct DecodedText {
    QString text{}; ///< without a byte order mark
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false; ///< the bytes said themselves what they are

    bool operator==(const DecodedText&) const = default;
};

/// What the bytes most likely are. A byte order mark decides; else zero bytes speak for UTF-16,
/// valid (or merely damaged) UTF-8 for UTF-8, and everything else for GB18030.
TextEncoding guessedEncoding(QByteArrayView bytes);

/// Decodes by guess. Nothing is replaced: a byte that cannot be decoded is an Invalid error whose
/// detail begins with `line N:`.
Result<DecodedText> decodedText(QByteArrayView bytes);
/// The same where a person chose the encoding.
Result<DecodedText> decodedText(QByteArrayView bytes, TextEncoding encoding);

/// How many line ends (LF, CRLF or CR alone) the text holds.
qint64 lineEndCount(QStringView text);

/// An Invalid error about a physical line, counted from 1: its detail is `line N: what`.
Error lineError(qint64 line, const QString& what);

} // namespace homeroom
