// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/privacymode.h"

#include "models/store/records.h"
#include "models/values/phone.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMasks = 2000; // some screens of families
constexpr size_t mostNamed = 20; // a sentence about more families names none of them

FamilyMask readMask(Database& database, const RecordId& family)
{
    FamilyMask mask;
    if (const auto customer = findRecord<Customer>(database, family)) {
        mask.addName(customer->name);
        mask.addName(customer->referrer);
        for (const QString& contact : {customer->wechatNick, customer->wechatId, customer->address})
            mask.addContact(contact);
    }
    for (const Student& student : familyRecords<Student>(database, family))
        mask.addName(student.name);
    for (const Guardian& guardian : familyRecords<Guardian>(database, family)) {
        mask.addName(guardian.name);
        mask.addContact(guardian.wechatId);
    }
    return mask;
}

bool isName(RecordKind kind, const FieldDescription& field)
{
    const bool named =
        kind == RecordKind::Customer || kind == RecordKind::Student || kind == RecordKind::Guardian;
    return named && (field.name == "name"_L1 || field.name == "referrer"_L1);
}

bool isContact(RecordKind kind, const FieldDescription& field)
{
    return field.visibility == FieldVisibility::OwnerOnly
        || (kind == RecordKind::Customer && field.name == "wechatNick"_L1);
}

/// Of a phone as it is displayed.
QString maskedNumber(const QString& text)
{
    const QString masked = withMaskedPhones(text);
    return masked == text && !isMaskedPhone(text) ? maskedPhone(text) : masked;
}

} // namespace

PrivacyMode::PrivacyMode(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&workspace.store(), &RecordStore::changed, this, &PrivacyMode::follow);
}

void PrivacyMode::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_masks.clear();
    Q_EMIT changed();
}

const FamilyMask& PrivacyMode::maskOf(const RecordId& family) const
{
    const auto held = m_masks.constFind(family);
    if (held != m_masks.constEnd())
        return *held;
    if (m_masks.size() >= mostMasks)
        m_masks.clear();
    const auto read =
        m_workspace.reader().read([&](Database& database) { return readMask(database, family); });
    return *m_masks.insert(family, read.ok() ? *read : FamilyMask());
}

void PrivacyMode::follow(const ChangeSet& changes)
{
    for (const ChangedRecord& record : changes.records)
        m_masks.remove(record.root);
}

PageContext asStored(PageContext context)
{
    context.privacy = nullptr;
    return context;
}

bool isMasking(const PageContext& context)
{
    return context.privacy && context.privacy->isOn();
}

QString shownName(const QString& name, const PageContext& context)
{
    return isMasking(context) ? shortenedName(name) : name;
}

QString shownPhone(const QString& stored, const PageContext& context)
{
    const bool masks = isMasking(context) && !isMaskedPhone(stored);
    return displayedPhone(masks ? maskedPhone(stored) : stored);
}

QString shownContact(const QString& text, const PageContext& context)
{
    return isMasking(context) ? maskedText(text) : text;
}

QString shownWords(const QString& words, const RecordId& family, const PageContext& context)
{
    if (!isMasking(context) || words.isEmpty())
        return words;
    return family.isNull() ? withMaskedPhones(words)
                           : context.privacy->maskOf(family).masked(words);
}

QString shownField(RecordKind kind, const FieldDescription& field, const QString& text,
    const RecordId& family, const PageContext& context)
{
    if (!isMasking(context))
        return text;
    if (isName(kind, field))
        return shownName(text, context);
    if (field.kind == FieldKind::Phone)
        return maskedNumber(text);
    return isContact(kind, field) ? shownContact(text, context) : shownWords(text, family, context);
}

QString shownSentence(const QString& sentence, const ChangeSet& changes, const PageContext& context)
{
    if (!isMasking(context))
        return sentence;
    QSet<RecordId> families;
    for (const ChangedRecord& record : changes.records)
        families.insert(record.root);
    QString shown = withMaskedPhones(sentence);
    if (families.size() > qsizetype(mostNamed))
        return shown;
    for (const RecordId& family : std::as_const(families))
        shown = shownWords(shown, family, context);
    return shown;
}

} // namespace homeroom
