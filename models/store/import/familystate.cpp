// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/familystate.h"

#include "models/store/records.h"
#include "models/values/rank.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int counterDigits = 4;
constexpr int counterBase = 36;

std::vector<RecordRow> childRows(
    Database& database, RecordKind kind, const RecordId& family, const RecordId& pipeline = {})
{
    QByteArray condition = "WHERE root = ?1 AND deleted = 0";
    if (!pipeline.isNull())
        condition += " AND pipeline = ?2";
    return RecordTable(database, recordType(kind))
        .select(condition + " ORDER BY id", [&](Statement& query) {
            query.bind(1, family);
            if (!pipeline.isNull())
                query.bind(2, pipeline);
        });
}

/// The open card, else the oldest.
std::optional<RecordRow> cardOf(std::vector<RecordRow> cards)
{
    if (cards.empty())
        return std::nullopt;
    const int closedAt = fieldIndexOf(&Opportunity::closedAt);
    const auto open = std::find_if(cards.begin(), cards.end(),
        [&](const RecordRow& card) { return isNothing(card.value(closedAt)); });
    return open == cards.end() ? cards.front() : *open;
}

RecordRow* rowOf(FamilyState& state, const RecordId& id)
{
    if (state.customer.id == id)
        return &state.customer;
    if (state.opportunity && state.opportunity->id == id)
        return &*state.opportunity;
    const auto student = std::find_if(state.students.begin(), state.students.end(),
        [&](const RecordRow& row) { return row.id == id; });
    return student == state.students.end() ? nullptr : &*student;
}

} // namespace

void FamilyState::follow(const std::vector<Mutation>& mutations)
{
    const int text = fieldIndexOf(&FollowUp::text);
    for (const Mutation& mutation : mutations) {
        if (RecordRow* row = rowOf(*this, mutation.id)) {
            applyMutation(*row, mutation);
            continue;
        }
        RecordRow row = emptyRow(mutation.kind, mutation.id);
        applyMutation(row, mutation);
        if (mutation.kind == RecordKind::Student)
            students.push_back(row);
        else if (mutation.kind == RecordKind::Opportunity)
            opportunity = row;
        else if (mutation.kind == RecordKind::FollowUp)
            notes.append(std::get<QString>(row.value(text)));
        else if (mutation.kind == RecordKind::Customer)
            customer = row;
    }
}

std::optional<FamilyState> loadFamilyState(
    Database& database, const RecordId& family, const RecordId& pipeline)
{
    std::optional<RecordRow> customer =
        RecordTable(database, recordTypeOf<Customer>()).find(family);
    if (!customer || customer->deleted)
        return std::nullopt;
    FamilyState state;
    state.customer = std::move(*customer);
    state.students = childRows(database, RecordKind::Student, family);
    if (!pipeline.isNull())
        state.opportunity = cardOf(childRows(database, RecordKind::Opportunity, family, pipeline));
    for (const FollowUp& followUp : familyRecords<FollowUp>(database, family))
        state.notes.append(followUp.text);
    return state;
}

QString NewRecords::nextRank(const RecordId& stage)
{
    // Digits and small letters sort as their values do; the last digit may not be zero.
    const int n = ++rankCounters[stage];
    return rankPrefixes[stage] + QString::number(n, counterBase).rightJustified(counterDigits, u'0')
        + u'V';
}

std::map<RecordId, QString> rankPrefixes(Database& database, const ImportCatalogue& catalogue)
{
    std::map<RecordId, QString> prefixes;
    for (const Stage& stage : catalogue.stages) {
        Statement last = database.statement("SELECT coalesce(max(rank), '') FROM r_opportunity "
                                            "WHERE pipeline = ?1 AND stage = ?2 AND deleted = 0");
        last.bind(1, catalogue.pipeline).bind(2, stage.id).step();
        prefixes[stage.id] = rankBetween(last.text(0), {});
    }
    return prefixes;
}

} // namespace homeroom
