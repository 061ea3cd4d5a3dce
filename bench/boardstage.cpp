// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/boardstage.h"

#include <QCoreApplication>

namespace homeroom::bench {

void BoardStage::repaint()
{
    // Layouts that views put off, then their paint events.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void BoardStage::waitForEvents()
{
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
}

} // namespace homeroom::bench
