// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvparser.h"

#include "models/values/csv/csvtext.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array candidateDelimiters{u',', u'\t', u';', u'|'};
constexpr int sampledRows = 50;

QStringView withoutByteOrderMark(QStringView text)
{
    return text.startsWith(QChar(0xfeff)) ? text.sliced(1) : text;
}

QStringView firstLine(QStringView text)
{
    const auto isLineEnd = [](QChar c) { return c == u'\n' || c == u'\r'; };
    const auto from = std::find_if_not(text.begin(), text.end(), isLineEnd);
    return QStringView(from, std::find_if(from, text.end(), isLineEnd));
}

bool isEnclosed(QStringView cell, QChar quote)
{
    return cell.size() >= 2 && cell.front() == quote && cell.back() == quote;
}

/// An apostrophe quotes only where it encloses every name of the header: single cells may begin
/// with one for other reasons (see neutralisedCell).
char16_t guessedQuote(QStringView text)
{
    for (const char16_t delimiter : candidateDelimiters) {
        const QList<QStringView> names = firstLine(text).split(QChar(delimiter));
        const bool quoted = std::all_of(
            names.begin(), names.end(), [](QStringView name) { return isEnclosed(name, u'\''); });
        if (names.size() > 1 && quoted)
            return u'\'';
    }
    return u'"';
}

/// How evenly and into how many columns a format cuts the first rows; 0 for one column.
double evenness(QStringView text, const CsvFormat& format)
{
    CsvRowReader reader(text, format);
    CsvRow row;
    size_t columns = 0;
    int rows = 0;
    int alike = 0;
    while (rows < sampledRows) {
        const auto status = reader.next(row);
        if (status == CsvRowReader::Status::OpenQuote)
            return 0;
        if (status == CsvRowReader::Status::End)
            break;
        if (rows++ == 0)
            columns = row.cells.size();
        alike += row.cells.size() == columns ? 1 : 0;
    }
    if (columns < 2)
        return 0;
    const double share = double(alike) / rows;
    return share * share * double(columns - 1);
}

/// Names that tell the columns apart. A made-up name never takes one that the header itself has.
std::vector<QString> uniqueNames(const std::vector<QString>& cells)
{
    const QSet<QString> written(cells.begin(), cells.end());
    QSet<QString> used;
    QHash<QString, int> repeats;
    std::vector<QString> names;
    names.reserve(cells.size());
    for (size_t i = 0; i < cells.size(); ++i) {
        const bool empty = cells[i].trimmed().isEmpty();
        const QString wanted = empty ? u"Column %1"_s.arg(i + 1) : cells[i];
        QString name = wanted;
        while (used.contains(name) || (name != cells[i] && written.contains(name)))
            name = wanted + u" (%1)"_s.arg(++repeats[wanted] + 1);
        used.insert(name);
        names.push_back(name);
    }
    return names;
}

/// Reads all rows; the status it ended with.
CsvRowReader::Status readTable(CsvRowReader& reader, CsvTable& table)
{
    CsvRow row;
    auto status = reader.next(row);
    if (status == CsvRowReader::Status::Row)
        table.header = uniqueNames(row.cells);
    while (status == CsvRowReader::Status::Row) {
        CsvRow next;
        next.cells.reserve(table.header.size());
        status = reader.next(next, table.rows.empty() ? nullptr : &table.rows.back());
        if (status != CsvRowReader::Status::Row)
            break;
        if (next.cells.size() > table.header.size())
            table.longRows.push_back(next.line);
        table.rows.push_back(std::move(next));
    }
    table.lineEnd = reader.lineEnd();
    return status;
}

/// The header, and a name for every cell that some row has beyond it.
std::vector<QString> allColumns(const CsvTable& table)
{
    std::vector<QString> columns = table.header;
    for (const CsvRow& row : table.rows) {
        if (row.cells.size() > columns.size())
            columns.resize(row.cells.size());
    }
    return uniqueNames(columns);
}

QByteArray jsonString(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

CsvFormat guessedFormat(QStringView text)
{
    CsvFormat best;
    text = withoutByteOrderMark(text);
    best.quote = guessedQuote(text);
    double bestEvenness = 0;
    for (const char16_t delimiter : candidateDelimiters) {
        CsvFormat candidate = best;
        candidate.delimiter = delimiter;
        const double reached = evenness(text, candidate);
        if (reached > bestEvenness) {
            bestEvenness = reached;
            best = candidate;
        }
    }
    return best;
}

Result<CsvTable> parsedCsv(QStringView text)
{
    return parsedCsv(text, guessedFormat(text));
}

Result<CsvTable> parsedCsv(QStringView text, const CsvFormat& format)
{
    CsvTable table;
    table.format = format;
    CsvRowReader reader(withoutByteOrderMark(text), format);
    if (readTable(reader, table) == CsvRowReader::Status::OpenQuote)
        return lineError(reader.line(), u"a quote is never closed"_s);
    return table;
}

CsvTable parsedRange(QStringView text)
{
    CsvTable table;
    table.format = {u'\t', u'"', Quoting::WhenNeeded};
    CsvRowReader reader(withoutByteOrderMark(text), table.format);
    readTable(reader, table);
    return table;
}

QJsonArray csvJson(const CsvTable& table)
{
    const std::vector<QString> columns = allColumns(table);
    QJsonArray rows;
    for (const CsvRow& row : table.rows) {
        QJsonObject object;
        const size_t width = std::max(table.header.size(), row.cells.size());
        for (size_t i = 0; i < width; ++i)
            object.insert(columns[i], row.cell(i));
        rows.append(object);
    }
    return rows;
}

QByteArray csvJsonText(const CsvTable& table)
{
    std::vector<QByteArray> keys;
    for (const QString& column : allColumns(table))
        keys.push_back(jsonString(column) + ':');
    QByteArray text("[");
    for (const CsvRow& row : table.rows) {
        text += text.size() == 1 ? "{" : ",\n{";
        const size_t width = std::max(table.header.size(), row.cells.size());
        for (size_t i = 0; i < width; ++i) {
            if (i > 0)
                text += ',';
            text += keys[i] + jsonString(row.cell(i));
        }
        text += '}';
    }
    return text + "]\n";
}

} // namespace homeroom
