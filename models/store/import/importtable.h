// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/csv/csvparser.h"
#include "models/values/csv/csvtext.h"

namespace homeroom {

/// What a person says about a file where the guess was wrong.
struct ImportReading {
    std::optional<TextEncoding> encoding{};
    std::optional<char16_t> delimiter{};

    bool operator==(const ImportReading&) const = default;
};

/// A sheet that is to be imported, as it was understood.
struct ImportTable {
    std::vector<QString> columns{}; ///< unique, one for every cell of the widest row
    std::vector<CsvRow> rows{};
    TextEncoding encoding = TextEncoding::Utf8;
    CsvFormat format{};
    /// Written by our own export: its cells hold exactly what the records held.
    bool ownExport = false;

    /// The cell as the sheet's author meant it: without the apostrophe that keeps a spreadsheet
    /// from running it, and trimmed where people typed it.
    QString cell(size_t row, size_t column) const { return cell(rows[row], column); }
    QString cell(const CsvRow& row, size_t column) const;
};

/// Reads the bytes of a CSV file. Errors: Invalid with `line N: …`, also for a file without a
/// header.
Result<ImportTable> importTable(const QByteArray& bytes, const ImportReading& reading = {});
/// Reads a range as a spreadsheet puts it on the clipboard.
Result<ImportTable> importTableOfRange(const QString& text);

/// Files beyond this are refused with TooLarge rather than filling memory.
constexpr qint64 maximumImportBytes = qint64(256) * 1024 * 1024;

/// The whole file. Errors: Io, TooLarge.
Result<QByteArray> importFileBytes(const QString& path);

} // namespace homeroom
