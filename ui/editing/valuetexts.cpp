// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/valuetexts.h"

#include "models/values/recordjson.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/recordtexts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct ValueTexts {
    Q_DECLARE_TR_FUNCTIONS(ValueTexts)
};

const QString nothing = u"–"_s;

QString membersText(
    const FieldDescription& field, const QStringList& members, const Catalogue& catalogue)
{
    QStringList names;
    for (const QString& member : members) {
        const auto id = RecordId::fromString(member);
        const QString name =
            field.name == "tags"_L1 && id ? catalogueName(catalogue, RecordKind::Tag, *id) : member;
        names.append(name.isEmpty() ? nothing : name);
    }
    return names.join(u", "_s);
}

QString customText(const CustomField* field, const QJsonValue& value)
{
    if (value.isNull())
        return nothing;
    if (value.isBool())
        return value.toBool() ? ValueTexts::tr("Yes") : ValueTexts::tr("No");
    if (value.isDouble() && field && field->kind == CustomFieldKind::Money)
        return yuanText(value.toInteger());
    return value.toVariant().toString();
}

QString objectText(const QJsonObject& object, const Catalogue& catalogue)
{
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const CustomField* known = nullptr;
        for (const CustomField& field : catalogue.customFields()) {
            if (field.key == it.key())
                known = &field;
        }
        //: A custom field and its value: «Visits: 3».
        parts.append(ValueTexts::tr("%1: %2").arg(
            known ? known->name : it.key(), customText(known, it.value())));
    }
    return parts.join(u", "_s);
}

} // namespace

QString valueText(RecordKind kind, int field, const FieldValue& value, const PageContext& context)
{
    const FieldDescription& description = recordType(kind).fields[size_t(field)];
    QString text;
    if (const auto* members = std::get_if<QStringList>(&value)) {
        text = membersText(description, *members, context.catalogue);
    } else if (const auto* object = std::get_if<QJsonObject>(&value)) {
        text = objectText(*object, context.catalogue);
    } else {
        RecordRow row = emptyRow(kind, {});
        row.values[size_t(field)] = value;
        text = recordText(row, field, context.catalogue, context.zone);
    }
    return text.isEmpty() ? nothing : shownField(kind, description, text, {}, context);
}

QString quotedText(RecordKind kind, int field, const QJsonValue& json, const PageContext& context)
{
    const Result<FieldValue> value = fieldFromJson(recordType(kind).fields[size_t(field)], json);
    return value.ok() ? valueText(kind, field, *value, context) : nothing;
}

QString personText(const RecordId& user, const PageContext& context)
{
    if (user.isNull())
        return {};
    if (user == context.viewer.user)
        return ValueTexts::tr("you");
    return catalogueName(context.catalogue, RecordKind::User, user);
}

} // namespace homeroom
