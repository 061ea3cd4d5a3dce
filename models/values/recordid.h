// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QRandomGenerator>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace homeroom {

/// A UUID as 16 bytes in network order: v7 where a person made the record, v8 where a rule did.
class RecordId {
public:
    RecordId() = default;
    explicit RecordId(const std::array<quint8, 16>& bytes) : m_bytes(bytes) { }

    /// Exactly 16 bytes, as in a BLOB column; anything else is the null id.
    static RecordId fromBytes(QByteArrayView bytes);
    /// The canonical 36-character form in any case; nothing else is accepted.
    static std::optional<RecordId> fromString(QStringView text);
    /// Deterministic UUIDv8 of a name, for records that a rule makes on several devices
    /// (sync.md section 5). The name must hold everything that tells two such records apart.
    static RecordId fromName(QByteArrayView name);

    bool isNull() const { return *this == RecordId(); }
    QString toString() const;
    QByteArray toBytes() const;
    const quint8* data() const { return m_bytes.data(); }

    auto operator<=>(const RecordId&) const = default;
    bool operator==(const RecordId&) const = default;

private:
    std::array<quint8, 16> m_bytes{};
};

size_t qHash(const RecordId& id, size_t seed = 0) noexcept;

/// An id that says what it identifies; it converts to RecordId, never to another type's id.
template <typename Record> class Id : public RecordId {
public:
    Id() = default;
    explicit Id(const RecordId& id) : RecordId(id) { }
};

template <typename Record> size_t qHash(const Id<Record>& id, size_t seed = 0) noexcept
{
    return qHash(static_cast<const RecordId&>(id), seed);
}

/// Makes UUIDv7 ids (RFC 9562, section 5.7): 48 bits of milliseconds, then a counter that keeps
/// ids of one millisecond in order, then random bits. Not thread-safe.
class IdFactory {
public:
    IdFactory(const Clock& clock, QRandomGenerator random);
    RecordId next();

private:
    const Clock& m_clock;
    QRandomGenerator m_random;
    Milliseconds m_last = 0;
    quint32 m_counter = 0;
};

} // namespace homeroom
