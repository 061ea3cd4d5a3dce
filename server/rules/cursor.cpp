// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/cursor.h"

#include <QMessageAuthenticationCode>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
    | QByteArray::AbortOnBase64DecodingErrors;
constexpr qsizetype macSize = 16; // of HMAC-SHA-256, cut as RFC 2104 section 5 allows
constexpr qsizetype idSize = 16;
constexpr char cursorMark = 'c';
constexpr char witnessMark = 'w';

QByteArray mac(const QByteArray& content, const RecordId& viewer, const QByteArray& secret)
{
    return QMessageAuthenticationCode::hash(
        viewer.toBytes() + content, secret, QCryptographicHash::Sha256)
        .first(macSize);
}

bool sameBytes(const QByteArray& left, const QByteArray& right)
{
    // Takes the same time wherever the first difference is.
    char difference = 0;
    for (qsizetype i = 0; i < left.size() && i < right.size(); ++i)
        difference = char(difference | (left[i] ^ right[i]));
    return left.size() == right.size() && difference == 0;
}

/// Every edit carries these texts to and fro: numbers take as few bytes as they need, seven bits
/// in each.
class Packing {
public:
    explicit Packing(char mark) { m_bytes.append(mark); }
    Packing& number(qint64 value)
    {
        auto rest = quint64(value);
        for (; rest >= 0x80; rest >>= 7)
            m_bytes.append(char(rest | 0x80));
        m_bytes.append(char(rest));
        return *this;
    }
    Packing& id(const RecordId& id)
    {
        m_bytes.append(char(!id.isNull()));
        if (!id.isNull())
            m_bytes.append(id.toBytes());
        return *this;
    }
    Packing& witness(const Witness& witness)
    {
        id(witness.incarnation).id(witness.previous).number(witness.first);
        return number(witness.generation).number(witness.seq);
    }
    QString sealed(const RecordId& viewer, const QByteArray& secret) const
    {
        return QString::fromLatin1((m_bytes + mac(m_bytes, viewer, secret)).toBase64(encoding));
    }

private:
    QByteArray m_bytes{};
};

/// What a MAC vouches for is whole; the checks of length keep a secret that leaked from reading
/// beyond the end.
class Unpacking {
public:
    explicit Unpacking(QByteArray content) : m_bytes(std::move(content)) { }
    char byte() { return m_at < m_bytes.size() ? m_bytes[m_at++] : '\0'; }
    qint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto part = quint8(byte());
            value |= quint64(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
                break;
        }
        return qint64(value);
    }
    RecordId id()
    {
        if (byte() == '\0' || m_at + idSize > m_bytes.size())
            return {};
        m_at += idSize;
        return RecordId::fromBytes(m_bytes.mid(m_at - idSize, idSize));
    }
    Witness witness()
    {
        Witness witness;
        witness.incarnation = id();
        witness.previous = id();
        witness.first = number();
        witness.generation = number();
        witness.seq = number();
        return witness;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// The content behind its mark, where the MAC is right.
std::optional<Unpacking> opened(
    const QString& text, char mark, const RecordId& viewer, const QByteArray& secret)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), encoding);
    if (!decoded || decoded.decoded.size() <= macSize)
        return std::nullopt;
    const QByteArray content = decoded.decoded.chopped(macSize);
    if (content.front() != mark
        || !sameBytes(mac(content, viewer, secret), decoded.decoded.last(macSize)))
        return std::nullopt;
    return Unpacking(content.sliced(1));
}

} // namespace

QString sealedCursor(const Cursor& cursor, const QByteArray& secret)
{
    Packing packing(cursorMark);
    packing.witness(cursor.seen).number(cursor.base).number(cursor.baseAt);
    packing.number(cursor.key).id(cursor.root).number(cursor.schema);
    return packing.sealed(cursor.viewer, secret);
}

Result<Cursor> openedCursor(const QString& text, const RecordId& viewer, const QByteArray& secret)
{
    std::optional<Unpacking> content = opened(text, cursorMark, viewer, secret);
    if (!content)
        return Error{ErrorCode::Malformed, u"not a cursor of this server"_s, u"cursor"_s};
    Cursor cursor{.viewer = viewer};
    cursor.seen = content->witness();
    cursor.base = content->number();
    cursor.baseAt = content->number();
    cursor.key = content->number();
    cursor.root = content->id();
    cursor.schema = content->number();
    return cursor;
}

QString sealedWitness(const Witness& witness, const RecordId& viewer, const QByteArray& secret)
{
    return Packing(witnessMark).witness(witness).sealed(viewer, secret);
}

Result<Witness> openedWitness(const QString& text, const RecordId& viewer, const QByteArray& secret)
{
    std::optional<Unpacking> content = opened(text, witnessMark, viewer, secret);
    if (content)
        return content->witness();
    const Result<Cursor> cursor = openedCursor(text, viewer, secret);
    if (!cursor.ok())
        return Error{ErrorCode::Malformed, u"not a sign of this server"_s, u"seen"_s};
    return cursor->seen;
}

} // namespace homeroom
