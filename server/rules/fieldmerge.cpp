// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/fieldmerge.h"

#include "models/values/mutants.h"
#include "models/values/recordjson.h"
#include "server/rules/textmerge.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// No field has this name.
const QString deletionKey = u"-"_s;

bool writtenByOthersSince(const FieldVersion* version, const EditOrigin& origin)
{
    return version && version->stamp > origin.base
        && (version->device != origin.device || mutated(Mutant::OwnEditConflicts));
}

// One's own later write stands over one that was never seen.
bool hidesOthersSince(const FieldVersion* version, const EditOrigin& origin)
{
    return version && version->device == origin.device && version->othersStamp > origin.base;
}

// The later corrected time wins; a clock known to be wrong wins nothing.
bool winsSoftly(const FieldVersion& version, const EditOrigin& origin)
{
    return origin.clockGood && origin.at > version.at;
}

FieldMerge mergeObject(const FieldDescription& field, const FieldValue& current,
    const FieldVersions& versions, const QJsonObject& patch, const EditOrigin& origin)
{
    const auto* held = std::get_if<QJsonObject>(&current);
    const QJsonObject object = held ? *held : QJsonObject();
    QJsonObject left;
    FieldMerge merge;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QJsonValue here = object.value(it.key());
        if (here == it.value() || (here.isUndefined() && it.value().isNull()))
            continue;
        const FieldVersion* version = versions.find(objectKeyName(field, it.key()));
        if (!here.isUndefined() && writtenByOthersSince(version, origin)
            && !winsSoftly(*version, origin))
            merge.lostKeys = true;
        else
            left.insert(it.key(), it.value());
    }
    if (!left.isEmpty()) {
        merge.verdict = MergeVerdict::Write;
        merge.value = left;
    } else if (merge.lostKeys) {
        merge.verdict = MergeVerdict::Keep;
    }
    return merge;
}

FieldMerge mergeSets(const FieldValue& current, const FieldValue& incoming)
{
    QStringList both = std::holds_alternative<QStringList>(current) ? std::get<QStringList>(current)
                                                                    : QStringList();
    if (const auto* members = std::get_if<QStringList>(&incoming))
        both += *members;
    both.sort();
    both.removeDuplicates();
    const FieldValue value = both.isEmpty() ? FieldValue() : FieldValue(both);
    return {value == current ? MergeVerdict::Keep : MergeVerdict::WriteMerged, value, false};
}

FieldMerge mergeTexts(const FieldValue& current, const FieldVersion& version,
    const FieldValue& incoming, const EditOrigin& origin)
{
    // Of one's own texts that were merged the next one was made on what had been typed, not on what
    // became of it. Else only the value right before the last write is kept: it must be what the
    // edit was made on.
    const bool isOwn = version.device == origin.device && !version.typed.isUndefined();
    const QJsonValue& read = isOwn ? version.typed : version.former;
    if (read.isUndefined() || (!isOwn && version.formerStamp > origin.base))
        return {MergeVerdict::Conflict, {}, false};
    const auto text = [](const FieldValue& value) {
        const auto* held = std::get_if<QString>(&value);
        return held ? *held : QString();
    };
    const auto merged = mergedText(read.toString(), text(current), text(incoming));
    if (!merged || merged->size() > maximumLongTextLength)
        return {MergeVerdict::Conflict, {}, false};
    const FieldValue value = merged->isEmpty() ? FieldValue() : FieldValue(*merged);
    return {MergeVerdict::WriteMerged, value, false};
}

} // namespace

FieldMerge mergeField(const FieldDescription& field, const FieldValue& current,
    const FieldVersions& versions, const FieldValue& incoming, const EditOrigin& origin)
{
    if (const auto* patch = std::get_if<QJsonObject>(&incoming))
        return mergeObject(field, current, versions, *patch, origin);
    if (current == incoming)
        return {};
    const FieldVersion* version = versions.find(field.name);
    if (field.merge == MergeClass::Text && hidesOthersSince(version, origin))
        return mergeTexts(current, *version, incoming, origin);
    if (!writtenByOthersSince(version, origin))
        return {MergeVerdict::Write, incoming, false};
    if (field.merge == MergeClass::Set)
        return mergeSets(current, incoming);
    const bool never = isNothing(current) && version == versions.find(u"*"_s);
    if (never)
        return {MergeVerdict::Write, incoming, false};
    // A person does not conflict with himself.
    const bool himself = version->user == origin.user && !mutated(Mutant::OwnEditConflicts);
    const bool soft =
        himself || field.merge == MergeClass::Soft || field.merge == MergeClass::Counter;
    if (soft) {
        const bool wins = winsSoftly(*version, origin);
        return {wins ? MergeVerdict::Write : MergeVerdict::Keep, incoming, false};
    }
    if (field.merge == MergeClass::Text)
        return mergeTexts(current, *version, incoming, origin);
    return {MergeVerdict::Conflict, {}, false};
}

bool changedSince(const RecordRow& row, const FieldVersions& versions, const EditOrigin& origin)
{
    for (const FieldDescription& field : row.type().fields) {
        const FieldVersion* version = versions.find(field.name);
        if (writtenByOthersSince(version, origin) || hidesOthersSince(version, origin))
            return true;
    }
    return false;
}

bool isOvertaken(
    const FieldVersions& versions, const FieldDescription& field, const EditOrigin& origin)
{
    return hidesOthersSince(versions.find(field.name), origin);
}

bool isWrittenUnseen(
    const FieldVersions& versions, const FieldDescription& field, const EditOrigin& origin)
{
    return writtenByOthersSince(versions.find(field.name), origin);
}

bool deletedByOthersSince(const FieldVersions& versions, const EditOrigin& origin)
{
    return writtenByOthersSince(versions.find(deletionKey), origin);
}

void noteDeletion(FieldVersions& versions, const EditOrigin& origin, const Stamp& stamp)
{
    versions.put(deletionKey, {stamp, origin.user, origin.device, origin.at, {}});
}

void noteWrite(FieldVersions& versions, const FieldDescription& field, const FieldValue& before,
    const FieldValue& written, const EditOrigin& origin, const Stamp& stamp)
{
    FieldVersion version{stamp, origin.user, origin.device, origin.at, {}};
    if (const auto* patch = std::get_if<QJsonObject>(&written)) {
        for (auto it = patch->begin(); it != patch->end(); ++it)
            versions.put(objectKeyName(field, it.key()), version);
        versions.put(field.name, version);
        return;
    }
    const FieldVersion* last = versions.find(field.name);
    if (last)
        version.othersStamp = last->device == origin.device ? last->othersStamp : last->stamp;
    if (field.merge == MergeClass::Guarded || field.merge == MergeClass::Text) {
        if (last)
            version.formerStamp = last->stamp;
        version.former = fieldToJson(field, before);
    }
    versions.put(field.name, version);
}

void noteTyped(FieldVersions& versions, const FieldDescription& field, const FieldValue& typed)
{
    if (const FieldVersion* written = versions.find(field.name)) {
        FieldVersion version = *written;
        version.typed = fieldToJson(field, typed);
        versions.put(field.name, std::move(version));
    }
}

QString objectKeyName(const FieldDescription& field, const QString& key)
{
    return field.name + u'/' + key;
}

} // namespace homeroom
