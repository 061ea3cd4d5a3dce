// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/mutation.h"

namespace homeroom {

/// One entry of the outbox as it stands.
struct OutboxLine {
    qint64 number = 0;
    qint64 mid = 0; ///< 0 until it is first sent
    qint64 group = 0;
    QString state{}; ///< queued, sent, acked or attention
    QString type{};
    RecordId id{};
    RecordId root{};
    QJsonObject mutation{}; ///< as it is sent
    QJsonObject outcome{}; ///< of a refusal: code, message, field
};

/// The whole outbox in its order. Call inside Database::read; SQL errors throw.
std::vector<OutboxLine> readOutbox(Database& database);

} // namespace homeroom
