// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/contentlog.h"

#include "sim/fieldtable.h"
#include "sim/wirewords.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

std::pair<RecordId, qint64> keyOf(const RecordId& device, const QJsonObject& mutation)
{
    return {device, mutation.value("mid"_L1).toInteger()};
}

} // namespace

bool ContentLog::attempted(const RecordId& device, const QJsonObject& mutation)
{
    return m_attempts.try_emplace(keyOf(device, mutation), mutation).second;
}

void ContentLog::failed(const RecordId& device, const QJsonObject& mutation)
{
    m_attempts.erase(keyOf(device, mutation));
}

void ContentLog::acknowledged(ContentEvent event)
{
    m_attempts.erase(keyOf(event.device, event.mutation));
    if (event.outcome.value("outcome"_L1) != "refused"_L1)
        m_events.push_back(std::move(event));
}

bool ContentLog::isAttempted(const RecordId& id, const QString& operation) const
{
    return std::ranges::any_of(m_attempts, [&](const auto& attempt) {
        return idIn(attempt.second, "id"_L1) == id
            && attempt.second.value("op"_L1).toString() == operation;
    });
}

bool ContentLog::isAttempted(
    const RecordId& id, const QString& field, const QJsonValue& value) const
{
    return std::ranges::any_of(m_attempts, [&](const auto& attempt) {
        const QJsonObject set = attempt.second.value("set"_L1).toObject();
        return idIn(attempt.second, "id"_L1) == id && set.contains(field)
            && sameValue(set.value(field), value);
    });
}

bool ContentLog::isAttemptedAtAll(const RecordId& id, const QString& field) const
{
    return std::ranges::any_of(m_attempts, [&](const auto& attempt) {
        return idIn(attempt.second, "id"_L1) == id
            && attempt.second.value("set"_L1).toObject().contains(field);
    });
}

} // namespace homeroom::sim
