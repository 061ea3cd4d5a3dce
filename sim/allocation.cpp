// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/allocation.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace homeroom::sim {

void keepFreedMemory()
{
#if defined(__GLIBC__)
    // A run opens and closes databases all the time; giving their caches back to the system and
    // asking for them again was a quarter of it.
    constexpr int plenty = 1 << 30;
    constexpr int step = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, plenty);
    mallopt(M_MMAP_THRESHOLD, plenty);
    mallopt(M_TOP_PAD, step);
#endif
}

} // namespace homeroom::sim
