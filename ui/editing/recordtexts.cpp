// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/recordtexts.h"

#include "models/values/phone.h"
#include "ui/editing/phrases.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct RecordTexts {
    Q_DECLARE_TR_FUNCTIONS(RecordTexts)
};

template <typename Record> QString nameOf(const Catalogue& catalogue, const RecordId& id)
{
    const Record* record = catalogue.find(Id<Record>(id));
    return record ? record->name : QString();
}

QString userName(const Catalogue& catalogue, const RecordId& id)
{
    const User* user = catalogue.find(Id<User>(id));
    if (!user)
        return {};
    return user->displayName.isEmpty() ? user->name : user->displayName;
}

QString numberText(const FieldDescription& field, qint64 number, const QTimeZone& zone)
{
    if (field.kind == FieldKind::Boolean)
        return number ? RecordTexts::tr("Yes") : RecordTexts::tr("No");
    if (field.kind == FieldKind::Money)
        return yuanText(number);
    if (field.kind == FieldKind::Time)
        return QDateTime::fromMSecsSinceEpoch(number, zone).toString(u"yyyy-MM-dd HH:mm"_s);
    if (field.name == "grade"_L1)
        return gradeText(number);
    return QString::number(number);
}

QString wordsText(const FieldDescription& field, const QString& text)
{
    if (field.kind == FieldKind::Phone)
        return displayedPhone(text);
    return field.kind == FieldKind::Word ? displayWord(field, text) : text;
}

} // namespace

QString catalogueName(const Catalogue& catalogue, RecordKind kind, const RecordId& id)
{
    switch (kind) {
    case RecordKind::Team:
        return nameOf<Team>(catalogue, id);
    case RecordKind::User:
        return userName(catalogue, id);
    case RecordKind::WorkAccount:
        return nameOf<WorkAccount>(catalogue, id);
    case RecordKind::Channel:
        return nameOf<Channel>(catalogue, id);
    case RecordKind::Product:
        return nameOf<Product>(catalogue, id);
    case RecordKind::Class:
        return nameOf<Class>(catalogue, id);
    case RecordKind::Cohort:
        return nameOf<Cohort>(catalogue, id);
    case RecordKind::Lesson:
        return nameOf<Lesson>(catalogue, id);
    case RecordKind::Pipeline:
        return nameOf<Pipeline>(catalogue, id);
    case RecordKind::Stage:
        return nameOf<Stage>(catalogue, id);
    case RecordKind::Tag:
        return nameOf<Tag>(catalogue, id);
    default:
        return {};
    }
}

QString recordText(
    const RecordRow& row, int field, const Catalogue& catalogue, const QTimeZone& zone)
{
    const FieldDescription& description = row.type().fields[size_t(field)];
    const FieldValue& value = row.value(field);
    if (const auto* id = std::get_if<RecordId>(&value))
        return catalogueName(catalogue, description.target, *id);
    if (const auto* number = std::get_if<qint64>(&value))
        return numberText(description, *number, zone);
    if (const auto* text = std::get_if<QString>(&value))
        return wordsText(description, *text);
    if (const auto* set = std::get_if<QStringList>(&value))
        return set->join(u", "_s);
    if (const auto* real = std::get_if<double>(&value))
        return QLocale().toString(*real);
    return {};
}

} // namespace homeroom
