// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/centrewords.h"

#include "models/store/resolution.h"
#include "models/values/companions.h"
#include "ui/editing/moments.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/editing/valuetexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Centre {
    Q_DECLARE_TR_FUNCTIONS(Centre)
};

QString fieldName(RecordKind kind, int field)
{
    return displayName(kind, recordType(kind).fields[size_t(field)]);
}

/// Fields that mean nothing to a reader: to whom a new record belongs, and where it stands.
bool isSilent(const FieldDescription& field)
{
    return field.target == RecordKind::Customer || field.told == Told::No
        || field.merge == MergeClass::ServerOnly;
}

/// What stays empty beside a change that it goes with is said by that change.
bool isEmptyBeside(const Mutation& edit, int index, const FieldValue& value)
{
    const int leader = leaderOf(recordType(edit.kind), index);
    return isNothing(value) && leader >= 0 && changeOf(edit.changes, leader);
}

QString operationText(const Mutation& edit)
{
    const QString name = displayName(edit.kind);
    switch (edit.operation) {
    case Operation::Create:
        //: Of a record: «New: Follow-up».
        return Centre::tr("New: %1").arg(name);
    case Operation::Delete:
        return Centre::tr("Removed: %1").arg(name);
    case Operation::Set:
    case Operation::Add:
    case Operation::Remove:
        break;
    }
    return Centre::tr("Changed: %1").arg(name);
}

QString fieldNames(const CentreItem& item)
{
    QStringList names;
    for (const DisputedField& field : item.fields)
        names.append(fieldName(item.kind, field.field));
    return names.join(u", "_s);
}

QString waitingText(const CentreItem& item, const PageContext& context)
{
    const QString since = momentText(item.at, context.clock.now(), context.zone);
    const QString state = item.sent ? Centre::tr("on its way") : Centre::tr("waits");
    return Centre::tr("%n change(s), %1 since %2", nullptr, int(item.edits.size()))
        .arg(state, since);
}

QString byWhom(const CentreItem& item, const PageContext& context)
{
    const QString when = momentText(item.at, context.clock.now(), context.zone);
    const QString name = personText(item.author, context);
    return name.isEmpty() ? when : u"%1 · %2"_s.arg(name, when);
}

} // namespace

QString sectionName(CentreSection section)
{
    switch (section) {
    case CentreSection::Refused:
        return Centre::tr("Needs attention");
    case CentreSection::Conflicts:
        return Centre::tr("Conflicts");
    case CentreSection::Suggestions:
        return Centre::tr("Suggestions");
    case CentreSection::Orphans:
        return Centre::tr("Words without a place");
    case CentreSection::Waiting:
        break;
    }
    return Centre::tr("Waiting for the server");
}

QString itemTitle(const CentreItem& item, const PageContext& context)
{
    if (item.kind == RecordKind::None)
        return Centre::tr("Written by another version");
    QString about = displayName(item.kind);
    const bool inFamily = recordType(item.kind).isFamily();
    if (!inFamily && item.row) {
        const int name = item.row->type().indexOf(u"name");
        if (name >= 0)
            about += u" "_s + valueText(item.kind, name, item.row->value(name), context);
    }
    if (!inFamily)
        return about;
    const QString unnamed =
        item.familyIsHere ? Centre::tr("No name") : Centre::tr("Not here any more");
    const QString family = item.family.isEmpty() ? unnamed : shownName(item.family, context);
    return item.kind == RecordKind::Customer ? family : u"%1 · %2"_s.arg(family, about);
}

QString itemSummary(const CentreItem& item, const PageContext& context)
{
    switch (item.section) {
    case CentreSection::Refused:
        return refusalSentence(item.reason, item.kind);
    case CentreSection::Conflicts:
    case CentreSection::Suggestions:
        return u"%1 · %2"_s.arg(fieldNames(item), byWhom(item, context));
    case CentreSection::Orphans:
        return byWhom(item, context);
    case CentreSection::Waiting:
        break;
    }
    return waitingText(item, context);
}

QString refusalSentence(const Error& reason, RecordKind kind)
{
    switch (reason.code) {
    case ErrorCode::Forbidden:
        return reason.field == u"active"_s
            ? Centre::tr("Your account was closed before this arrived.")
            : Centre::tr("Your role may not change this.");
    case ErrorCode::NotFound:
        return Centre::tr("The record is not with you any more.");
    case ErrorCode::Changed:
        return reason.person.isEmpty()
            ? Centre::tr("Somebody changed the record before your change arrived.")
            : Centre::tr("%1 changed the record before your change arrived.").arg(reason.person);
    case ErrorCode::Depends:
        return Centre::tr("Other records still refer to this one.");
    case ErrorCode::Conflict:
        return Centre::tr("There is such a record already.");
    case ErrorCode::TooLarge:
        return Centre::tr("The change is too large to be sent.");
    default:
        break;
    }
    const int field = kind == RecordKind::None ? -1 : recordType(kind).indexOf(reason.field);
    if (field >= 0)
        return Centre::tr("The server does not accept the value of «%1».")
            .arg(fieldName(kind, field));
    return Centre::tr("The server does not accept this change.");
}

bool mayRetry(const Error& reason)
{
    switch (reason.code) {
    case ErrorCode::Changed:
    case ErrorCode::Depends:
    case ErrorCode::NotFound:
    case ErrorCode::Forbidden: // a role may have changed since
        return true;
    default:
        return false;
    }
}

QString editLines(const CentreItem& item, const PageContext& context)
{
    QStringList lines;
    for (const Mutation& edit : item.edits) {
        if (item.section != CentreSection::Orphans)
            lines.append(operationText(edit));
        for (const auto& [index, value] : edit.changes) {
            const FieldDescription& field = recordType(edit.kind).fields[size_t(index)];
            if (!isSilent(field) && !isEmptyBeside(edit, index, value))
                //: A field and its value: «City: Wuhan».
                lines.append(Centre::tr("%1: %2").arg(
                    displayName(edit.kind, field), valueText(edit.kind, index, value, context)));
        }
    }
    return lines.isEmpty() ? Centre::tr("What was typed is gone with the family.")
                           : shownWords(lines.join(u'\n'), item.root, context);
}

bool holdsWords(const CentreItem& item)
{
    return std::ranges::any_of(item.edits, [](const Mutation& edit) {
        return std::ranges::any_of(edit.changes, [&](const auto& change) {
            const FieldDescription& field = recordType(edit.kind).fields[size_t(change.first)];
            return isTyped(field) && !isNothing(change.second);
        });
    });
}

} // namespace homeroom
