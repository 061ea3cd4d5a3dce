// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recordid.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace homeroom {

namespace {

constexpr quint8 versionMask = 0x0f;
constexpr quint8 variantMask = 0x3f;
constexpr quint8 variantBits = 0x80;
constexpr quint32 counterLimit = 0xfff; // the 12 bits of rand_a

int hexDigit(QChar c)
{
    const auto u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

bool isDashPosition(qsizetype i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

} // namespace

RecordId RecordId::fromBytes(QByteArrayView bytes)
{
    RecordId id;
    if (bytes.size() == qsizetype(id.m_bytes.size()))
        std::memcpy(id.m_bytes.data(), bytes.data(), id.m_bytes.size());
    return id;
}

std::optional<RecordId> RecordId::fromString(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    RecordId id;
    size_t byte = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (isDashPosition(i)) {
            if (text[i] != u'-')
                return std::nullopt;
            ++i;
            continue;
        }
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        id.m_bytes[byte++] = quint8(high * 16 + low);
        i += 2;
    }
    return id;
}

RecordId RecordId::fromName(QByteArrayView name)
{
    const QByteArray digest =
        QCryptographicHash::hash(name.toByteArray(), QCryptographicHash::Sha256);
    RecordId id = fromBytes(QByteArrayView(digest).first(16));
    id.m_bytes[6] = quint8((id.m_bytes[6] & versionMask) | 0x80);
    id.m_bytes[8] = quint8((id.m_bytes[8] & variantMask) | variantBits);
    return id;
}

QString RecordId::toString() const
{
    static constexpr char digits[] = "0123456789abcdef";
    std::array<char16_t, 36> text{};
    size_t out = 0;
    for (const quint8 byte : m_bytes) {
        if (isDashPosition(qsizetype(out)))
            text[out++] = u'-';
        text[out++] = char16_t(digits[byte >> 4]);
        text[out++] = char16_t(digits[byte & 0xf]);
    }
    return QString::fromUtf16(text.data(), qsizetype(text.size()));
}

QByteArray RecordId::toBytes() const
{
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), qsizetype(m_bytes.size()));
}

size_t qHash(const RecordId& id, size_t seed) noexcept
{
    return qHashBits(id.data(), 16, seed);
}

IdFactory::IdFactory(const Clock& clock, QRandomGenerator random) : m_clock(clock), m_random(random)
{
}

RecordId IdFactory::next()
{
    const Milliseconds now = std::max(m_clock.now(), m_last);
    if (now > m_last) {
        m_last = now;
        m_counter = m_random.bounded(counterLimit / 2);
    } else if (++m_counter > counterLimit) {
        // The millisecond is full: borrow from the next, so that order holds.
        ++m_last;
        m_counter = 0;
    }
    std::array<quint8, 16> bytes{};
    for (size_t i = 0; i < 6; ++i)
        bytes[i] = quint8(quint64(m_last) >> (8 * (5 - i)));
    bytes[6] = quint8(0x70 | (m_counter >> 8));
    bytes[7] = quint8(m_counter);
    const quint64 random = m_random.generate64();
    std::memcpy(bytes.data() + 8, &random, sizeof random);
    bytes[8] = quint8((bytes[8] & variantMask) | variantBits);
    return RecordId(bytes);
}

} // namespace homeroom
