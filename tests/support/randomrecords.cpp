// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomrecords.h"

#include <QJsonArray>

#include <map>

namespace homeroom::test {

using namespace Qt::StringLiterals;

RecordId Randomness::id()
{
    std::array<quint8, 16> bytes{};
    for (quint8& byte : bytes)
        byte = quint8(below(256));
    bytes[0] = 1;
    return RecordId(bytes);
}

QString Randomness::text()
{
    static const QStringList pieces{u"a"_s, u"\""_s, u"\\"_s, u"/"_s, u"\n"_s, u"\t"_s, u"é"_s,
        u"中文"_s, u"😀"_s, u"{}"_s, u"[],:"_s, u","_s};
    QString text = u"x"_s;
    for (int i = below(12); i > 0; --i)
        text += pieces[below(int(pieces.size()))];
    return text;
}

FieldValue Randomness::value(const FieldDescription& field)
{
    switch (field.kind) {
    case FieldKind::Boolean:
        return qint64(below(2));
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Time:
        return qint64(below(1 << 30)) * (maybe() ? 1 : -1000);
    case FieldKind::Real:
        return double(below(1000)) / 7;
    case FieldKind::Reference:
        return id();
    case FieldKind::Set:
        return QStringList{u"a"_s + QString::number(below(9)), u"b"_s};
    case FieldKind::Object:
        return QJsonObject{{text(), below(9)}, {u"list"_s, QJsonArray{text(), 1.5, true}}};
    case FieldKind::Word:
        return QString(field.words[size_t(below(int(field.words.size())))]);
    case FieldKind::Phone:
        return u"+8619900%1"_s.arg(below(100000), 6, 10, QChar(u'0'));
    case FieldKind::Day:
        return u"2026-03-1%1"_s.arg(below(10));
    case FieldKind::Month:
        return u"2016-0%1"_s.arg(1 + below(9));
    case FieldKind::LongText:
        return text();
    case FieldKind::Text:
        return text().remove(u'\n').remove(u'\t');
    }
    return {};
}

RecordRow Randomness::row(const RecordType& type, const RecordId& root)
{
    RecordRow row = emptyRow(type.kind, id());
    row.root = root;
    row.stamp = {1 + below(3), below(1 << 30)};
    row.deleted = below(8) == 0;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (maybe())
            row.values[i] = value(type.fields[i]);
    }
    if (below(4) == 0)
        row.extra.insert(u"later"_s, text());
    return row;
}

Mutation Randomness::mutation(qint64 mid)
{
    const RecordType& type = recordType(allRecordKinds()[size_t(below(recordKindCount))]);
    Mutation made;
    made.mid = mid;
    made.group = below(100);
    made.batch = maybe() ? id() : RecordId();
    made.operation =
        std::array{Operation::Create, Operation::Set, Operation::Delete}[size_t(below(3))];
    made.kind = type.kind;
    made.id = id();
    made.root = id();
    made.base = {below(3), below(1000)};
    made.at = below(1 << 30);
    made.clockGood = maybe();
    std::map<QString, int> byName;
    for (size_t i = 0; i < type.fields.size(); ++i)
        byName.emplace(QString(type.fields[i].name), int(i));
    for (const auto& [name, index] : byName) {
        if (made.operation == Operation::Delete || maybe())
            continue;
        const FieldDescription& field = type.fields[size_t(index)];
        made.changes.emplace_back(index, below(5) == 0 ? FieldValue() : value(field));
    }
    return made;
}

} // namespace homeroom::test
