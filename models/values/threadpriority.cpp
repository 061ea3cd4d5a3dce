// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/threadpriority.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace homeroom {

void giveWay()
{
#ifdef Q_OS_LINUX
    // Qt's priorities do nothing under Linux' usual scheduling, where each thread has a niceness.
    // A tenth of the weight of the others; where the system refuses nothing is lost.
    setpriority(PRIO_PROCESS, 0, 10);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace homeroom
