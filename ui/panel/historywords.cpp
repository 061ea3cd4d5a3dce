// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/historywords.h"

#include "models/store/historyquery.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/editing/valuetexts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

QString authorText(const TimelineEntry& told, const HistoryEntry& entry, const PageContext& context)
{
    const QString name = personText(entry.author, context);
    if (entry.author == context.viewer.user && told.elsewhere)
        return HistoryWords::tr("you, on another computer");
    return name;
}

QString fieldName(RecordKind kind, const QString& field)
{
    const int index = recordType(kind).indexOf(field);
    return index < 0 ? field : displayName(kind, recordType(kind).fields[size_t(index)]);
}

QString changeText(
    RecordKind kind, const QString& field, const QJsonArray& values, const PageContext& context)
{
    const int index = recordType(kind).indexOf(field);
    if (index < 0)
        return {};
    return HistoryWords::tr("%1 → %2").arg(quotedText(kind, index, values.at(0), context),
        quotedText(kind, index, values.at(1), context));
}

QString lostText(
    RecordKind kind, const QString& field, const QJsonArray& values, const PageContext& context)
{
    const int index = recordType(kind).indexOf(field);
    if (index < 0)
        return {};
    return HistoryWords::tr("«%1» gave way to «%2»")
        .arg(quotedText(kind, index, values.at(1), context),
            quotedText(kind, index, values.at(0), context));
}

void tellFields(
    TimelineText& text, RecordKind kind, const HistoryEntry& entry, const PageContext& context)
{
    const bool lost = entry.action == HistoryAction::Lost;
    QStringList names;
    QStringList lines;
    for (auto it = entry.changes.begin(); it != entry.changes.end(); ++it) {
        const QString name = fieldName(kind, it.key());
        const QString change = lost ? lostText(kind, it.key(), it.value().toArray(), context)
                                    : changeText(kind, it.key(), it.value().toArray(), context);
        names.append(name);
        //: A field and how it changed: «City: Wuhan → Jinan».
        lines.append(
            entry.changes.size() > 1 ? HistoryWords::tr("%1: %2").arg(name, change) : change);
    }
    text.title = names.size() > 2
        ? HistoryWords::tr("%n field(s) changed", nullptr, int(names.size()))
        : names.join(u", "_s);
    text.body = lines.join(u'\n');
    if (lost)
        text.badge = HistoryWords::tr("Came second");
}

void tellResolution(TimelineText& text, const HistoryEntry& entry)
{
    const bool late = entry.action == HistoryAction::Lost;
    const QJsonArray words = entry.changes.value("resolution"_L1).toArray();
    text.title =
        late ? HistoryWords::tr("Decided a second time") : HistoryWords::tr("Conflict decided");
    text.body = resolutionText(words.at(1).toString());
    if (late) {
        text.badge = HistoryWords::tr("Came second");
        text.body = HistoryWords::tr("%1 The first decision stays: %2")
                        .arg(text.body, resolutionText(words.at(0).toString()));
    }
}

} // namespace

QString resolutionText(const QString& word)
{
    if (word == u"mine"_s)
        return HistoryWords::tr("The later value was taken.");
    if (word == u"theirs"_s)
        return HistoryWords::tr("The value of the record stayed.");
    if (word == u"own"_s)
        return HistoryWords::tr("Another value was written.");
    if (word == u"copied"_s)
        return HistoryWords::tr("The words were kept as a follow-up.");
    return HistoryWords::tr("The words were let go.");
}

void tell(TimelineText& text, const TimelineEntry& told, const HistoryEntry& entry,
    const PageContext& context)
{
    text.detail = authorText(told, entry, context);
    if (told.kind == TimelineKind::ConflictResolved) {
        tellResolution(text, entry);
        return;
    }
    if (told.kind == TimelineKind::Removed) {
        //: Of a record: «Child removed».
        text.title = HistoryWords::tr("%1 removed").arg(displayName(told.about));
        return;
    }
    if (told.kind == TimelineKind::Merged || told.kind == TimelineKind::TakenApart) {
        const QString family = shownName(entry.changes.value("name"_L1).toString(), context);
        //: Of two families of one parent; %1 is the name of the other one.
        text.title = told.kind == TimelineKind::Merged
            ? HistoryWords::tr("Merged with «%1»").arg(family)
            : HistoryWords::tr("Taken apart from «%1»").arg(family);
        return;
    }
    tellFields(text, told.about, entry, context);
}

void tell(TimelineText& text, const Conflict& conflict, const PageContext& context)
{
    const RecordKind kind = recordOfKey(conflict.record).first;
    text.detail = personText(conflict.author, context);
    text.badge = conflict.resolved ? HistoryWords::tr("Decided") : HistoryWords::tr("Open");
    if (kind == RecordKind::None || conflict.kind == ConflictKind::Orphan) {
        text.title = HistoryWords::tr("Words without a place");
        return;
    }
    text.title = conflict.kind == ConflictKind::Suggestion
        ? HistoryWords::tr("Suggestion: %1").arg(fieldName(kind, conflict.fieldName))
        : HistoryWords::tr("Conflict: %1").arg(fieldName(kind, conflict.fieldName));
    const int field = recordType(kind).indexOf(conflict.fieldName);
    if (field >= 0)
        text.body = HistoryWords::tr("«%1» against «%2»")
                        .arg(quotedText(kind, field, conflict.values.value("mine"_L1), context),
                            quotedText(kind, field, conflict.values.value("theirs"_L1), context));
}

} // namespace homeroom
