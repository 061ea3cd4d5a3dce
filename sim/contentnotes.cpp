// SPDX-License-Identifier: GPL-3.0-or-later
// What the oracle notes of everything that is typed and acknowledged.
#include "sim/fieldtable.h"
#include "sim/oracle.h"
#include "sim/wirewords.h"

#include <QJsonArray>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

void Oracle::knowRows()
{
    m_mirror.refresh();
    for (const auto& [id, row] : m_mirror.rows()) {
        m_guarded.noteRoot(id, row->root);
        m_content.know(*row);
        if (row->extra.size() > 2)
            m_unknownFields[id] = row->extra;
        const QString type = recordType(row->kind).name;
        for (const FieldRule& rule : fieldTable()) {
            if (QLatin1StringView(rule.type) == type && rule.merge == FieldClass::Guarded)
                m_guarded.know(id, QString::fromLatin1(rule.field),
                    fieldValueOf(rule, row->value(rule.field)), row->stamp);
        }
    }
}

void Oracle::pushing(const QByteArray& request)
{
    const QJsonObject sent = QJsonDocument::fromJson(request).object();
    const RecordId device = idIn(sent, "device"_L1);
    m_arriving.clear();
    for (const QJsonValue& mutation : sent.value("mutations"_L1).toArray()) {
        if (m_content.attempted(device, mutation.toObject()))
            m_arriving.emplace_back(device, mutation.toObject());
    }
}

void Oracle::pushFailed()
{
    for (const auto& [device, mutation] : m_arriving)
        m_content.failed(device, mutation);
    m_arriving.clear();
}

// Later mutations on the loser of a merge go to the winner.
RecordId Oracle::takenOver(RecordId id) const
{
    for (auto found = m_merged.find(id); found != m_merged.end(); found = m_merged.find(id))
        id = found->second;
    return id;
}

void Oracle::noteContent(
    const RecordId& device, const QJsonObject& mutation, const QJsonObject& outcome)
{
    ContentEvent event;
    event.stamp = stampFrom(outcome.value("stamp"_L1));
    event.mutation = mutation;
    event.outcome = outcome;
    event.device = device;
    event.record = takenOver(idIn(mutation, "id"_L1));
    m_content.acknowledged(std::move(event));
}

void Oracle::noteMove(ContentEvent::What what, const RecordId& winner, const RecordId& loser)
{
    ContentEvent event;
    event.what = what;
    event.stamp = m_mirror.newest();
    event.record = winner;
    event.other = loser;
    m_content.add(std::move(event));
}

// I9 of all that is guarded, in the words of the wire.
void Oracle::checkGuardedAtRest()
{
    for (const auto& [key, field] : m_guarded.fields()) {
        const RowImage* row = m_mirror.find(key.first);
        const FieldRule* rule =
            row ? findFieldRule(recordType(row->kind).name, key.second) : nullptr;
        ++m_checks;
        if (!rule)
            return fail(u"I2"_s,
                u"%1, whose %2 is known, is not there"_s.arg(key.first.toString(), key.second));
        if (row->deleted)
            continue;
        const QJsonValue here = fieldValueOf(*rule, row->value(rule->field));
        if (!sameValue(here, field.value) && !m_content.isAttempted(key.first, key.second, here))
            return fail(u"I9"_s,
                u"%1 of %2 is «%3»; the last accepted edit said «%4»"_s.arg(key.second,
                    key.first.toString(), here.toVariant().toString(),
                    field.value.toVariant().toString()));
    }
}

} // namespace homeroom::sim
