// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what was acknowledged with what the tables hold.
#include "sim/contentcheck.h"
#include "sim/wirewords.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

QString said(const ContentEvent& event)
{
    return jsonText(event.mutation) + u" -> "_s + jsonText(event.outcome);
}

QString shown(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

QString subjectOf(const RowImage& conflict)
{
    return QString::fromUtf8(conflict.value("record"));
}

QJsonObject sidesOf(const RowImage& conflict)
{
    return QJsonDocument::fromJson(conflict.value("values")).object();
}

} // namespace

void ContentCheck::checkOrphan(const ContentEvent& event)
{
    const RowImage* row = find(idIn(event.outcome, "conflict"_L1));
    if (!row || row->kind != RecordKind::Conflict || row->deleted)
        return fail(u"the orphan that was announced is not there: "_s + said(event));
    const QJsonObject mine = sidesOf(*row).value("mine"_L1).toObject();
    const QJsonObject set = event.mutation.value("set"_L1).toObject();
    for (auto each = set.begin(); each != set.end(); ++each) {
        const FieldRule* rule =
            findFieldRule(event.mutation.value("type"_L1).toString(), each.key());
        const bool isPlaced = rule && rule->merge == FieldClass::Placed;
        if (!isPlaced && !sameValue(mine.value(each.key()), each.value()))
            fail(u"an orphan says %1: "_s.arg(jsonText(mine)) + said(event));
    }
    if (row->value("kind") != "orphan" || !subjectOf(*row).endsWith(event.record.toString()))
        fail(u"an orphan is about %1: "_s.arg(subjectOf(*row)) + said(event));
}

void ContentCheck::checkConflict(const ContentEvent& event)
{
    const RowImage* row = find(idIn(event.outcome, "conflict"_L1));
    if (!row || row->kind != RecordKind::Conflict || row->deleted)
        return fail(u"the conflict that was announced is not there: "_s + said(event));
    const QString field = QString::fromUtf8(row->value("fieldName"));
    const QJsonValue typed = event.mutation.value("set"_L1).toObject().value(field);
    if (!subjectOf(*row).endsWith(event.record.toString()) || typed.isUndefined())
        return fail(u"a conflict is about %1 of %2: "_s.arg(field, subjectOf(*row)) + said(event));
    if (!sameValue(sidesOf(*row).value("mine"_L1), typed))
        fail(u"a conflict says %1: "_s.arg(jsonText(sidesOf(*row))) + said(event));
    checkSides(event, *row);
}

// The value that stays and the one before it, as they were typed.
void ContentCheck::checkSides(const ContentEvent& event, const RowImage& conflict)
{
    const QString field = QString::fromUtf8(conflict.value("fieldName"));
    const auto found = m_held.find({event.record, field, {}});
    if (found == m_held.end() || found->second.isMoved || found->second.candidates.size() != 1)
        return;
    const QJsonObject sides = sidesOf(conflict);
    const Held& held = found->second;
    if (m_log.isAttempted(event.record, field, sides.value("theirs"_L1)))
        return;
    if (!sameValue(sides.value("theirs"_L1), held.candidates.front()))
        fail(u"a conflict says %1, where %2 stood: "_s.arg(
                 jsonText(sides), shown(held.candidates.front()))
            + said(event));
    // The former value is promised for what is guarded, and for texts that overlap.
    const FieldRule* rule = findFieldRule(event.mutation.value("type"_L1).toString(), field);
    const bool isPromised =
        rule && (rule->merge == FieldClass::Guarded || rule->merge == FieldClass::Text);
    if (isPromised && held.isWritten && !held.former.isUndefined()
        && !sameValue(sides.value("before"_L1), held.former))
        fail(u"a conflict says %1, where %2 was before: "_s.arg(jsonText(sides), shown(held.former))
            + said(event));
}

void ContentCheck::checkRows()
{
    for (const auto& [id, isLive] : m_lives)
        checkRow(id, isLive);
}

void ContentCheck::checkRow(const RecordId& id, bool isLive)
{
    const RowImage* row = find(id);
    const bool mayBeGone = m_merged.contains(id) || m_log.isAttempted(id, u"delete"_s);
    if (!row)
        fail(u"%1 was acknowledged and is not there"_s.arg(id.toString()));
    else if (isLive && row->deleted && !mayBeGone)
        fail(u"%1 is deleted, and nobody has deleted it"_s.arg(id.toString()));
    else if (!isLive && !row->deleted && !m_log.isAttempted(id, u"create"_s))
        fail(u"%1 was deleted and is there"_s.arg(id.toString()));
}

QJsonValue ContentCheck::valueAt(const Key& key) const
{
    const RowImage* row = find(key.record);
    const FieldRule* rule = row ? findFieldRule(recordType(row->kind).name, key.field) : nullptr;
    if (!rule)
        return QJsonValue::Undefined;
    const QJsonValue value = fieldValueOf(*rule, row->value(rule->field));
    return key.key.isEmpty() ? value : value.toObject().value(key.key);
}

void ContentCheck::checkFields()
{
    for (const auto& [key, held] : m_held) {
        if (!held.isWritten)
            continue;
        const QJsonValue here = valueAt(key);
        const bool stands = std::ranges::any_of(held.candidates, [&](const QJsonValue& value) {
            return sameValue(value, here)
                || (held.isMoved
                    && (sameValue(value, {})
                        || m_told.hold(key.record, key.field, key.key, value)));
        });
        if (!stands && !m_log.isAttempted(key.record, key.field, here))
            fail(u"%1 of %2 is %3; the last acknowledged edit said %4: "_s.arg(
                     key.field + u' ' + key.key, key.record.toString(), shown(here),
                     shown(held.candidates.front()))
                + said(*held.last));
    }
}

void ContentCheck::checkLost()
{
    for (const Lost& lost : m_lost) {
        const Key& key = lost.key;
        const QJsonArray here = valueAt(key).toArray();
        const QJsonArray members = lost.value.toArray();
        const bool allThere = std::ranges::all_of(
            members, [&](const QJsonValue& member) { return here.contains(member); });
        const bool stands = sameValue(valueAt(key), lost.value)
            || (lost.value.isArray() && allThere)
            || m_told.hold(key.record, key.field, key.key, lost.value);
        if (!stands)
            fail(u"%1 %2 gave way and is told nowhere: "_s.arg(key.field, key.key)
                + said(*lost.event));
    }
}

void ContentCheck::checkMarks()
{
    for (const auto& [key, marks] : m_marks) {
        const QByteArray here = valueAt(key).toString().toUtf8();
        for (const Mark& mark : marks) {
            const bool stands = mark.isDropped || here.contains(mark.text)
                || m_told.holdText(key.record, mark.text);
            if (!stands)
                fail(u"the word %1 is neither in %2 nor told: "_s.arg(
                         QString::fromLatin1(mark.text), key.field)
                    + said(*mark.event));
        }
    }
}

void ContentCheck::checkMembers()
{
    for (const auto& [key, members] : m_members) {
        const QJsonArray here = valueAt(key).toArray();
        for (const auto& [member, state] : members) {
            if (here.contains(QJsonValue(member)) != state.isThere
                && !m_log.isAttemptedAtAll(key.record, key.field))
                fail(u"%1 of %2 %3 %4: "_s.arg(key.field, key.record.toString(),
                         state.isThere ? u"lacks"_s : u"still holds"_s, member)
                    + said(*state.last));
        }
    }
}

} // namespace homeroom::sim
