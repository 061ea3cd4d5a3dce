// SPDX-License-Identifier: GPL-3.0-or-later
// Replays what was acknowledged, in the server's order.
#include "sim/contentcheck.h"

#include "sim/wirewords.h"

#include <QJsonArray>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

QString operationOf(const ContentEvent& event)
{
    return event.mutation.value("op"_L1).toString();
}

QString typeNameOf(const ContentEvent& event)
{
    return event.mutation.value("type"_L1).toString();
}

bool isKept(const ContentEvent& event, const QString& field)
{
    return event.outcome.value("kept"_L1).toArray().contains(QJsonValue(field));
}

/// Marks of words in a text (see markOf).
std::vector<QByteArray> marksIn(const QByteArray& text)
{
    std::vector<QByteArray> marks;
    for (qsizetype at = text.indexOf("zq~"); at >= 0; at = text.indexOf("zq~", at + 3)) {
        const qsizetype end = text.indexOf('q', at + 3);
        if (end > 0)
            marks.push_back(text.mid(at, end + 1 - at));
    }
    return marks;
}

} // namespace

ContentCheck::ContentCheck(
    const ContentLog& log, const RowImages& rows, const std::map<RecordId, RecordId>& merged)
    : m_log(log), m_rows(rows), m_merged(merged), m_told(rows)
{
}

std::optional<QString> ContentCheck::firstLoss()
{
    for (const auto& [id, row] : m_log.known())
        knowRow(*row);
    std::vector<const ContentEvent*> ordered;
    for (const ContentEvent& event : m_log.events())
        ordered.push_back(&event);
    std::ranges::stable_sort(
        ordered, [](const auto* one, const auto* other) { return one->stamp < other->stamp; });
    for (const ContentEvent* event : ordered)
        replay(*event);
    checkRows();
    checkFields();
    checkLost();
    checkMarks();
    checkMembers();
    return m_failure;
}

void ContentCheck::fail(const QString& text)
{
    if (!m_failure)
        m_failure = text;
}

const RowImage* ContentCheck::find(const RecordId& id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : found->second.get();
}

void ContentCheck::knowRow(const RowImage& row)
{
    const QString type = recordType(row.kind).name;
    if (!row.deleted)
        m_lives.emplace(row.id, true);
    for (const FieldRule& rule : fieldTable()) {
        if (QLatin1StringView(rule.type) != type || rule.merge == FieldClass::Placed)
            continue;
        const bool isWhole = rule.form != FieldForm::Members && rule.form != FieldForm::Keys;
        if (isWhole)
            m_held[{row.id, QString::fromLatin1(rule.field), {}}].candidates = {
                fieldValueOf(rule, row.value(rule.field))};
    }
}

void ContentCheck::replay(const ContentEvent& event)
{
    switch (event.what) {
    case ContentEvent::What::Exchange:
        return exchange(event);
    case ContentEvent::What::Merge:
    case ContentEvent::What::Unmerge:
        return familiesMoved(event);
    case ContentEvent::What::Choice:
        break;
    }
    const QJsonObject set = event.mutation.value("set"_L1).toObject();
    for (auto each = set.begin(); each != set.end(); ++each)
        write(event, {event.record, each.key(), {}}, each.value());
}

void ContentCheck::exchange(const ContentEvent& event)
{
    const bool announces = event.outcome.contains("conflict"_L1);
    if (announces && !event.outcome.contains("kept"_L1))
        return checkOrphan(event);
    if (announces)
        checkConflict(event);
    if (operationOf(event) == u"delete"_s) {
        m_lives[event.record] = false;
        return;
    }
    if (operationOf(event) == u"create"_s)
        m_lives[event.record] = true;
    const QJsonObject set = event.mutation.value("set"_L1).toObject();
    for (auto each = set.begin(); each != set.end(); ++each) {
        const FieldRule* rule = findFieldRule(typeNameOf(event), each.key());
        if (!rule)
            return fail(u"the table of fields lacks %1.%2"_s.arg(typeNameOf(event), each.key()));
        if (rule->merge != FieldClass::Placed)
            field(event, *rule, each.value());
    }
}

void ContentCheck::field(const ContentEvent& event, const FieldRule& rule, const QJsonValue& value)
{
    const Key key{event.record, QString::fromLatin1(rule.field), {}};
    if (rule.form == FieldForm::Members)
        return writeMembers(event, key, value.toArray());
    if (isKept(event, key.field))
        return giveWay(event, rule, value);
    if (rule.form == FieldForm::Keys) {
        const QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            write(event, {key.record, key.field, member.key()}, member.value());
        return;
    }
    if (rule.merge == FieldClass::Text)
        return writeText(event, key, value);
    write(event, key, value);
}

