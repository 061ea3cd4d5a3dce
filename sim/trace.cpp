// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/trace.h"

#include <cstdio>

namespace homeroom::sim {

void Trace::add(const QString& line)
{
    for (const QChar character : line) {
        m_hash ^= character.unicode();
        m_hash *= 0x100000001b3ull;
    }
    if (m_printing)
        std::printf("%s\n", qPrintable(line));
}

} // namespace homeroom::sim
