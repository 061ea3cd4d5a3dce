// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace homeroom {

enum class Quoting {
    Rfc4180, ///< a quote at the start of a cell opens it
    WhenNeeded ///< only around a delimiter, a line end or a doubled quote, as on the clipboard
};

/// How a text is cut into cells.
struct CsvFormat {
    char16_t delimiter = u',';
    char16_t quote = u'"';
    Quoting quoting = Quoting::Rfc4180;

    bool operator==(const CsvFormat&) const = default;
};

enum class LineEnd { None, Lf, CrLf, Cr, Mixed };

struct CsvRow {
    qint64 line = 0; ///< physical line on which the row starts, from 1
    std::vector<QString> cells{};

    /// The cell of a column, empty where the row is shorter.
    QString cell(size_t column) const { return column < cells.size() ? cells[column] : QString(); }
    bool operator==(const CsvRow&) const = default;
};

/// Cuts a text into rows, one at a time (RFC 4180, with every line end understood). Empty lines
/// are no rows; quotes inside an unquoted cell and text after a closing quote are kept as they
/// are. The text must outlive the reader.
class CsvRowReader {
public:
    enum class Status {
        Row,
        End,
        OpenQuote ///< a quote never closes; see line()
    };

    CsvRowReader(QStringView text, const CsvFormat& format);

    /// Reads the next row into `row`, whose storage is used again. Cells equal to those of the row
    /// `above` share their memory with it: columns of sheets repeat few words, and fresh memory is
    /// what reading costs most.
    Status next(CsvRow& row, const CsvRow* above = nullptr);
    /// The line the reader stands on; after OpenQuote the line of that quote.
    qint64 line() const { return m_line; }
    /// Of what has been read, outside quotes.
    LineEnd lineEnd() const { return m_lineEnd; }

private:
    bool atLineEnd() const { return *m_at == u'\n' || *m_at == u'\r'; }
    bool opensQuoted() const;
    bool quotesAreNeeded() const;
    void takeLineEnd();
    bool takeCell(std::vector<QString>& cells, const CsvRow* above);
    bool takeQuoted(QString& cell);
    QStringView takeUnquoted();

    const char16_t* m_at;
    const char16_t* m_end;
    CsvFormat m_format;
    qint64 m_line = 1;
    LineEnd m_lineEnd = LineEnd::None;
};

} // namespace homeroom
