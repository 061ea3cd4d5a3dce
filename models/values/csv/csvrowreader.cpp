// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvrowreader.h"

#include "models/values/csv/csvtext.h"

#include <algorithm>

namespace homeroom {

CsvRowReader::CsvRowReader(QStringView text, const CsvFormat& format)
    : m_at(text.utf16()), m_end(text.utf16() + text.size()), m_format(format)
{
}

CsvRowReader::Status CsvRowReader::next(CsvRow& row, const CsvRow* above)
{
    while (m_at < m_end && atLineEnd())
        takeLineEnd();
    if (m_at == m_end)
        return Status::End;
    row.line = m_line;
    row.cells.clear();
    for (;;) {
        if (!takeCell(row.cells, above))
            return Status::OpenQuote;
        if (m_at == m_end)
            return Status::Row;
        if (atLineEnd())
            break;
        ++m_at; // the delimiter
    }
    takeLineEnd();
    return Status::Row;
}

void CsvRowReader::takeLineEnd()
{
    LineEnd taken = LineEnd::Lf;
    if (*m_at++ == u'\r') {
        taken = LineEnd::Cr;
        if (m_at < m_end && *m_at == u'\n') {
            taken = LineEnd::CrLf;
            ++m_at;
        }
    }
    m_lineEnd = m_lineEnd == LineEnd::None || m_lineEnd == taken ? taken : LineEnd::Mixed;
    ++m_line;
}

bool CsvRowReader::opensQuoted() const
{
    if (m_at == m_end || *m_at != m_format.quote)
        return false;
    return m_format.quoting == Quoting::Rfc4180 || quotesAreNeeded();
}

/// Whether the cell here is quoted from end to end and holds what cannot stand without quotes.
bool CsvRowReader::quotesAreNeeded() const
{
    bool needed = false;
    for (const char16_t* at = m_at + 1; at < m_end; ++at) {
        if (*at == m_format.delimiter || *at == u'\n' || *at == u'\r')
            needed = true;
        if (*at != m_format.quote)
            continue;
        const char16_t* const after = at + 1;
        if (after == m_end || *after == m_format.delimiter || *after == u'\n' || *after == u'\r')
            return needed;
        if (*after != m_format.quote)
            return false;
        needed = true;
        ++at;
    }
    return false;
}

QStringView CsvRowReader::takeUnquoted()
{
    const char16_t* const from = m_at;
    const char16_t delimiter = m_format.delimiter;
    // Most characters are beyond all that end a cell, which one comparison tells.
    const char16_t highest = std::max(delimiter, u'\r');
    m_at = std::find_if(from, m_end,
        [=](char16_t c) { return c <= highest && (c == delimiter || c == u'\n' || c == u'\r'); });
    return QStringView(from, m_at);
}

bool CsvRowReader::takeCell(std::vector<QString>& cells, const CsvRow* above)
{
    if (opensQuoted())
        return takeQuoted(cells.emplace_back());
    const QStringView cell = takeUnquoted();
    const size_t column = cells.size();
    if (above && column < above->cells.size() && above->cells[column] == cell)
        cells.push_back(above->cells[column]);
    else
        cells.emplace_back(cell.data(), cell.size());
    return true;
}

bool CsvRowReader::takeQuoted(QString& cell)
{
    for (;;) {
        const char16_t* const from = ++m_at;
        m_at = std::find(m_at, m_end, m_format.quote);
        if (m_at == m_end)
            return false;
        cell.append(QStringView(from, m_at));
        ++m_at;
        if (m_at == m_end || *m_at != m_format.quote)
            break;
        cell.append(QChar(m_format.quote));
    }
    m_line += lineEndCount(cell);
    cell.append(takeUnquoted());
    return true;
}

} // namespace homeroom
