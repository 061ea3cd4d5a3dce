// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/csv/csvrowreader.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QJsonArray>

#include <vector>

namespace homeroom {

/// A table as it was understood.
struct CsvTable {
    CsvFormat format{};
    LineEnd lineEnd = LineEnd::None;
    /// Unique and never empty: a repeated name gets ` (2)`, an empty one `Column N`.
    std::vector<QString> header{};
    std::vector<CsvRow> rows{}; ///< with as many cells as the line has, fewer or more than header
    std::vector<qint64> longRows{}; ///< lines of the rows that have more cells than the header
};

/// Delimiter and quote that cut the first rows most evenly; comma and `"` where nothing speaks.
CsvFormat guessedFormat(QStringView text);

/// Cuts a decoded text into a table, by guess or as told. A leading byte order mark is dropped.
/// A quote that never closes is an Invalid error that names its line.
Result<CsvTable> parsedCsv(QStringView text);
Result<CsvTable> parsedCsv(QStringView text, const CsvFormat& format);

/// The same for a range copied from a spreadsheet: tabs between cells, and quotes only where a
/// cell could not stand without them, so that a cell that merely begins with a quote keeps it.
CsvTable parsedRange(QStringView text);

/// One object a row, with a value for every column; cells beyond the header are under `Column N`.
QJsonArray csvJson(const CsvTable& table);
/// The same as compact JSON text whose keys keep the order of the columns.
QByteArray csvJsonText(const CsvTable& table);

} // namespace homeroom
