// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/systemfaults.h"

#include "tests/support/programs.h"

#include <QFileInfo>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

bool ends(QStringList line)
{
    QProcess process;
    process.start(line.takeFirst(), line);
    return process.waitForFinished(programPatience) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

QStringList traceOptions(
    const CallFault& fault, const QString& databaseFile, const QString& log = u"/dev/null"_s)
{
    // As the kernel names it: strace compares the names of open files.
    const QFileInfo file(databaseFile);
    const QString path = QFileInfo(file.path()).canonicalFilePath() + u'/' + file.fileName();
    QStringList calls{fault.call};
    QStringList faults;
    if (!fault.call.isEmpty())
        faults << u"-e"_s << u"inject=%1:%2:when=%3"_s.arg(fault.call, fault.effect, fault.when);
    if (fault.flushTime > 0) {
        calls << u"fdatasync"_s;
        faults << u"-e"_s << u"inject=fdatasync:delay_enter=%1"_s.arg(fault.flushTime * 1000);
    }
    calls.removeAll(QString());
    return QStringList{u"-f"_s, u"-o"_s, log, u"-P"_s, path, u"-P"_s, path + u"-wal"_s, u"-e"_s,
               u"trace="_s + calls.join(u',')}
    + faults;
}

} // namespace

bool canTrace()
{
    static const bool can =
        ends({u"strace"_s, u"-D"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace=fsync"_s, u"true"_s});
    return can;
}

bool canLimit()
{
    static const bool can = ends(withFileLimit(1 << 20) + QStringList{u"true"_s});
    return can;
}

CallFault CallFault::killAtWrite(int n)
{
    return {u"pwrite64"_s, u"signal=SIGKILL"_s, QString::number(n)};
}

CallFault CallFault::error(const QString& call, const QString& name, const QString& when)
{
    return {call, u"error="_s + name, when};
}

CallFault CallFault::onSlowDisk(int milliseconds) const
{
    CallFault slow = *this;
    slow.flushTime = milliseconds;
    return slow;
}

QStringList under(const CallFault& fault, const QString& databaseFile)
{
    // -D: the program is our child, not the tracer's, and shows how it ended.
    return QStringList{u"strace"_s, u"-D"_s} + traceOptions(fault, databaseFile);
}

QStringList withFileLimit(qint64 bytes)
{
    return {u"sh"_s, u"-c"_s, u"trap '' XFSZ; exec \"$@\""_s, u"sh"_s, u"prlimit"_s,
        u"--fsize=%1:"_s.arg(bytes)};
}

bool setFileLimit(qint64 processId, qint64 bytes)
{
    return ends(
        {u"prlimit"_s, u"--pid"_s, QString::number(processId), u"--fsize=%1:"_s.arg(bytes)});
}

TracedProcess::TracedProcess(qint64 processId, const CallFault& fault, const QString& databaseFile)
{
    if (!m_log.open())
        return;
    m_tracer.setReadChannel(QProcess::StandardError);
    m_tracer.start(u"strace"_s,
        traceOptions(fault, databaseFile, m_log.fileName())
            + QStringList{u"-p"_s, QString::number(processId)});
    QByteArray said;
    while (!m_attached && m_tracer.waitForReadyRead(programPatience)) {
        said += m_tracer.readAll();
        m_attached = said.contains(" attached");
    }
}

int TracedProcess::flushes() const
{
    QFile log(m_log.fileName());
    return log.open(QIODevice::ReadOnly) ? int(log.readAll().count(" fdatasync(")) : -1;
}

TracedProcess::~TracedProcess()
{
    m_tracer.terminate();
    m_tracer.waitForFinished(programPatience);
}

} // namespace homeroom::test
