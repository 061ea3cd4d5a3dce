// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/guardedmodel.h"

#include "sim/fieldtable.h"
#include "sim/wirewords.h"

#include <QJsonArray>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

bool isGuarded(const QString& typeName, const QString& fieldName)
{
    const FieldRule* rule = findFieldRule(typeName, fieldName);
    return rule && rule->merge == FieldClass::Guarded;
}

bool isNothingJson(const QJsonValue& value)
{
    return sameValue(value, {});
}

} // namespace

void GuardedModel::know(
    const RecordId& id, const QString& field, const QJsonValue& value, const Stamp& stamp)
{
    m_fields[{id, field}] = {value, stamp, {}, {}, true};
}

void GuardedModel::forgetRoot(const RecordId& root)
{
    std::erase_if(m_fields, [&](const auto& entry) {
        const auto known = m_roots.find(entry.first.first);
        return known != m_roots.end() && known->second == root;
    });
}

Stamp GuardedModel::clamped(const Stamp& base, qint64 generation) const
{
    const auto end = m_ends.find(base.generation);
    if (base.generation >= generation || end == m_ends.end())
        return base;
    return {base.generation, std::min(base.seq, end->second.first)};
}

void GuardedModel::endGeneration(qint64 generation, qint64 seq, End end)
{
    const bool again = m_ends.contains(generation);
    m_ends[generation] = {seq, again ? End::InDoubt : end};
}

void GuardedModel::goBackTo(const GuardedModel& earlier)
{
    const auto ends = std::exchange(m_ends, {});
    *this = earlier;
    m_ends.insert(ends.begin(), ends.end());
}

bool GuardedModel::isInDoubt(const Stamp& base, qint64 generation) const
{
    const auto end = m_ends.find(base.generation);
    return base.generation < generation && end != m_ends.end()
        && end->second.second == End::InDoubt;
}

std::optional<QString> GuardedModel::take(const Exchange& exchange)
{
    const QString operation = exchange.mutation.value("op"_L1).toString();
    const auto id = RecordId::fromString(exchange.mutation.value("id"_L1).toString());
    if (!id || exchange.outcome.value("outcome"_L1) == "refused"_L1)
        return std::nullopt;
    const bool isCreate = operation == "create"_L1;
    if (isCreate && !m_roots.contains(*id)) {
        create(exchange, *id);
        return std::nullopt;
    }
    if (!isCreate && operation != "set"_L1)
        return std::nullopt;
    const Stamp base = isCreate
        ? Stamp()
        : clamped(stampFrom(exchange.mutation.value("base"_L1)), exchange.generation);
    const QJsonObject changes = exchange.mutation.value("set"_L1).toObject();
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (const auto wrong = meet(exchange, {*id, change.key()}, change.value(), base))
            return wrong;
    }
    return std::nullopt;
}

void GuardedModel::create(const Exchange& exchange, const RecordId& id)
{
    const QString typeName = exchange.mutation.value("type"_L1).toString();
    const auto root = RecordId::fromString(exchange.mutation.value("root"_L1).toString());
    if (!root || exchange.outcome.contains("conflict"_L1))
        return;
    m_roots[id] = *root;
    const QJsonObject set = exchange.mutation.value("set"_L1).toObject();
    for (const FieldRule& rule : fieldTable()) {
        const QString name = QString::fromLatin1(rule.field);
        if (QLatin1StringView(rule.type) == typeName && rule.merge == FieldClass::Guarded)
            m_fields[{id, name}] = {set.value(name), stampFrom(exchange.outcome.value("stamp"_L1)),
                exchange.device, exchange.user, true};
    }
}

std::optional<QString> GuardedModel::meet(
    const Exchange& exchange, const Key& key, const QJsonValue& value, const Stamp& base)
{
    const auto found = m_fields.find(key);
    const QString typeName = exchange.mutation.value("type"_L1).toString();
    if (found == m_fields.end() || !isGuarded(typeName, key.second))
        return std::nullopt;
    Field& field = found->second;
    if (sameValue(field.value, value))
        return std::nullopt;
    const bool kept = exchange.outcome.value("kept"_L1).toArray().contains(QJsonValue(key.second));
    const bool isOrphan =
        exchange.outcome.contains("conflict"_L1) && !exchange.outcome.contains("kept"_L1);
    if (isOrphan)
        return std::nullopt;
    const bool others =
        field.device != exchange.device && !(field.onlyCreated && isNothingJson(field.value));
    const bool unseen = others && field.stamp > base;
    const bool mayBeUnseen = unseen || (others && isInDoubt(base, exchange.generation));
    const QString what = jsonText(exchange.mutation) + u" -> "_s + jsonText(exchange.outcome);
    if (unseen && field.user != exchange.user && !kept)
        return u"a guarded field was overwritten without a word: "_s + what;
    // What a former viewer writes is a suggestion, whoever wrote before.
    if (!mayBeUnseen && kept && exchange.outcome.value("outcome"_L1) == "conflict"_L1
        && exchange.seesRoot())
        return u"a conflict that nobody else's write explains: "_s + what;
    if (!kept)
        field = {value, stampFrom(exchange.outcome.value("stamp"_L1)), exchange.device,
            exchange.user, false};
    return std::nullopt;
}

} // namespace homeroom::sim
