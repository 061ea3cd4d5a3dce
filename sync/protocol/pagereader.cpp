// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/typedjson.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/columnmarks.h"
#include "sync/protocol/crc32.h"
#include "sync/protocol/jsonreader.h"
#include "sync/protocol/jsonscanner.h"
#include "sync/protocol/pageparts.h"
#include "sync/protocol/rootwords.h"

#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A page may be larger than a request: 20,000 wide rows are some 10 MB.
constexpr qsizetype maximumPageBytes = 128 * 1024 * 1024;

Error malformed(const QString& detail, const QString& member = {})
{
    return {ErrorCode::Malformed, detail, member};
}

struct EndMark {
    qsizetype position;
    quint64 rows;
    quint64 crc;
};

std::optional<quint64> readNumber(QByteArrayView digits)
{
    if (digits.isEmpty() || digits.size() > 19)
        return std::nullopt;
    quint64 number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + quint64(c - '0');
    }
    return number;
}

std::optional<EndMark> findEndMark(const QByteArray& body)
{
    static constexpr QByteArrayView start = ",\"end\":true,\"rows\":";
    static constexpr QByteArrayView middle = ",\"crc\":";
    const qsizetype position = body.lastIndexOf(start);
    if (position < 0 || !body.endsWith('}'))
        return std::nullopt;
    const qsizetype rowsAt = position + start.size();
    const qsizetype crcAt = body.indexOf(middle, rowsAt);
    if (crcAt < 0)
        return std::nullopt;
    const QByteArrayView all(body);
    const auto rows = readNumber(all.sliced(rowsAt, crcAt - rowsAt));
    const qsizetype digitsAt = crcAt + middle.size();
    const auto crc = readNumber(all.sliced(digitsAt, all.size() - 1 - digitsAt));
    if (!rows || !crc)
        return std::nullopt;
    return EndMark{position, *rows, *crc};
}

/// What is no text becomes an empty one.
QStringList textsOf(const QJsonArray& array)
{
    QStringList texts;
    for (const QJsonValue& each : array)
        texts << each.toString();
    return texts;
}

using Cells = std::vector<QByteArrayView>;

/// Where the columns of one block go.
class BlockReader {
public:
    BlockReader(const RecordType& type, std::vector<RootUpdate>& roots)
        : m_type(type), m_roots(roots)
    {
    }

    /// A list of names, or marks.
    Result<void> readColumns(const QJsonValue& columns);
    /// The text of the list of rows.
    Result<quint64> readRows(QByteArrayView rows);

private:
    Result<void> readRow();
    bool readHeader(RecordRow& row, qint64& root) const;
    bool readCell(size_t column, RecordRow& row) const;
    std::optional<qint64> integerAt(qsizetype column) const;

    const RecordType& m_type;
    std::vector<RootUpdate>& m_roots;
    QStringList m_names{};
    std::vector<int> m_fields{}; ///< index of the field of each column, or -1
    Cells m_cells{}; ///< of the present row
    qsizetype m_root = -1;
    qsizetype m_id = -1;
    qsizetype m_generation = -1;
    qsizetype m_seq = -1;
    qsizetype m_deleted = -1;
};

Result<void> BlockReader::readColumns(const QJsonValue& columns)
{
    const std::optional<QStringList> names =
        columns.isString() ? namesOfMarks(m_type, columns.toString()) : textsOf(columns.toArray());
    if (!names)
        return malformed(u"marks of columns that there are not"_s, u"cols"_s);
    for (const QString& name : *names) {
        if (name.isEmpty() || m_names.contains(name))
            return malformed(u"a column is no name or stands twice"_s, u"cols"_s);
        m_names.append(name);
        m_fields.push_back(m_type.indexOf(name));
    }
    m_root = m_names.indexOf(u"root"_s);
    m_id = m_names.indexOf(u"id"_s);
    m_generation = m_names.indexOf(u"generation"_s);
    m_seq = m_names.indexOf(u"seq"_s);
    m_deleted = m_names.indexOf(u"deleted"_s);
    if (m_root < 0 || m_id < 0 || m_generation < 0 || m_seq < 0)
        return malformed(u"a column is missing"_s, u"cols"_s);
    return {};
}

/// Reads a list of values; false where it is none.
bool readCells(JsonScanner& scanner, Cells& cells)
{
    cells.clear();
    if (!scanner.take('['))
        return false;
    if (scanner.take(']'))
        return true;
    do {
        const auto cell = scanner.takeValue();
        if (!cell)
            return false;
        cells.push_back(*cell);
    } while (scanner.take(','));
    return scanner.take(']');
}

