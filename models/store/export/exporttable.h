// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/rights.h"

#include <QIODevice>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace homeroom {

/// What is exported, for whom.
struct ExportRequest {
    RecordKind kind = RecordKind::Customer;
    Viewer viewer{};
    QTimeZone zone{QTimeZone::utc()};
    std::optional<std::vector<RecordId>> only{}; ///< these records; nothing means all
    std::vector<QString> columns{}; ///< words of exportColumns(); empty means all of them
    std::function<QString(const QString& word)> heading{}; ///< by default the word itself
};

struct ExportReport {
    qint64 rows = 0;
    qint64 leftOut = 0; ///< rows beyond what the role may take out at once
    qint64 masked = 0; ///< rows whose contact was masked
    bool cancelled = false;
};

/// The columns of a type: id, the fields under their wire names, and for families one column for
/// each custom field, stage, cohort and child. Under these words an import knows them again.
/// Throws SQLite::Exception.
std::vector<QString> exportColumns(Database& database, RecordKind kind);

/// How many rows the viewer would get, without writing. Throws SQLite::Exception.
ExportReport exportPreview(Database& database, const ExportRequest& request);

/// Writes all rows that the viewer may export as CSV: cells that a spreadsheet would run are
/// neutralised, contacts of other people's families masked. `progressed` gets the rows written and
/// answers whether to go on. Errors: Forbidden, Io. Throws SQLite::Exception.
Result<ExportReport> exportCsv(Database& database, const ExportRequest& request, QIODevice& device,
    const std::function<bool(qint64)>& progressed = {});

} // namespace homeroom
