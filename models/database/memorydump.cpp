// SPDX-License-Identifier: GPL-3.0-or-later
// The one file of this library that knows operating systems.
#include "models/database/memorydump.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace homeroom {

void refuseMemoryDumps()
{
#ifdef Q_OS_UNIX
    // The hard limit as well: nothing that is started here may take it back.
    constexpr rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_WIN
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#endif
}

} // namespace homeroom
