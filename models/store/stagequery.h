// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

namespace homeroom {

/// Living cards of a stage, in their order: what must go somewhere before the stage is removed.
/// Call inside Database::read.
std::vector<Opportunity> cardsOfStage(Database& database, const Stage& stage);
qint64 countCardsOfStage(Database& database, const Stage& stage);

} // namespace homeroom
