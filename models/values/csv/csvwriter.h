// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordtype.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace homeroom {

/// What a cell is to a spreadsheet: numbers, amounts and phones are written as they are.
enum class CellKind { Text, Number, Money, Phone };

/// The kind of cell that a field of a record becomes.
CellKind cellKind(FieldKind kind);

struct CsvCell {
    QString text{};
    CellKind kind = CellKind::Text;

    bool operator==(const CsvCell&) const = default;
};

/// The text with an apostrophe before it where a spreadsheet would run it as a formula: it begins,
/// after white space or not, with = + - @ (also full-width), a tab or a line end. A text that
/// begins with apostrophes before such a character gets one more, so that restoredCell() gives
/// back every text.
QString neutralisedCell(const QString& text);
/// The inverse, for every cell an import reads: takes one apostrophe from before a formula.
QString restoredCell(const QString& cell);

/// Writes rows as UTF-8 with byte order mark and CRLF, cells quoted where needed.
class CsvWriter {
public:
    void addRow(std::span<const CsvCell> cells);
    /// A row of texts, as a header.
    void addRow(const std::vector<QString>& texts);
    /// The bytes since the last call, to write a long table in pieces.
    QByteArray takeBytes();

private:
    QByteArray m_bytes{"\xef\xbb\xbf"};
};

} // namespace homeroom
