// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/pinyin.h"

#include <span>

namespace homeroom {

/// What one family is found by.
struct FamilyTexts {
    RecordId id{};
    std::vector<std::vector<PinyinWriter::Reading>> names{}; ///< the parent's first, then children
    QByteArray digits{}; ///< of the phone, as far as it is read here: a masked one shows its tail
    QByteArray accounts{}; ///< WeChat name and id and external number in searchForm(), a line each
};

/// The digits that a text holds, 0 to 9 only.
QByteArray digitsOf(const QString& text);

// Reading what families are found by. Call inside Database::read; SQL errors throw.

/// All living families, in no order.
void readFamilyTexts(
    Database& database, PinyinWriter& pinyin, const std::function<void(const FamilyTexts&)>& take);
/// Those of them that live.
std::vector<FamilyTexts> readFamilyTexts(
    Database& database, PinyinWriter& pinyin, std::span<const RecordId> families);

} // namespace homeroom