void ContentCheck::write(const ContentEvent& event, const Key& key, const QJsonValue& value)
{
    Held& held = m_held[key];
    const bool isSure = held.candidates.size() == 1;
    if (isSure && !sameValue(held.candidates.front(), value))
        held.former = held.candidates.front();
    else if (!isSure)
        held.former = QJsonValue(QJsonValue::Undefined);
    held.candidates = {value};
    held.isWritten = true;
    held.last = &event;
}

// A long text is merged by sentence: only what was written upon nobody else's is one side's alone.
// Of the others every word counts until somebody who had read it leaves it out.
void ContentCheck::writeText(const ContentEvent& event, const Key& key, const QJsonValue& value)
{
    const QByteArray text = value.toString().toUtf8();
    const Stamp base = stampFrom(event.mutation.value("base"_L1));
    std::vector<Mark>& marks = m_marks[key];
    for (Mark& mark : marks) {
        const bool hasRead = base >= mark.event->stamp || event.device == mark.event->device;
        mark.isDropped = mark.isDropped || (hasRead && !text.contains(mark.text));
    }
    for (const QByteArray& mark : marksIn(text)) {
        const bool isKnown =
            std::ranges::any_of(marks, [&](const Mark& earlier) { return earlier.text == mark; });
        if (!isKnown)
            marks.push_back({mark, &event});
    }
    if (event.outcome.value("outcome"_L1) == "applied"_L1)
        return write(event, key, value);
    m_held[key] = {};
}

// A set is what was added and not removed later; who sets a whole one against what they have not
// seen leaves both.
void ContentCheck::writeMembers(
    const ContentEvent& event, const Key& key, const QJsonArray& members)
{
    std::map<QString, Member>& known = m_members[key];
    // A suggestion, or beside another field's conflict a union that changed nothing.
    if (isKept(event, key.field) && event.outcome.contains("conflict"_L1)) {
        for (const QJsonValue& member : members)
            known.erase(member.toString());
        m_lost.push_back({&event, key, members});
        return;
    }
    const QString operation = operationOf(event);
    const bool isWhole = operation == u"set"_s || operation == u"create"_s;
    const bool isExact = isWhole && event.outcome.value("outcome"_L1) == "applied"_L1;
    if (isExact) {
        for (auto& [member, state] : known)
            state = {false, &event};
    } else if (isWhole) {
        // Where another field gave way the outcome does not say whether this one was exact.
        const bool isAlone = event.mutation.value("set"_L1).toObject().size() == 1;
        std::erase_if(
            known, [&](const auto& member) { return !isAlone || !member.second.isThere; });
    }
    for (const QJsonValue& member : members)
        known[member.toString()] = {operation != u"remove"_s, &event};
}

void ContentCheck::giveWay(
    const ContentEvent& event, const FieldRule& rule, const QJsonValue& value)
{
    if (rule.merge == FieldClass::Quiet)
        return;
    const bool isBesideAStage = event.mutation.value("set"_L1).toObject().contains("stage"_L1);
    if (rule.merge == FieldClass::Led && isBesideAStage && sameValue(value, {}))
        return;
    const QString name = QString::fromLatin1(rule.field);
    if (rule.form != FieldForm::Keys) {
        m_lost.push_back({&event, {event.record, name, {}}, value});
        return;
    }
    // Some of the keys gave way; the answer does not say which.
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const Key key{event.record, name, member.key()};
        m_lost.push_back({&event, key, member.value()});
        if (const auto held = m_held.find(key); held != m_held.end())
            held->second.candidates.push_back(member.value());
    }
}

// Children move under new stamps and keep what they say. Of the two families' own rows the one
// fills what the other lacks, and gives it back.
void ContentCheck::familiesMoved(const ContentEvent& event)
{
    for (auto& [key, held] : m_held) {
        if (key.record == event.record || key.record == event.other)
            held.isMoved = true;
    }
    for (auto& [key, members] : m_members) {
        if (key.record != event.record)
            continue;
        const bool isApart = event.what == ContentEvent::What::Unmerge;
        std::erase_if(
            members, [&](const auto& member) { return isApart || !member.second.isThere; });
    }
}

} // namespace homeroom::sim
