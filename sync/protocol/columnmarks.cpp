// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/columnmarks.h"

#include "sync/protocol/crc32.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t bitsInDigit = 4;

QByteArray allNames()
{
    QByteArray names;
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        names.append(type.name.data(), type.name.size()).append(':');
        for (const FieldDescription& field : type.fields)
            names.append(field.name.data(), field.name.size()).append(',');
    }
    return names;
}

} // namespace

QString columnsSign()
{
    static const QString sign = QString::number(crc32(allNames()), 16);
    return sign;
}

QByteArray columnMarks(bool deleted, const std::vector<size_t>& fields)
{
    const size_t columns = fields.empty() ? 1 : fields.back() + 2;
    std::vector<unsigned> digits((columns + bitsInDigit - 1) / bitsInDigit);
    const auto mark = [&](size_t column) {
        digits[column / bitsInDigit] |= 1u << (column % bitsInDigit);
    };
    if (deleted)
        mark(0);
    for (const size_t field : fields)
        mark(field + 1);
    QByteArray marks;
    for (const unsigned digit : digits)
        marks.append("0123456789abcdef"[digit]);
    return marks;
}

std::optional<QStringList> namesOfMarks(const RecordType& type, const QString& marks)
{
    QStringList names{u"root"_s, u"id"_s, u"generation"_s, u"seq"_s};
    size_t column = 0;
    for (const QChar character : marks) {
        bool isDigit = false;
        const unsigned digit = QString(character).toUInt(&isDigit, 16);
        if (!isDigit)
            return std::nullopt;
        for (size_t bit = 0; bit < bitsInDigit; ++bit, ++column) {
            if ((digit >> bit & 1u) == 0)
                continue;
            if (column > type.fields.size())
                return std::nullopt;
            names << (column == 0 ? u"deleted"_s : QString(type.fields[column - 1].name));
        }
    }
    return names;
}

} // namespace homeroom