std::optional<RecordId> idOf(QByteArrayView cell)
{
    const auto plain = plainText(cell);
    return RecordId::fromString(plain ? QString::fromLatin1(*plain) : valueOfJson(cell).toString());
}

std::optional<FieldValue> valueOf(const FieldDescription& field, QByteArrayView cell)
{
    if (cell == "null")
        return FieldValue();
    // What most cells hold is read at once; the rest as JSON is read anywhere.
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Time:
        if (const auto number = plainInteger(cell))
            return FieldValue(*number);
        break;
    case FieldKind::Reference:
        if (const auto id = idOf(cell))
            return FieldValue(*id);
        return std::nullopt;
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Phone:
    case FieldKind::Word:
    case FieldKind::Day:
    case FieldKind::Month:
        if (const auto text = plainText(cell))
            return text->isEmpty() ? FieldValue() : FieldValue(QString::fromUtf8(*text));
        break;
    default:
        break;
    }
    const QJsonValue json = valueOfJson(cell);
    return json.isUndefined() ? std::nullopt : typedFieldFromJson(field, json);
}

std::optional<qint64> BlockReader::integerAt(qsizetype column) const
{
    const QByteArrayView cell = m_cells[size_t(column)];
    if (const auto number = plainInteger(cell))
        return number;
    const QJsonValue json = valueOfJson(cell);
    return isExactInteger(json) ? std::optional<qint64>(json.toInteger()) : std::nullopt;
}

bool BlockReader::readHeader(RecordRow& row, qint64& root) const
{
    const std::optional<RecordId> id = idOf(m_cells[size_t(m_id)]);
    const auto place = integerAt(m_root);
    const auto generation = integerAt(m_generation);
    const auto seq = integerAt(m_seq);
    if (!id || id->isNull() || !place || !generation || !seq)
        return false;
    if (*place < 0 || *place >= qint64(m_roots.size()))
        return false;
    root = *place;
    row = emptyRow(m_type.kind, *id);
    row.root = m_roots[size_t(root)].root;
    row.stamp = {*generation, *seq};
    if (m_deleted < 0)
        return true;
    const QByteArrayView deleted = m_cells[size_t(m_deleted)];
    row.deleted = deleted == "true";
    return row.deleted || deleted == "false";
}

bool BlockReader::readCell(size_t column, RecordRow& row) const
{
    const QByteArrayView cell = m_cells[column];
    const int field = m_fields[column];
    if (field >= 0) {
        std::optional<FieldValue> value = valueOf(m_type.fields[size_t(field)], cell);
        if (!value)
            return false;
        row.values[size_t(field)] = std::move(*value);
        return true;
    }
    const qsizetype at = qsizetype(column);
    const bool header =
        at == m_root || at == m_id || at == m_generation || at == m_seq || at == m_deleted;
    if (header || cell == "null")
        return true;
    const QJsonValue json = valueOfJson(cell);
    row.extra.insert(m_names[at], json);
    return !json.isUndefined();
}

Result<quint64> BlockReader::readRows(QByteArrayView rows)
{
    const Error broken = malformed(u"rows that are no list of lists"_s, u"rows"_s);
    JsonScanner scanner(rows);
    quint64 count = 0;
    if (!scanner.take('['))
        return broken;
    if (scanner.take(']'))
        return count;
    do {
        if (!readCells(scanner, m_cells))
            return broken;
        if (const Result<void> read = readRow(); !read.ok())
            return read.error();
        ++count;
    } while (scanner.take(','));
    return scanner.take(']') && scanner.atEnd() ? Result<quint64>(count) : Result<quint64>(broken);
}

Result<void> BlockReader::readRow()
{
    if (qsizetype(m_cells.size()) != m_names.size())
        return malformed(u"a row has another number of cells than columns"_s, u"rows"_s);
    RecordRow row;
    qint64 root = -1;
    if (!readHeader(row, root))
        return malformed(u"a row has no usable header"_s, u"rows"_s);
    for (size_t column = 0; column < m_fields.size(); ++column) {
        if (!readCell(column, row))
            return malformed(u"a value of the wrong type"_s, m_names[qsizetype(column)]);
    }
    RootUpdate& update = m_roots[size_t(root)];
    if (update.operation == RootOperation::Evict)
        return malformed(u"a record of an evicted root"_s, u"rows"_s);
    update.rows.push_back(std::move(row));
    return {};
}

