// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

namespace homeroom::test {

// What an operating system does to a program that writes a database: commands that start the
// program in their place, for programs.h. Linux alone has them; see canTrace and canLimit.

/// Whether programs may be traced here, which needs strace and the right to use ptrace.
bool canTrace();
/// Whether the size of files can be limited here.
bool canLimit();

/// A system call on a database file or its WAL that goes wrong.
struct CallFault {
    QString call{}; ///< pwrite64, fdatasync
    QString effect{}; ///< of `strace -e inject`: signal=SIGKILL, error=EIO
    QString when{}; ///< 3: the third, 3+: the third and all after it; each thread counts its own
    int flushTime = 0; ///< milliseconds that each flush takes longer beside it

    /// Killed just before the n-th write.
    static CallFault killAtWrite(int n);
    static CallFault error(const QString& call, const QString& name, const QString& when);
    /// A slow disk, on which what waits for a flush piles up.
    CallFault onSlowDisk(int milliseconds) const;
};

/// Starts a program to which this happens.
QStringList under(const CallFault& fault, const QString& databaseFile);

/// A disk that is full: no file can grow beyond the size, and trying to is an error, not the
/// program's end.
QStringList withFileLimit(qint64 bytes);
/// The disk fills up, or there is space again, under a program started so. False where it did not
/// work.
bool setFileLimit(qint64 processId, qint64 bytes);

/// Makes it happen to a program that runs, until this goes out of scope.
class TracedProcess {
public:
    TracedProcess(qint64 processId, const CallFault& fault, const QString& databaseFile);
    ~TracedProcess();
    Q_DISABLE_COPY_MOVE(TracedProcess)

    /// False where tracing a running program is not permitted.
    bool isAttached() const { return m_attached; }
    /// Flushes so far; counted on a slow disk.
    int flushes() const;

private:
    QTemporaryFile m_log;
    QProcess m_tracer;
    bool m_attached = false;
};

} // namespace homeroom::test
