// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customerwords.h"

#include "ui/editing/moments.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/panel/fieldshape.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Columns {
    Q_DECLARE_TR_FUNCTIONS(Columns)
};

// In the order of CustomerColumn.
constexpr std::array columnWords{"name"_L1, "child"_L1, "grade"_L1, "phone"_L1, "tier"_L1,
    "stage"_L1, "tags"_L1, "nextStep"_L1, "nextStepAt"_L1, "lastContactAt"_L1, "intention"_L1,
    "score"_L1, "city"_L1, "channel"_L1, "friendState"_L1, "groupState"_L1, "wechatNick"_L1,
    "wechatId"_L1, "owner"_L1, "lifecycle"_L1, "externalId"_L1, "remark"_L1, "createdAt"_L1};
static_assert(columnWords.size() == size_t(customerColumnCount));

constexpr auto customPrefix = "custom."_L1;

template <typename Enum> QString wordOf(Enum Customer::*member, Enum value)
{
    const FieldDescription& field = recordTypeOf<Customer>().fields[size_t(fieldIndexOf(member))];
    return displayWord(field, Words<Enum>::words[size_t(value)]);
}

template <typename Record>
QString nameOf(const Catalogue& catalogue, const Id<Record>& id, QString Record::*name)
{
    const Record* record = catalogue.find(id);
    return record ? record->*name : QString();
}

QString childrenText(
    const std::vector<Student>& students, CustomerColumn column, const PageContext& context)
{
    QStringList texts;
    for (const Student& student : students) {
        QStringList parts{gradeText(student.grade)};
        if (column == CustomerColumn::Child)
            parts.prepend(shownName(student.name, context));
        parts.removeAll(QString());
        texts.append(parts.join(u" · "_s));
    }
    texts.removeAll(QString());
    return texts.join(u" | "_s);
}

QString tagText(const QStringList& ids, const Catalogue& catalogue)
{
    QStringList names;
    for (const Tag& tag : tagsOf(ids, catalogue))
        names.append(tag.name);
    return names.join(u" · "_s);
}

QString stateText(const Customer& customer, CustomerColumn column)
{
    switch (column) {
    case CustomerColumn::Tier:
        return customer.tier == Tier::None ? QString() : wordOf(&Customer::tier, customer.tier);
    case CustomerColumn::Intention:
        return customer.intention == Intention::Unknown
            ? QString()
            : wordOf(&Customer::intention, customer.intention);
    case CustomerColumn::FriendState:
        return wordOf(&Customer::friendState, customer.friendState);
    case CustomerColumn::GroupState:
        return wordOf(&Customer::groupState, customer.groupState);
    case CustomerColumn::Lifecycle:
        return wordOf(&Customer::lifecycle, customer.lifecycle);
    default:
        return {};
    }
}

QString timeCell(const Customer& customer, CustomerColumn column, const PageContext& context)
{
    const Milliseconds now = context.clock.now();
    if (column == CustomerColumn::NextStepAt)
        return customer.nextStepAt ? dueText(*customer.nextStepAt, now, context.zone) : QString();
    const std::optional<Milliseconds> at = column == CustomerColumn::LastContactAt
        ? customer.lastContactAt
        : std::optional(customer.createdAt);
    return at.value_or(0) > 0 ? momentText(*at, now, context.zone) : QString();
}

QString customText(const Customer& customer, const QString& key, const PageContext& context)
{
    for (const FieldShape& shape : customShapes(context.catalogue)) {
        if (shape.key != key)
            continue;
        const FieldValue value = customValue(shape, customer.custom.value(key));
        if (shape.kind == FieldKind::Boolean)
            return isNothing(value)
                ? QString()
                : (std::get<qint64>(value) ? Columns::tr("Yes") : Columns::tr("No"));
        return fieldText(shape, value, context);
    }
    return {};
}

