// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recordtype.h"

#include "models/values/phone.h"
#include "models/values/records/records.h"

#include <QDate>
#include <QHash>

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

template <typename... Records> std::vector<RecordType> describe()
{
    std::vector<RecordType> types(recordKindCount);
    ((types[size_t(Description<Records>::kind)] = detail::makeRecordType<Records>()), ...);
    return types;
}

const std::vector<RecordType>& types()
{
    static const std::vector<RecordType> all = describe<Customer, Guardian, Student, Opportunity,
        FollowUp, Task, Enrollment, LessonProgress, Order, FamilyAccess, Conflict, HistoryEntry,
        User, Team, WorkAccount, Channel, Product, Class, Cohort, Lesson, Pipeline, Stage, Tag,
        CustomField, SavedView, WorkCalendar, CohortDay>();
    return all;
}

constexpr std::array parentsFirst{RecordKind::Team, RecordKind::User, RecordKind::WorkAccount,
    RecordKind::Channel, RecordKind::Product, RecordKind::Cohort, RecordKind::Class,
    RecordKind::Lesson, RecordKind::Pipeline, RecordKind::Stage, RecordKind::Tag,
    RecordKind::CustomField, RecordKind::SavedView, RecordKind::WorkCalendar, RecordKind::CohortDay,
    RecordKind::Customer, RecordKind::Guardian, RecordKind::Student, RecordKind::Opportunity,
    RecordKind::FollowUp, RecordKind::Task, RecordKind::Enrollment, RecordKind::LessonProgress,
    RecordKind::Order, RecordKind::FamilyAccess, RecordKind::Conflict, RecordKind::HistoryEntry};
static_assert(parentsFirst.size() == recordKindCount);

Error invalid(const FieldDescription& field, const QString& detail)
{
    return {ErrorCode::Invalid, detail, QString(field.name)};
}

bool hasControlCharacter(const QString& text, bool severalLines)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 && c.unicode() != 0x7f)
            continue;
        if (severalLines && (c == u'\n' || c == u'\t'))
            continue;
        return true;
    }
    return false;
}

Result<void> validateText(const FieldDescription& field, const QString& text)
{
    const bool severalLines = field.kind == FieldKind::LongText;
    if (text.size() > (severalLines ? maximumLongTextLength : maximumTextLength))
        return invalid(field, u"text is too long"_s);
    if (!text.isValidUtf16())
        return invalid(field, u"text is not valid Unicode"_s);
    if (hasControlCharacter(text, severalLines))
        return invalid(field, u"text holds a control character"_s);
    if (field.kind == FieldKind::Word) {
        for (const auto word : field.words) {
            if (word == text)
                return {};
        }
        return invalid(field, u"unknown word"_s);
    }
    if (field.kind == FieldKind::Phone && !isNormalisedPhone(text) && !isMaskedPhone(text))
        return invalid(field, u"phone is not in E.164 form"_s);
    if (field.kind == FieldKind::Day
        && (text.size() != 10 || !QDate::fromString(text, u"yyyy-MM-dd"_s).isValid()))
        return invalid(field, u"impossible day"_s);
    if (field.kind == FieldKind::Month
        && (text.size() != 7 || !QDate::fromString(text + u"-01"_s, u"yyyy-MM-dd"_s).isValid()))
        return invalid(field, u"impossible month"_s);
    return {};
}

Result<void> validateInteger(const FieldDescription& field, qint64 number)
{
    if (field.kind == FieldKind::Boolean && number != 0 && number != 1)
        return invalid(field, u"expected true or false"_s);
    // 0001-01-01 to 9999-12-31: what every date type on our way can hold.
    if (field.kind == FieldKind::Time && (number < -62135596800000 || number > 253402300799999))
        return invalid(field, u"impossible time"_s);
    return {};
}

bool kindHolds(FieldKind kind, const FieldValue& value)
{
    switch (kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Phone:
    case FieldKind::Word:
    case FieldKind::Day:
    case FieldKind::Month:
        return std::holds_alternative<QString>(value);
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Boolean:
    case FieldKind::Time:
        return std::holds_alternative<qint64>(value);
    case FieldKind::Real:
        return std::holds_alternative<double>(value);
    case FieldKind::Reference:
        return std::holds_alternative<RecordId>(value);
    case FieldKind::Set:
        return std::holds_alternative<QStringList>(value);
    case FieldKind::Object:
        return std::holds_alternative<QJsonObject>(value);
    }
    return false;
}

} // namespace

int RecordType::indexOf(QStringView fieldName) const
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == fieldName)
            return int(i);
    }
    return -1;
}

const RecordType& recordType(RecordKind kind)
{
    Q_ASSERT(kind != RecordKind::None);
    return types()[size_t(kind)];
}

const RecordType* recordTypeByName(QStringView name)
{
    for (const RecordType& type : types()) {
        if (type.name == name)
            return &type;
    }
    return nullptr;
}

std::span<const RecordKind> allRecordKinds()
{
    return parentsFirst;
}

Result<void> validateField(const FieldDescription& field, const FieldValue& value)
{
    if (isNothing(value))
        return {};
    if (!kindHolds(field.kind, value))
        return invalid(field, u"value of the wrong type"_s);
    if (const auto* text = std::get_if<QString>(&value))
        return validateText(field, *text);
    if (const auto* number = std::get_if<qint64>(&value))
        return validateInteger(field, *number);
    if (const auto* set = std::get_if<QStringList>(&value)) {
        if (set->size() > maximumSetSize)
            return invalid(field, u"too many members"_s);
        for (const QString& member : *set) {
            if (member.isEmpty() || member.size() > maximumTextLength)
                return invalid(field, u"a member is empty or too long"_s);
        }
    }
    return {};
}

} // namespace homeroom
