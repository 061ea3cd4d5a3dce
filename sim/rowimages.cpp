// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/rowimages.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

QByteArray selectOf(const RecordType& type)
{
    QByteArray sql = "SELECT id, root, generation, seq, deleted, extra";
    for (const FieldDescription& field : type.fields)
        sql += ", \"" + QByteArray(field.name.data(), field.name.size()) + '"';
    return sql + " FROM r_" + QByteArray(type.name.data(), type.name.size());
}

void readTable(Database& database, RecordKind kind, RowImages& rows)
{
    static std::map<RecordKind, QByteArray> texts;
    QByteArray& sql = texts[kind];
    if (sql.isEmpty())
        sql = selectOf(recordType(kind));
    const int fields = int(recordType(kind).fields.size());
    Statement query = database.statement(sql);
    while (query.step()) {
        auto row = std::make_shared<RowImage>();
        row->kind = kind;
        row->id = query.id(0);
        row->root = query.id(1);
        row->stamp = {query.integer(2), query.integer(3)};
        row->deleted = query.integer(4) != 0;
        row->extra = query.blob(5);
        row->values.reserve(size_t(fields));
        for (int i = 0; i < fields; ++i)
            row->values.push_back(query.isNull(6 + i) ? QByteArray() : query.blob(6 + i));
        rows[row->id] = std::move(row);
    }
}

/// Digits from `at`; -1 where there is none.
int numberAt(const QByteArray& bytes, qsizetype at, qsizetype most, qsizetype* end)
{
    int number = -1;
    while (at < bytes.size() && most-- > 0 && bytes[at] >= '0' && bytes[at] <= '9')
        number = std::max(number, 0) * 10 + (bytes[at++] - '0');
    *end = at;
    return number;
}

} // namespace

const QByteArray& RowImage::value(const char* field) const
{
    const int index = recordType(kind).indexOf(QString::fromLatin1(field));
    Q_ASSERT(index >= 0);
    return values[size_t(index)];
}

RowImages readRowImages(Database& database)
{
    RowImages rows;
    for (const RecordKind kind : allRecordKinds())
        readTable(database, kind, rows);
    return rows;
}

std::vector<QByteArray> dumpedRows(Database& database)
{
    std::vector<QByteArray> dumped;
    std::vector<QByteArray> tables;
    Statement names = database.statement("SELECT name FROM sqlite_master WHERE type = 'table'");
    while (names.step())
        tables.push_back(names.blob(0));
    for (const QByteArray& table : tables) {
        std::vector<QByteArray> columns;
        Statement info = database.statement("SELECT name FROM pragma_table_info('" + table + "')");
        while (info.step())
            columns.push_back(info.blob(0));
        Statement rows = database.statement("SELECT * FROM \"" + table + '"');
        while (rows.step()) {
            QByteArray row = table + ": ";
            for (size_t i = 0; i < columns.size(); ++i) {
                row += rows.blob(int(i));
                row += '|';
            }
            dumped.push_back(row + '\n');
        }
    }
    return dumped;
}

QByteArray dumpOf(Database& database)
{
    QByteArray dump;
    for (const QByteArray& row : dumpedRows(database))
        dump += row;
    return dump;
}

QString markOf(int family, int word)
{
    return u"zq~%1w%2q"_s.arg(family).arg(word);
}

std::set<int> familiesIn(const QByteArray& bytes)
{
    std::set<int> families;
    for (qsizetype at = bytes.indexOf("zq~"); at >= 0; at = bytes.indexOf("zq~", at + 3)) {
        qsizetype end = 0;
        const int family = numberAt(bytes, at + 3, 6, &end);
        if (family >= 0 && end < bytes.size() && bytes[end] == 'w')
            families.insert(family);
    }
    return families;
}

QString aroundMark(const QByteArray& bytes, int family)
{
    constexpr qsizetype before = 200;
    constexpr qsizetype most = 400;
    const qsizetype at = bytes.indexOf("zq~" + QByteArray::number(family) + 'w');
    return QString::fromUtf8(bytes.mid(std::max<qsizetype>(at - before, 0), most));
}

QString phoneOf(int family, int word)
{
    return u"+86199%1%2"_s.arg(family, 4, 10, QChar(u'0')).arg(word % 10000, 4, 10, QChar(u'0'));
}

std::set<int> fullPhonesIn(const QByteArray& bytes)
{
    std::set<int> families;
    for (qsizetype at = bytes.indexOf("+86199"); at >= 0; at = bytes.indexOf("+86199", at + 6)) {
        qsizetype end = 0;
        const int family = numberAt(bytes, at + 6, 4, &end);
        const bool whole = end == at + 10;
        qsizetype last = 0;
        numberAt(bytes, end, 4, &last);
        if (whole && last == end + 4)
            families.insert(family);
    }
    return families;
}

} // namespace homeroom::sim