QString plainText(const Customer& customer, CustomerColumn column, const PageContext& context)
{
    const auto words = [&](const QString& text) { return shownWords(text, customer.id, context); };
    switch (column) {
    case CustomerColumn::Name:
        return customer.name.isEmpty() ? Columns::tr("No name") : shownName(customer.name, context);
    case CustomerColumn::Phone:
        return shownPhone(customer.phone, context);
    case CustomerColumn::NextStep:
        return words(customer.nextStep);
    case CustomerColumn::Score:
        return customer.score ? QString::number(*customer.score) : QString();
    case CustomerColumn::City:
        return customer.city;
    case CustomerColumn::WechatNick:
        return shownContact(customer.wechatNick, context);
    case CustomerColumn::WechatId:
        return shownContact(customer.wechatId, context);
    case CustomerColumn::ExternalId:
        return customer.externalId;
    case CustomerColumn::Remark:
        return words(QString(customer.remark).replace(u'\n', u' '));
    default:
        return stateText(customer, column);
    }
}

QString cellText(const CustomerRow& row, CustomerColumn column, const QString& customKey,
    const PageContext& context)
{
    const Customer& customer = row.customer;
    switch (column) {
    case CustomerColumn::Child:
    case CustomerColumn::Grade:
        return childrenText(row.students, column, context);
    case CustomerColumn::Stage:
        return nameOf(context.catalogue, row.stage, &Stage::name);
    case CustomerColumn::Tags:
        return tagText(customer.tags, context.catalogue);
    case CustomerColumn::NextStepAt:
    case CustomerColumn::LastContactAt:
    case CustomerColumn::CreatedAt:
        return timeCell(customer, column, context);
    case CustomerColumn::Channel: {
        const QString name = nameOf(context.catalogue, customer.channel, &Channel::name);
        return name.isEmpty() ? shownWords(customer.sourceText, customer.id, context) : name;
    }
    case CustomerColumn::Owner:
        return nameOf(context.catalogue, customer.owner, &User::displayName);
    case CustomerColumn::Custom:
        return shownWords(customText(customer, customKey, context), customer.id, context);
    default:
        return plainText(customer, column, context);
    }
}

} // namespace

CustomerTableModel::Words customerWords(const PageContext& context)
{
    return {[&context](const CustomerRow& row, CustomerColumn column, const QString& customKey) {
                return cellText(row, column, customKey, context);
            },
        [&context](CustomerColumn column, const QString& customKey) {
            return columnTitle(column, customKey, context.catalogue);
        },
        [&context](const CustomerRow& row, CustomerColumn column, const QString& customKey) {
            return isMasking(context)
                && cellText(row, column, customKey, context)
                != cellText(row, column, customKey, asStored(context));
        }};
}

QString columnTitle(CustomerColumn column, const QString& customKey, const Catalogue& catalogue)
{
    switch (column) {
    case CustomerColumn::Child:
        return Columns::tr("Child");
    case CustomerColumn::Grade:
        return Columns::tr("Grade");
    case CustomerColumn::Stage:
        return Columns::tr("Stage");
    case CustomerColumn::Name:
        return Columns::tr("Parent");
    case CustomerColumn::NextStepAt:
        return Columns::tr("Due");
    case CustomerColumn::Custom:
        for (const CustomField& field : catalogue.customFields()) {
            if (field.key == customKey)
                return field.name;
        }
        return customKey;
    default:
        break;
    }
    const RecordType& type = recordTypeOf<Customer>();
    return displayName(type.kind, type.fields[size_t(type.indexOf(columnWord(column, customKey)))]);
}

QString columnWord(CustomerColumn column, const QString& customKey)
{
    if (column == CustomerColumn::Custom)
        return customPrefix + customKey;
    return columnWords[size_t(column)];
}

std::optional<CustomerSort> sortOfWord(const QString& word, Qt::SortOrder order)
{
    if (word.startsWith(customPrefix))
        return CustomerSort{CustomerColumn::Custom, order, word.mid(customPrefix.size())};
    const auto found = std::find(columnWords.begin(), columnWords.end(), word);
    if (found == columnWords.end())
        return std::nullopt;
    return CustomerSort{CustomerColumn(found - columnWords.begin()), order, {}};
}

std::vector<Tag> tagsOf(const QStringList& ids, const Catalogue& catalogue)
{
    std::vector<Tag> tags;
    for (const QString& id : ids) {
        const std::optional<RecordId> parsed = RecordId::fromString(id);
        if (const Tag* tag = parsed ? catalogue.find(Id<Tag>(*parsed)) : nullptr)
            tags.push_back(*tag);
    }
    return tags;
}

} // namespace homeroom
