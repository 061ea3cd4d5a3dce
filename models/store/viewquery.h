// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"
#include "models/values/conditionfields.h"
#include "models/values/pinyin.h"

namespace homeroom {

/// The families that a saved view of the board or of the table of customers shows, newest first:
/// its pipeline, chips, conditions and typed filter all hold. Invalid, with the field at fault,
/// where its conditions cannot be asked. Call inside Database::read; SQL errors throw. Reads every
/// family: some hundred milliseconds for 50,000.
Result<std::vector<RecordId>> familiesOfView(Database& database, const QJsonObject& definition,
    std::span<const CustomField> customFields, const ChipMoment& moment, PinyinWriter& pinyin);

} // namespace homeroom
