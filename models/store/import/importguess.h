// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importcatalogue.h"
#include "models/store/import/importmapping.h"
#include "models/store/import/importtable.h"

#include <QTimeZone>

namespace homeroom {

/// A name under which people know a target, as the program shows it.
using ImportNames = std::vector<std::pair<QString, ImportTarget>>;

/// What the guess knows besides the sheet.
struct ImportGuess {
    const ImportCatalogue& catalogue;
    QTimeZone zone;
    ImportNames names{}; ///< tried besides the built-in words
    QStringList emptyWords{}; ///< cells that say nothing, so that they speak against no target
};

/// A target for every column that `given` does not name. Columns whose name says nothing, or whose
/// cells mostly cannot be what their name says, become custom fields, so that no cell is lost. No
/// target is guessed twice.
ImportMapping completedMapping(
    const ImportMapping& given, const ImportTable& table, const ImportGuess& guess);

/// By what families of this mapping are best found: the external number, else the phone.
std::optional<ImportTarget> guessedKey(const ImportMapping& mapping);

} // namespace homeroom
