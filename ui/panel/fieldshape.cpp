// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/fieldshape.h"

#include "models/values/conditionfields.h"
#include "models/values/phone.h"
#include "models/values/whenphrase.h"
#include "ui/editing/moments.h"
#include "ui/editing/phrases.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

constexpr int highestGrade = 12;

template <typename Record>
std::vector<FieldChoice> named(const std::vector<Record>& records, QString Record::*name)
{
    std::vector<FieldChoice> choices{{u"–"_s, {}}};
    for (const Record& record : records)
        choices.push_back({record.*name, static_cast<const RecordId&>(record.id)});
    return choices;
}

std::vector<FieldChoice> references(RecordKind target, const Catalogue& catalogue)
{
    switch (target) {
    case RecordKind::Channel:
        return named(catalogue.channels(), &Channel::name);
    case RecordKind::WorkAccount:
        return named(catalogue.workAccounts(), &WorkAccount::name);
    case RecordKind::User:
        return named(catalogue.users(), &User::displayName);
    case RecordKind::Team:
        return named(catalogue.teams(), &Team::name);
    default:
        return {};
    }
}

std::vector<FieldChoice> choicesOf(
    RecordKind kind, const FieldDescription& field, const Catalogue& catalogue)
{
    std::vector<FieldChoice> choices;
    if (kind == RecordKind::Student && field.name == "grade"_L1) {
        choices.push_back({u"–"_s, {}});
        for (qint64 grade = 0; grade <= highestGrade; ++grade)
            choices.push_back({gradeText(grade), grade});
        return choices;
    }
    if (field.kind == FieldKind::Reference)
        return references(field.target, catalogue);
    for (const QLatin1StringView word : field.words)
        choices.push_back({displayWord(field, word), QString(word)});
    return choices;
}

TypedField typedNumber(const FieldShape& shape, const QString& text)
{
    bool fine = false;
    if (shape.kind == FieldKind::Integer) {
        const qint64 number = text.toLongLong(&fine);
        return fine ? TypedField{number, {}} : TypedField{{}, Fields::tr("Write a whole number.")};
    }
    if (shape.kind == FieldKind::Money) {
        const std::optional<qint64> fen = fenFromYuan(text);
        return fen ? TypedField{*fen, {}}
                   : TypedField{{}, Fields::tr("Write an amount like 2990 or 9.90.")};
    }
    const double number = text.toDouble(&fine);
    return fine ? TypedField{number, {}} : TypedField{{}, Fields::tr("Write a number.")};
}

TypedField typedDay(const FieldShape& shape, const QString& text)
{
    const QString form = shape.kind == FieldKind::Month ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s;
    const QDate day = QDate::fromString(text, form);
    if (day.isValid())
        return {day.toString(form), {}};
    return {{},
        shape.kind == FieldKind::Month ? Fields::tr("Write a month like 2016-09.")
                                       : Fields::tr("Write a date like 2025-11-28.")};
}

} // namespace

std::vector<FieldShape> shapesOf(RecordKind kind, const Catalogue& catalogue)
{
    std::vector<FieldShape> shapes;
    for (const FieldDescription& field : recordType(kind).fields) {
        if (field.target == RecordKind::Customer || field.kind == FieldKind::Object)
            continue;
        FieldShape shape{field.name, displayName(kind, field), field.kind, field.target,
            choicesOf(kind, field, catalogue), field.merge == MergeClass::ServerOnly, false};
        shape.readOnly |= field.name == "createdAt"_L1;
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

std::vector<FieldShape> customShapes(const Catalogue& catalogue)
{
    std::vector<FieldShape> shapes;
    for (const CustomField& field : catalogue.customFields()) {
        if (!field.active)
            continue;
        FieldShape shape{
            field.key, field.name, valueKindOf(field.kind), RecordKind::None, {}, false, true};
        if (field.kind == CustomFieldKind::Choice) {
            shape.choices.push_back({u"–"_s, {}});
            for (const QString& choice : field.choices)
                shape.choices.push_back({choice, choice});
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

std::vector<FieldShape> undefinedShapes(const QJsonObject& values, const Catalogue& catalogue)
{
    const std::vector<CustomField>& fields = catalogue.customFields();
    std::vector<FieldShape> shapes;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const bool defined = std::any_of(fields.begin(), fields.end(),
            [&](const CustomField& field) { return field.key == value.key(); });
        if (defined || value->isNull())
            continue;
        const FieldKind kind = value->isBool() ? FieldKind::Boolean
            : value->isDouble()                ? FieldKind::Real
                                               : FieldKind::Text;
        shapes.push_back({value.key(), value.key(), kind, RecordKind::None, {}, true, true});
    }
    return shapes;
}

QString fieldText(const FieldShape& shape, const FieldValue& value, const PageContext& context)
{
    if (isNothing(value))
        return {};
    if (!shape.choices.empty()) {
        const auto choice = std::find_if(shape.choices.begin(), shape.choices.end(),
            [&](const FieldChoice& one) { return one.value == value; });
        return choice == shape.choices.end() ? QString() : choice->label;
    }
    if (const auto* text = std::get_if<QString>(&value))
        return shape.kind == FieldKind::Phone ? displayedPhone(*text) : *text;
    if (const auto* real = std::get_if<double>(&value))
        return QLocale::c().toString(*real, 'g', QLocale::FloatingPointShortest);
    if (const auto* number = std::get_if<qint64>(&value)) {
        if (shape.kind == FieldKind::Time)
            return fullTimeText(*number, context.zone);
        return shape.kind == FieldKind::Money ? yuanText(*number) : QString::number(*number);
    }
    return {};
}

TypedField typedField(const FieldShape& shape, const QString& typed, const PageContext& context)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    switch (shape.kind) {
    case FieldKind::Phone: {
        const std::optional<QString> phone = normalisedPhone(text);
        return phone ? TypedField{*phone, {}}
                     : TypedField{{},
                         Fields::tr("This is no phone number. A number from abroad "
                                    "begins with +.")};
    }
    case FieldKind::Time: {
        const auto when = parseWhen(text, context.clock.now(), context.zone);
        if (const auto* problem = std::get_if<WhenProblem>(&when))
            return {{}, sentenceFor(*problem)};
        return {std::get<Milliseconds>(when), {}};
    }
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Real:
        return typedNumber(shape, text);
    case FieldKind::Day:
    case FieldKind::Month:
        return typedDay(shape, text);
    default:
        break;
    }
    if (text.size()
        > (shape.kind == FieldKind::LongText ? maximumLongTextLength : maximumTextLength))
        return {{}, Fields::tr("This text is too long.")};
    return {text, {}};
}

FieldValue customValue(const FieldShape& shape, const QJsonValue& json)
{
    if (json.isBool())
        return qint64(json.toBool());
    if (json.isDouble())
        return shape.kind == FieldKind::Money || shape.kind == FieldKind::Boolean
            ? FieldValue(json.toInteger())
            : FieldValue(json.toDouble());
    return json.toString().isEmpty() ? FieldValue() : FieldValue(json.toString());
}

QJsonValue customJson(const FieldShape& shape, const FieldValue& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return shape.kind == FieldKind::Boolean ? QJsonValue(*number != 0) : QJsonValue(*number);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

} // namespace homeroom
