// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/crc32.h"

#include <array>

namespace homeroom {

namespace {

constexpr quint32 polynomial = 0xEDB88320;
constexpr size_t lanes = 8;
using Tables = std::array<std::array<quint32, 256>, lanes>;

// Table k moves a byte over k further bytes: eight bytes a step instead of one.
constexpr Tables makeTables()
{
    Tables tables{};
    for (quint32 byte = 0; byte < 256; ++byte) {
        quint32 value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) ? polynomial : 0);
        tables[0][byte] = value;
    }
    for (size_t lane = 1; lane < lanes; ++lane) {
        for (size_t byte = 0; byte < 256; ++byte) {
            const quint32 before = tables[lane - 1][byte];
            tables[lane][byte] = (before >> 8) ^ tables[0][before & 0xff];
        }
    }
    return tables;
}

constexpr Tables tables = makeTables();

} // namespace

quint32 crc32(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFF;
    const auto* at = reinterpret_cast<const quint8*>(bytes.data());
    const quint8* const end = at + bytes.size();
    for (; end - at >= qsizetype(lanes); at += lanes) {
        const quint32 low = crc
            ^ (quint32(at[0]) | quint32(at[1]) << 8 | quint32(at[2]) << 16 | quint32(at[3]) << 24);
        crc = tables[7][low & 0xff] ^ tables[6][(low >> 8) & 0xff] ^ tables[5][(low >> 16) & 0xff]
            ^ tables[4][low >> 24] ^ tables[3][at[4]] ^ tables[2][at[5]] ^ tables[1][at[6]]
            ^ tables[0][at[7]];
    }
    for (; at != end; ++at)
        crc = (crc >> 8) ^ tables[0][(crc ^ *at) & 0xff];
    return ~crc;
}

} // namespace homeroom
