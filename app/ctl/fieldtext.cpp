// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/fieldtext.h"

#include "models/values/phone.h"
#include "models/values/recordjson.h"
#include "models/values/records/records.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberJson(const QString& text)
{
    bool whole = false;
    const qint64 number = text.toLongLong(&whole);
    if (whole)
        return number;
    bool real = false;
    const double value = text.toDouble(&real);
    return real ? QJsonValue(value) : QJsonValue(text);
}

QJsonValue setJson(const QString& text)
{
    if (text.startsWith(u'['))
        return QJsonDocument::fromJson(text.toUtf8()).array();
    QJsonArray set;
    for (const QString& member : text.split(u',', Qt::SkipEmptyParts))
        set.append(member.trimmed());
    return set;
}

QJsonValue jsonOfText(const FieldDescription& field, const QString& text)
{
    if (text.isEmpty())
        return QJsonValue::Null;
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Time:
    case FieldKind::Real:
        return numberJson(text);
    case FieldKind::Boolean:
        if (text == u"true"_s || text == u"1"_s)
            return true;
        return text == u"false"_s || text == u"0"_s ? QJsonValue(false) : QJsonValue(text);
    case FieldKind::Set:
        return setJson(text);
    case FieldKind::Object: {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        return document.isObject() ? QJsonValue(document.object()) : QJsonValue(text);
    }
    case FieldKind::Phone:
        return normalisedPhone(text).value_or(text);
    default:
        return text;
    }
}

template <typename Record> RecordRow defaults(const RecordId& id, Milliseconds now)
{
    Record record;
    record.id = Id<Record>(id);
    std::apply(
        [&](const auto&... described) {
            const auto stamp = [&](const FieldDescription& description, auto& member) {
                if constexpr (std::is_same_v<std::decay_t<decltype(member)>, qint64>) {
                    if (description.kind == FieldKind::Time)
                        member = now;
                }
                Q_UNUSED(member)
                Q_UNUSED(description)
            };
            (stamp(described.description, record.*described.member), ...);
        },
        Description<Record>::fields);
    return toRow(record);
}

using Maker = RecordRow (*)(const RecordId&, Milliseconds);

template <typename... Records> std::vector<Maker> makers()
{
    std::vector<Maker> all(recordKindCount, nullptr);
    ((all[size_t(Description<Records>::kind)] = defaults<Records>), ...);
    return all;
}

} // namespace

Result<FieldChanges> changesFromWords(const RecordType& type, const QStringList& words)
{
    FieldChanges changes;
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.first(std::max<qsizetype>(equals, 0));
        const int field = type.indexOf(name);
        if (equals < 0 || field < 0)
            return Error{ErrorCode::Malformed, u"no such field: "_s + word};
        const FieldDescription& description = type.fields[size_t(field)];
        Result<FieldValue> value =
            fieldFromJson(description, jsonOfText(description, word.sliced(equals + 1)));
        if (!value.ok())
            return value.error();
        changes.emplace_back(field, std::move(*value));
    }
    return changes;
}

RecordRow defaultRow(RecordKind kind, const RecordId& id, Milliseconds now)
{
    static const std::vector<Maker> all = makers<Customer, Guardian, Student, Opportunity, FollowUp,
        Task, Enrollment, LessonProgress, Order, FamilyAccess, Conflict, HistoryEntry, User, Team,
        WorkAccount, Channel, Product, Class, Cohort, Lesson, Pipeline, Stage, Tag, CustomField,
        SavedView, WorkCalendar, CohortDay>();
    return all[size_t(kind)](id, now);
}

} // namespace homeroom::ctl
