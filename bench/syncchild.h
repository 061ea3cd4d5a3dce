// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/benchclient.h"

#include <QElapsedTimer>
#include <QProcess>

namespace homeroom::bench {

/// `--child sync URL FOLDER KEY USER PASSWORD`: a client process on a profile, which signs in
/// unless the profile is, and runs until it is told to end or, with `once` as sixth word, until its
/// session ends. Prints JSON lines: `{"open":true}` once rows can be read, `{"rows":n,…}` as they
/// come and
/// `{"ended":ms,"rows":n,"before":bytes,"peak":bytes}`. Returns the exit code.
int runSyncChild(const QStringList& words);

/// That process, as its benchmark sees it.
class SyncChild {
public:
    SyncChild(const QString& url, const QString& folder, const DatabaseKey& key,
        const DemoUser& user, bool once);
    ~SyncChild();
    Q_DISABLE_COPY_MOVE(SyncChild)

    /// The next line that has this member; a Failure when the process ends without.
    QJsonObject next(const QString& member);
    /// Milliseconds since the process was started.
    double elapsed() const { return double(m_timer.nsecsElapsed()) / 1e6; }
    /// As by `kill -9`.
    void kill();

private:
    QElapsedTimer m_timer{};
    QProcess m_process{};
};

} // namespace homeroom::bench
