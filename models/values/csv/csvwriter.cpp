// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/csvwriter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar apostrophe(u'\'');

/// Tabs and line ends count: spreadsheets drop them and then see what follows.
bool startsFormula(QChar c)
{
    return u"=+-@\t\r\n＝＋－＠"_s.contains(c);
}

/// What a spreadsheet may skip before it looks for a formula.
bool isSkipped(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format
        || c.category() == QChar::Other_Control;
}

bool isFormula(QStringView text)
{
    for (const QChar c : text) {
        if (startsFormula(c))
            return true;
        if (!isSkipped(c))
            return false;
    }
    return false;
}

bool isFormulaAfterApostrophes(QStringView text)
{
    while (text.startsWith(apostrophe))
        text = text.sliced(1);
    return isFormula(text);
}

bool isNumber(const QString& text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number);
}

/// Stored phones are E.164 or masked with stars.
bool isPhone(const QString& text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return c == u'+' || c == u'*' || (c >= u'0' && c <= u'9'); });
}

/// The kind alone is not trusted: what is no number or phone is treated as text.
bool isHarmless(const CsvCell& cell)
{
    switch (cell.kind) {
    case CellKind::Text:
        return false;
    case CellKind::Number:
    case CellKind::Money:
        return isNumber(cell.text);
    case CellKind::Phone:
        break;
    }
    return isPhone(cell.text);
}

/// All delimiters that guessedFormat() tries, so that none of them can mislead it.
bool needsQuotes(QStringView text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return u",;\t|\"\r\n"_s.contains(c); });
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

CellKind cellKind(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Integer:
    case FieldKind::Real:
        return CellKind::Number;
    case FieldKind::Money:
        return CellKind::Money;
    case FieldKind::Phone:
        return CellKind::Phone;
    default:
        return CellKind::Text;
    }
}

QString neutralisedCell(const QString& text)
{
    return isFormulaAfterApostrophes(text) ? apostrophe + text : text;
}

QString restoredCell(const QString& cell)
{
    const bool neutralised =
        cell.startsWith(apostrophe) && isFormulaAfterApostrophes(QStringView(cell).sliced(1));
    return neutralised ? cell.sliced(1) : cell;
}

void CsvWriter::addRow(std::span<const CsvCell> cells)
{
    QString line;
    for (size_t i = 0; i < cells.size(); ++i) {
        const QString text = isHarmless(cells[i]) ? cells[i].text : neutralisedCell(cells[i].text);
        if (i > 0)
            line += u',';
        line += needsQuotes(text) ? quoted(text) : text;
    }
    // An empty line would be no row at all.
    if (line.isEmpty())
        line = u"\"\""_s;
    m_bytes += line.toUtf8() + "\r\n";
}

void CsvWriter::addRow(const std::vector<QString>& texts)
{
    std::vector<CsvCell> cells;
    for (const QString& text : texts)
        cells.push_back({text, CellKind::Text});
    addRow(cells);
}

QByteArray CsvWriter::takeBytes()
{
    return std::exchange(m_bytes, QByteArray());
}

} // namespace homeroom
