// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sentinels.h"

#include "models/values/records/records.h"

#include <QRegularExpression>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

// Longer than any time in milliseconds, and not to be hit by a checksum.
constexpr qint64 amountBase = 777'000'007'777;
constexpr qint64 amountStep = 10'000;

/// Of the customer's fields: those in an answer to a search of the pool.
bool isListed(const RecordType& type, const FieldDescription& field)
{
    static const QSet<QString> fields{u"name"_s, u"city"_s, u"campaign"_s};
    return type.kind == RecordKind::Customer && fields.contains(QString(field.name));
}

QString textOf(const RecordType& type, const FieldDescription& field, int mark)
{
    const bool contact = field.visibility == FieldVisibility::OwnerOnly;
    const QChar sort = contact ? u'c' : isListed(type, field) ? u'l' : u'e';
    return u"zq%1%2 %3 %4"_s.arg(mark).arg(sort).arg(QString(type.name), QString(field.name));
}

} // namespace

void fillWithSentinels(RecordRow& row, int mark)
{
    const RecordType& type = row.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const FieldDescription& field = type.fields[i];
        const bool place = field.name == "rank"_L1; // a key of the order, no words
        if ((field.kind == FieldKind::Text && !place) || field.kind == FieldKind::LongText)
            row.values[i] = FieldValue(textOf(type, field, mark));
        else if (field.kind == FieldKind::Phone)
            row.values[i] =
                FieldValue(u"+86139%1%2"_s.arg(mark).arg(int(type.kind), 3, 10, QLatin1Char('0')));
        else if (field.kind == FieldKind::Money)
            row.values[i] = FieldValue(amountBase + mark * amountStep);
        else if (field.kind == FieldKind::Object)
            row.values[i] =
                detail::toFieldValue(QJsonObject{{u"key"_s, textOf(type, field, mark)}});
    }
}

QList<Sentinel> sentinelsIn(const QByteArray& body)
{
    static const QRegularExpression pattern(
        u"zq(\\d{5})([cle])[ a-zA-Z]*|\\+86139(\\d{5})\\d{3}|777(\\d{5})7777"_s);
    QList<Sentinel> found;
    for (auto it = pattern.globalMatch(QString::fromUtf8(body)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const bool phone = match.hasCaptured(3);
        const int mark = (match.captured(1) + match.captured(3) + match.captured(4)).toInt();
        const QString sort = match.captured(2);
        found.append({mark, phone || sort == u"c", sort == u"l", match.captured().toUtf8()});
    }
    return found;
}

} // namespace homeroom::test