Result<std::vector<RootUpdate>> readRoots(const QJsonArray& array)
{
    std::vector<RootUpdate> roots;
    roots.reserve(size_t(array.size()));
    QSet<RecordId> seen;
    for (const QJsonValue& json : array) {
        const QJsonArray pair = json.toArray();
        const auto id = RecordId::fromString(pair.at(0).toString());
        const auto word = std::find(rootWords.begin(), rootWords.end(), pair.at(1).toString());
        if (pair.size() != 2 || !id || word == rootWords.end() || seen.contains(*id))
            return malformed(
                u"a root is no pair of id and operation, or stands twice"_s, u"roots"_s);
        seen.insert(*id);
        roots.push_back({*id, RootOperation(word - rootWords.begin()), {}});
    }
    return roots;
}

/// How many values the list has.
std::optional<quint64> countOf(QByteArrayView list)
{
    JsonScanner scanner(list);
    Cells cells;
    if (!readCells(scanner, cells) || !scanner.atEnd())
        return std::nullopt;
    return quint64(cells.size());
}

/// Number of rows read, those of unknown types included.
Result<quint64> readBlock(
    const QJsonObject& block, QByteArrayView rows, std::vector<RootUpdate>& roots)
{
    const QJsonValue columns = block.value("cols"_L1);
    if (!(columns.isArray() || columns.isString()) || !block.value("rows"_L1).isArray())
        return malformed(u"records without columns or rows"_s, u"records"_s);
    const RecordType* type = recordTypeByName(block.value("type"_L1).toString());
    if (!type) {
        const auto count = countOf(rows);
        return count ? Result<quint64>(*count) : malformed(u"rows that are no list"_s, u"rows"_s);
    }
    BlockReader reader(*type, roots);
    if (const Result<void> read = reader.readColumns(columns); !read.ok())
        return read.error();
    return reader.readRows(rows);
}

Result<quint64> readBlocks(
    const QJsonArray& blocks, const Cells& rowsOf, std::vector<RootUpdate>& roots)
{
    quint64 rows = 0;
    if (size_t(blocks.size()) != rowsOf.size())
        return malformed(u"records without rows"_s, u"records"_s);
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Result<quint64> read = readBlock(blocks[i].toObject(), rowsOf[size_t(i)], roots);
        if (!read.ok())
            return read;
        rows += *read;
    }
    return rows;
}

} // namespace

std::optional<PageHead> headOfPage(const QByteArray& body)
{
    JsonScanner scanner(body);
    PageHead head;
    bool found = false;
    // The rest may be long: its last member ends the walk.
    eachMember(scanner, [&](QByteArrayView name) {
        const auto value = scanner.takeValue();
        if (value && name == "\"cursor\"")
            head.cursor = valueOfJson(*value).toString();
        found = value && name == "\"last\"" && !head.cursor.isEmpty();
        head.last = found && *value == "true";
        return value.has_value() && !found;
    });
    return found ? std::optional(head) : std::nullopt;
}

Result<PullPage> decodePullPage(const QByteArray& body)
{
    if (body.size() > maximumPageBytes)
        return Error{ErrorCode::TooLarge, u"the page is too large"_s};
    const std::optional<EndMark> mark = findEndMark(body);
    if (!mark)
        return malformed(u"the page has no end"_s, u"end"_s);
    if (crc32(QByteArrayView(body).first(mark->position)) != mark->crc)
        return malformed(u"the page is damaged"_s, u"crc"_s);
    const std::optional<PageParts> parts = partsOfPage(body);
    if (!parts)
        return malformed(u"the body is no page"_s);
    const Result<QJsonObject> object = parseObject(parts->rest, maximumPageBytes);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::PassedOver);
    PullPage page;
    page.cursor = reader.text("cursor"_L1);
    page.stamp = {reader.integer("generation"_L1), reader.integer("seq"_L1)};
    page.last = reader.boolean("last"_L1);
    page.remaining = reader.integer("remaining"_L1);
    page.mark = reader.textOr("mark"_L1, {});
    if (reader.has("lastMid"_L1))
        page.lastMid = reader.integer("lastMid"_L1);
    const QJsonArray roots = reader.array("roots"_L1);
    const QJsonArray blocks = reader.array("records"_L1);
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    Result<std::vector<RootUpdate>> updates = readRoots(roots);
    if (!updates.ok())
        return updates.error();
    const Result<quint64> rows = readBlocks(blocks, parts->rows, *updates);
    if (!rows.ok())
        return rows.error();
    if (*rows != mark->rows)
        return malformed(u"the page lacks rows"_s, u"rows"_s);
    page.roots = std::move(*updates);
    return page;
}

} // namespace homeroom
