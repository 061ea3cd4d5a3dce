// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/rights.h"
#include "sync/transport.h"

#include <QJsonObject>

#include <map>

namespace homeroom::sim {

/// One line of the server's audit.
struct AuditLine {
    RecordId user{};
    QString action{};
    QString subject{};
    QJsonObject detail{};

    bool operator==(const AuditLine&) const = default;
};

/// By their numbers.
using AuditLines = std::map<qint64, AuditLine>;

/// A command that took effect or was acknowledged, as the wire and the audit have it.
struct KnownCommand {
    Viewer viewer{};
    QString path{};
    QByteArray body{};
    QByteArray response{}; ///< empty while no answer was ever given
    AuditLines lines{}; ///< what it left in the audit
    Milliseconds at = 0; ///< of the first time
};

/// What commands have done, by their user and Idempotency-Key. It goes back with the server.
struct CommandLog {
    std::map<std::pair<RecordId, QByteArray>, KnownCommand> commands{};
    std::map<QString, Milliseconds> words{}; ///< reason of an unmask, filter of an export → noted
};

/// A command that is being answered.
struct RunningCommand {
    Viewer viewer{};
    bool isActive = true;
    TransportRequest request{};
    qint64 auditEnd = 0; ///< greatest number before
};

} // namespace homeroom::sim
