// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importtable.h"

#include "models/values/csv/csvwriter.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Header names without their apostrophes, unique, and one for every cell beyond the header.
std::vector<QString> allColumns(const CsvTable& table)
{
    size_t width = table.header.size();
    for (const CsvRow& row : table.rows)
        width = std::max(width, row.cells.size());
    std::vector<QString> columns;
    QSet<QString> taken;
    for (size_t i = 0; i < width; ++i) {
        const QString wanted = i < table.header.size() ? restoredCell(table.header[i]).trimmed()
                                                       : u"Column %1"_s.arg(i + 1);
        QString name = wanted.isEmpty() ? u"Column %1"_s.arg(i + 1) : wanted;
        for (int n = 2; taken.contains(name); ++n)
            name = u"%1 (%2)"_s.arg(wanted).arg(n);
        taken.insert(name);
        columns.push_back(name);
    }
    return columns;
}

/// Names that stand together only in a file of ours.
bool isOwnExport(const std::vector<QString>& columns)
{
    const QStringList ours{u"id"_s, u"owner"_s, u"team"_s, u"friendState"_s, u"createdAt"_s};
    return std::all_of(ours.begin(), ours.end(), [&](const QString& name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    });
}

Result<ImportTable> understood(CsvTable table)
{
    if (table.header.empty())
        return Error{ErrorCode::Invalid, u"line 1: there is no header"_s};
    ImportTable result;
    result.columns = allColumns(table);
    result.ownExport = isOwnExport(result.columns);
    result.rows = std::move(table.rows);
    result.format = table.format;
    return result;
}

} // namespace

QString ImportTable::cell(const CsvRow& row, size_t column) const
{
    if (column >= row.cells.size())
        return QString();
    const QString text = restoredCell(row.cells[column]);
    return ownExport ? text : text.trimmed();
}

Result<ImportTable> importTable(const QByteArray& bytes, const ImportReading& reading)
{
    const Result<DecodedText> decoded =
        reading.encoding ? decodedText(bytes, *reading.encoding) : decodedText(bytes);
    if (!decoded)
        return decoded.error();
    CsvFormat format = guessedFormat(decoded->text);
    format.delimiter = reading.delimiter.value_or(format.delimiter);
    Result<CsvTable> table = parsedCsv(decoded->text, format);
    if (!table)
        return table.error();
    Result<ImportTable> result = understood(std::move(*table));
    if (result)
        result->encoding = decoded->encoding;
    return result;
}

Result<ImportTable> importTableOfRange(const QString& text)
{
    return understood(parsedRange(text));
}

Result<QByteArray> importFileBytes(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"cannot open the file"_s};
    if (file.size() > maximumImportBytes)
        return Error{ErrorCode::TooLarge, u"the file is too large"_s};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io, u"cannot read the file"_s};
    return bytes;
}

} // namespace homeroom
