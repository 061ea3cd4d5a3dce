// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/pool.h"

#include "models/values/recordjson.h"
#include "models/values/records/records.h"
#include "server/rules/scopes.h"
#include "sync/protocol/commandrights.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAtOnce = 500;
/// A filter that nothing fits ends a page all the same; `next` goes on from there.
constexpr qint64 rowsLookedAt = 10'000;

/// What helps to choose a family. Remarks and notes are not in it: people write numbers there.
constexpr std::array listedFields{"name"_L1, "phone"_L1, "city"_L1, "channel"_L1, "campaign"_L1,
    "team"_L1, "tier"_L1, "intention"_L1, "lifecycle"_L1, "tags"_L1, "createdAt"_L1,
    "lastContactAt"_L1};
/// Where the words are looked for. Not in the phone: a search would tell its digits.
constexpr std::array searchedFields{
    "name"_L1, "city"_L1, "campaign"_L1, "sourceText"_L1, "externalId"_L1};

bool holdsText(const RecordRow& row, QLatin1StringView field, const QString& text)
{
    const auto* value = std::get_if<QString>(&row.value(QString(field)));
    return value && value->contains(text, Qt::CaseInsensitive);
}

bool fits(const RecordRow& row, const PoolListRequest& request)
{
    if (!request.channel.isNull() && referenceOf(row, u"channel") != request.channel)
        return false;
    const auto* tier = std::get_if<QString>(&row.value(u"tier"));
    if (!request.tier.isEmpty() && (!tier || *tier != request.tier))
        return false;
    return request.text.isEmpty()
        || std::ranges::any_of(searchedFields,
            [&](QLatin1StringView field) { return holdsText(row, field, request.text); });
}

QJsonObject listed(const RecordRow& family)
{
    const RecordRow row = maskedRow(family);
    QJsonObject json{{u"id"_s, row.id.toString()}};
    for (const QLatin1StringView field : listedFields) {
        const int index = row.type().indexOf(QString(field));
        json.insert(field, fieldToJson(row.type().fields[size_t(index)], row.value(index)));
    }
    return json;
}

void fill(ReadTransaction& transaction, const std::optional<RecordId>& team,
    const PoolListRequest& request, PoolListResponse& response)
{
    RecordId last = request.after;
    for (qint64 looked = 0; looked < rowsLookedAt; looked += rowsAtOnce) {
        const auto rows = transaction.poolFamilies(team, last, rowsAtOnce);
        for (const RecordRow& row : rows) {
            if (qint64(response.families.size()) == request.limit) {
                response.next = last;
                return;
            }
            last = row.id;
            if (fits(row, request))
                response.families.push_back(listed(row));
        }
        if (qint64(rows.size()) < rowsAtOnce)
            return;
    }
    response.next = last;
}

} // namespace

Result<PoolListResponse> Pool::list(const Caller& caller, const PoolListRequest& request) const
{
    const Viewer& viewer = caller.viewer;
    if (!caller.active)
        return Error{ErrorCode::Forbidden, u"the user is deactivated"_s};
    if (const Result<void> allowed = checkRole(viewer, Right::Claim); !allowed.ok())
        return allowed.error();
    return m_parts.storage.read([&](ReadTransaction& transaction) -> Result<PoolListResponse> {
        PoolListResponse response;
        response.kept = transaction.liveFamilies(scope::user(viewer.user));
        if (claimsUpToCap(viewer))
            response.cap = transaction.organisation().claimCap;
        const bool everywhere = reachOf(viewer.role, Right::Claim) == Reach::All;
        // Without a team there is no pool; families of no team are for those who see all.
        if (everywhere || !viewer.team.isNull())
            fill(transaction, everywhere ? std::nullopt : std::optional(viewer.team), request,
                response);
        return response;
    });
}

} // namespace homeroom
