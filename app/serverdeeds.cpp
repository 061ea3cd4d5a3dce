// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serverdeeds.h"

#include "models/values/recordjson.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

std::vector<AssignRequest::Item> itemsOf(const std::vector<HeldFamily>& families)
{
    std::vector<AssignRequest::Item> items;
    for (const HeldFamily& family : families)
        items.push_back({family.customer, family.owner});
    return items;
}

RecordId idAt(const QJsonObject& json, QLatin1StringView member)
{
    return RecordId::fromString(json.value(member).toString()).value_or(RecordId());
}

PoolFamily poolFamily(const QJsonObject& json)
{
    PoolFamily family{idAt(json, "id"_L1), json.value("name"_L1).toString(),
        json.value("phone"_L1).toString(), json.value("city"_L1).toString(),
        idAt(json, "channel"_L1), json.value("tier"_L1).toString(),
        json.value("createdAt"_L1).toInteger(), {}};
    if (json.value("lastContactAt"_L1).isDouble())
        family.lastContactAt = json.value("lastContactAt"_L1).toInteger();
    return family;
}

/// How many families an answer moved.
CommandClient::Answered<MovedResponse> counting(FamilyServer::Answered<qint64> done)
{
    return [done = std::move(done)](const Result<MovedResponse>& answer) {
        done(answer.ok() ? Result<qint64>(answer->moved) : Result<qint64>(answer.error()));
    };
}

} // namespace

void ServerDeeds::handOver(
    const std::vector<HeldFamily>& families, const RecordId& to, Answered<qint64> done)
{
    m_client.assign({itemsOf(families), to}, [done](const Result<AssignResponse>& answer) {
        done(answer.ok() ? Result<qint64>(answer->assigned) : Result<qint64>(answer.error()));
    });
}

void ServerDeeds::returnToPool(const std::vector<HeldFamily>& families, Answered<qint64> done)
{
    m_client.returnToPool({itemsOf(families)}, counting(std::move(done)));
}

void ServerDeeds::claim(const std::vector<RecordId>& families, Answered<qint64> done)
{
    m_client.claim({families}, counting(std::move(done)));
}

void ServerDeeds::listPool(const QString& text, const RecordId& after, Answered<PoolFamilies> done)
{
    PoolListRequest request;
    request.text = text.left(maximumFilterText);
    request.after = after;
    m_client.poolList(request, [done](const Result<PoolListResponse>& answer) {
        if (!answer.ok()) {
            done(answer.error());
            return;
        }
        PoolFamilies page{{}, answer->next, answer->kept, answer->cap};
        for (const QJsonObject& family : answer->families)
            page.families.push_back(poolFamily(family));
        done(page);
    });
}

void ServerDeeds::merge(const HeldFamily& winner, const HeldFamily& loser, Answered<qint64> done)
{
    m_client.merge(
        {winner.customer, loser.customer, winner.owner, loser.owner}, counting(std::move(done)));
}

void ServerDeeds::unmerge(const RecordId& winner, const RecordId& loser, Answered<qint64> done)
{
    m_client.unmerge({winner, loser}, counting(std::move(done)));
}

void ServerDeeds::unmask(
    const RecordId& customer, const QString& reason, Answered<FullContacts> done)
{
    m_client.unmask({customer, reason}, [done](const Result<UnmaskResponse>& answer) {
        if (!answer.ok()) {
            done(answer.error());
            return;
        }
        FullContacts contacts{answer->phone, answer->wechatId, answer->address, {}};
        for (const UnmaskResponse::Guardian& guardian : answer->guardians)
            contacts.guardians.push_back({guardian.name, guardian.phone, guardian.wechatId});
        done(contacts);
    });
}

void ServerDeeds::noteExport(
    RecordKind kind, const QString& filter, qint64 rows, Answered<void> done)
{
    m_client.noteExport({kind, filter, rows}, [done](const Result<void>& noted) { done(noted); });
}

} // namespace homeroom
