// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importguess.h"

namespace homeroom {

/// A sheet and all that is known about it.
struct ReadSheet {
    QString name{}; ///< of the file; empty for a pasted range
    ImportTable table{};
    ImportCatalogue catalogue{};
    ImportChoices choices{};
    bool remembered = false; ///< the choices are those of the last sheet with these columns
};

/// What is guessed about a sheet, or what was chosen for its columns the last time. Throws
/// SQLite::Exception.
ReadSheet understoodSheet(
    Database& database, ImportTable table, const ImportNames& names, const QTimeZone& zone);

} // namespace homeroom
