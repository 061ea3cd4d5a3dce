// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/cursor.h"

#include <QDataStream>
#include <QMessageAuthenticationCode>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
    | QByteArray::AbortOnBase64DecodingErrors;
constexpr qsizetype macSize = 32;
constexpr qsizetype idSize = 16;

QByteArray mac(const QByteArray& content, const QByteArray& secret)
{
    return QMessageAuthenticationCode::hash(content, secret, QCryptographicHash::Sha256);
}

bool sameBytes(const QByteArray& left, const QByteArray& right)
{
    // Takes the same time wherever the first difference is.
    char difference = 0;
    for (qsizetype i = 0; i < left.size() && i < right.size(); ++i)
        difference = char(difference | (left[i] ^ right[i]));
    return left.size() == right.size() && difference == 0;
}

} // namespace

QString sealedCursor(const Cursor& cursor, const QByteArray& secret)
{
    QByteArray content = cursor.viewer.toBytes() + cursor.incarnation.toBytes();
    content += cursor.root.isNull() ? QByteArray(idSize, '\0') : cursor.root.toBytes();
    QDataStream stream(&content, QIODevice::Append);
    stream << cursor.generation << cursor.base << cursor.baseAt << cursor.key << cursor.schema;
    stream << cursor.snapshot;
    return QString::fromLatin1((content + mac(content, secret)).toBase64(encoding));
}

Result<Cursor> openedCursor(const QString& text, const QByteArray& secret)
{
    const Error malformed{ErrorCode::Malformed, u"not a cursor of this server"_s, u"cursor"_s};
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), encoding);
    const QByteArray content =
        decoded.decoded.first(std::max<qsizetype>(0, decoded.decoded.size() - macSize));
    if (!decoded || content.size() <= 3 * idSize
        || !sameBytes(mac(content, secret), decoded.decoded.last(macSize)))
        return malformed;
    Cursor cursor;
    cursor.viewer = RecordId::fromBytes(content.first(idSize));
    cursor.incarnation = RecordId::fromBytes(content.mid(idSize, idSize));
    cursor.root = RecordId::fromBytes(content.mid(2 * idSize, idSize));
    QDataStream stream(content.mid(3 * idSize));
    stream >> cursor.generation >> cursor.base >> cursor.baseAt >> cursor.key >> cursor.schema;
    // Cursors of servers before this one do not name the snapshot.
    cursor.snapshot = std::max(cursor.base, cursor.key);
    if (!stream.atEnd())
        stream >> cursor.snapshot;
    if (stream.status() != QDataStream::Ok)
        return malformed;
    return cursor;
}

} // namespace homeroom
