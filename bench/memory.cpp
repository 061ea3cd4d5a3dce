// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/memory.h"

#include <QFile>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

qint64 statusBytes(QByteArrayView name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

qint64 residentBytes()
{
    return statusBytes("VmRSS:");
}

qint64 peakResidentBytes()
{
    return statusBytes("VmHWM:");
}

} // namespace homeroom::bench
