// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "sync/protocol/columnmarks.h"
#include "sync/protocol/crc32.h"
#include "sync/protocol/rootwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <set>

namespace homeroom {

using namespace Qt::StringLiterals;

// Written by hand: a page of 20,000 rows through QJsonDocument costs more than reading the rows.
namespace {

struct PlacedRow {
    qsizetype root; ///< index into the page's roots
    const RecordRow* row;
};

void appendText(QByteArray& out, const QByteArray& utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    qsizetype clean = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const bool control = uchar(c) < 0x20;
        if (!control && c != '"' && c != '\\')
            continue;
        out.append(utf8.constData() + clean, i - clean);
        clean = i + 1;
        if (control) {
            out += "\\u00";
            out += digits[uchar(c) >> 4];
            out += digits[uchar(c) & 0xf];
        } else {
            out += '\\';
            out += c;
        }
    }
    out.append(utf8.constData() + clean, utf8.size() - clean);
    out += '"';
}

void appendText(QByteArray& out, const QString& text)
{
    appendText(out, text.toUtf8());
}

void appendInteger(QByteArray& out, qint64 number)
{
    char digits[20];
    char* at = digits + sizeof digits;
    const bool negative = number < 0;
    quint64 rest = negative ? quint64(0) - quint64(number) : quint64(number);
    do {
        *--at = char('0' + char(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (negative)
        *--at = '-';
    out.append(at, digits + sizeof digits - at);
}

void appendReal(QByteArray& out, double number)
{
    if (std::isfinite(number))
        out += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    else
        out += "null";
}

void appendId(QByteArray& out, const RecordId& id)
{
    static constexpr char digits[] = "0123456789abcdef";
    char text[38];
    char* at = text;
    *at++ = '"';
    for (int byte = 0; byte < 16; ++byte) {
        if (byte == 4 || byte == 6 || byte == 8 || byte == 10)
            *at++ = '-';
        *at++ = digits[id.data()[byte] >> 4];
        *at++ = digits[id.data()[byte] & 0xf];
    }
    *at = '"';
    out.append(text, sizeof text);
}

void appendJson(QByteArray& out, const QJsonValue& value)
{
    // QJsonDocument writes arrays and objects only: wrap, and take the brackets off again.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    out.append(wrapped.constData() + 1, wrapped.size() - 2);
}

void appendSet(QByteArray& out, const QStringList& set)
{
    out += '[';
    for (qsizetype i = 0; i < set.size(); ++i) {
        if (i > 0)
            out += ',';
        appendText(out, set[i]);
    }
    out += ']';
}

void appendValue(QByteArray& out, const FieldDescription& field, const FieldValue& value)
{
    if (const auto* number = std::get_if<qint64>(&value)) {
        if (field.kind == FieldKind::Boolean)
            out += *number != 0 ? "true" : "false";
        else
            appendInteger(out, *number);
    } else if (const auto* text = std::get_if<QString>(&value)) {
        appendText(out, *text);
    } else if (const auto* id = std::get_if<RecordId>(&value)) {
        appendId(out, *id);
    } else if (const auto* set = std::get_if<QStringList>(&value)) {
        appendSet(out, *set);
    } else if (const auto* real = std::get_if<double>(&value)) {
        appendReal(out, *real);
    } else if (const auto* object = std::get_if<QJsonObject>(&value)) {
        appendJson(out, *object);
    } else {
        out += "null";
    }
}

/// The columns of one type that at least one row fills.
struct Columns {
    bool deleted = false;
    std::vector<size_t> fields{};
    std::set<QString> extra{};
};

Columns columnsOf(const RecordType& type, const std::vector<PlacedRow>& rows)
{
    Columns columns;
    std::vector<bool> used(type.fields.size(), false);
    for (const PlacedRow& placed : rows) {
        columns.deleted = columns.deleted || placed.row->deleted;
        for (size_t i = 0; i < used.size(); ++i)
            used[i] = used[i] || !isNothing(placed.row->values[i]);
        // A key that this program knows by now is a field: the field's value counts.
        for (const QString& key : placed.row->extra.keys()) {
            if (type.indexOf(key) < 0)
                columns.extra.insert(key);
        }
    }
    for (size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            columns.fields.push_back(i);
    }
    return columns;
}

void appendColumnNames(QByteArray& out, const RecordType& type, const Columns& columns)
{
    out += "[\"root\",\"id\",\"generation\",\"seq\"";
    if (columns.deleted)
        out += ",\"deleted\"";
    for (const size_t i : columns.fields) {
        out += ",\"";
        out.append(type.fields[i].name.data(), type.fields[i].name.size());
        out += '"';
    }
    for (const QString& key : columns.extra) {
        out += ',';
        appendText(out, key);
    }
    out += ']';
}

void appendRow(
    QByteArray& out, const RecordType& type, const Columns& columns, const PlacedRow& placed)
{
    const RecordRow& row = *placed.row;
    out += '[';
    appendInteger(out, placed.root);
    out += ',';
    appendId(out, row.id);
    out += ',';
    appendInteger(out, row.stamp.generation);
    out += ',';
    appendInteger(out, row.stamp.seq);
    if (columns.deleted)
        out += row.deleted ? ",true" : ",false";
    for (const size_t i : columns.fields) {
        out += ',';
        appendValue(out, type.fields[i], row.values[i]);
    }
    for (const QString& key : columns.extra) {
        out += ',';
        appendJson(out, row.extra.value(key));
    }
    out += ']';
}

void appendRecords(
    QByteArray& out, const RecordType& type, const std::vector<PlacedRow>& rows, bool knowsNames)
{
    const Columns columns = columnsOf(type, rows);
    out += "{\"type\":\"";
    out.append(type.name.data(), type.name.size());
    out += "\",\"cols\":";
    if (knowsNames && columns.extra.empty())
        out += '"' + columnMarks(columns.deleted, columns.fields) + '"';
    else
        appendColumnNames(out, type, columns);
    out += ",\"rows\":[";
    bool first = true;
    for (const PlacedRow& placed : rows) {
        if (!first)
            out += ',';
        first = false;
        appendRow(out, type, columns, placed);
    }
    out += "]}";
}

void appendRoots(QByteArray& out, const PullPage& page)
{
    out += ",\"roots\":[";
    bool first = true;
    for (const RootUpdate& update : page.roots) {
        out += first ? "[" : ",[";
        first = false;
        appendId(out, update.root);
        out += ",\"";
        const QLatin1StringView word = rootWords[size_t(update.operation)];
        out.append(word.data(), word.size());
        out += "\"]";
    }
    out += ']';
}

std::vector<std::vector<PlacedRow>> rowsByKind(const PullPage& page)
{
    std::vector<std::vector<PlacedRow>> byKind(recordKindCount);
    qsizetype root = 0;
    for (const RootUpdate& update : page.roots) {
        Q_ASSERT(update.operation != RootOperation::Evict || update.rows.empty());
        for (const RecordRow& row : update.rows) {
            Q_ASSERT(row.root == update.root);
            byKind[size_t(row.kind)].push_back({root, &row});
        }
        ++root;
    }
    return byKind;
}

} // namespace

QByteArray encode(const PullPage& page, const QString& columns)
{
    const std::vector<std::vector<PlacedRow>> byKind = rowsByKind(page);
    qsizetype rows = 0;
    for (const std::vector<PlacedRow>& ofKind : byKind)
        rows += qsizetype(ofKind.size());
    QByteArray out;
    out.reserve(256 + rows * 320 + qsizetype(page.roots.size()) * 50);
    out += "{\"cursor\":";
    appendText(out, page.cursor);
    out += ",\"generation\":" + QByteArray::number(page.stamp.generation);
    out += ",\"seq\":" + QByteArray::number(page.stamp.seq);
    out += page.last ? ",\"last\":true" : ",\"last\":false";
    out += ",\"remaining\":" + QByteArray::number(page.remaining);
    if (!page.mark.isEmpty()) {
        out += ",\"mark\":";
        appendText(out, page.mark);
    }
    if (page.lastMid)
        out += ",\"lastMid\":" + QByteArray::number(*page.lastMid);
    appendRoots(out, page);
    out += ",\"records\":[";
    bool first = true;
    const bool knowsNames = columns == columnsSign();
    for (const RecordKind kind : allRecordKinds()) {
        if (byKind[size_t(kind)].empty())
            continue;
        if (!first)
            out += ',';
        first = false;
        appendRecords(out, recordType(kind), byKind[size_t(kind)], knowsNames);
    }
    out += ']';
    const quint32 crc = crc32(out);
    out += ",\"end\":true,\"rows\":" + QByteArray::number(rows);
    out += ",\"crc\":" + QByteArray::number(crc) + '}';
    return out;
}

} // namespace homeroom
