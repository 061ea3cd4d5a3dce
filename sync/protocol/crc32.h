// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace homeroom {

/// CRC-32 as zlib and PNG compute it (reflected 0xEDB88320, start and end inverted).
quint32 crc32(QByteArrayView bytes);

} // namespace homeroom
