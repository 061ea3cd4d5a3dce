// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importjudge.h"

#include "models/store/import/customcell.h"
#include "models/values/cohortday.h"
#include "models/values/rank.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

FamilyTraits traitsOf(const ImportedFamily& family)
{
    const auto text = [](const FieldValue* value) {
        const auto* held = value ? std::get_if<QString>(value) : nullptr;
        return held ? *held : QString();
    };
    FamilyTraits traits;
    traits.name = text(family.value(fieldIndexOf(&Customer::name)));
    traits.phone = text(family.value(fieldIndexOf(&Customer::phone)));
    traits.wechatId = text(family.value(fieldIndexOf(&Customer::wechatId)));
    for (const auto& [index, value] : family.student) {
        if (index == fieldIndexOf(&Student::name))
            traits.child = text(&value);
    }
    return traits;
}

/// The stored value of a key, comparable with ImportedFamily::key.
QString storedKey(const ImportCatalogue& catalogue, const ImportTarget& key, const RecordRow& row)
{
    if (key.kind == ImportTargetKind::Customer) {
        const int index = row.type().indexOf(key.name);
        return index < 0 ? row.id.toString() : comparableKey(row.value(index));
    }
    const auto* custom = std::get_if<QJsonObject>(&row.value(fieldIndexOf(&Customer::custom)));
    const CustomField* field = catalogue.customField(key.name);
    return custom ? lookupName(
               customText(field ? field->kind : CustomFieldKind::Text, custom->value(key.name)))
                  : QString();
}

bool mayEdit(const Viewer& viewer, const FamilyTeams& teams, const FamilyState& state)
{
    const auto customer = fromRow<Customer>(state.customer);
    return state.fresh || covers(viewer, Right::EditFamily, customer.owner, teams.of(customer));
}

ImportOutcome changedOutcome(ImportMode mode)
{
    return mode == ImportMode::Append ? ImportOutcome::Append : ImportOutcome::Update;
}

} // namespace

ImportJudge::ImportJudge(const ImportOrder& order, const Clock& clock, QRandomGenerator random)
    : m_order(order), m_ids(clock, random),
      m_now(clock.now()), m_records{m_ids, m_now, m_catalogue, dateAt(m_now, order.zone),
                              order.choices.guardiansAgreed}
{
}

void ImportJudge::prepare(Database& database)
{
    m_catalogue = loadImportCatalogue(database);
    m_teams = FamilyTeams(database);
    m_reader =
        std::make_unique<ImportReader>(m_order.table, m_order.choices, m_catalogue, m_order.zone);
    m_records.rankPrefixes = rankPrefixes(database, m_catalogue);
    m_duplicates.load(database);
    if (!m_order.choices.key)
        return;
    loadKeys(database);
    QSet<QString> seen;
    for (size_t row = 0; row < m_order.table.rows.size(); ++row) {
        const QString key = m_reader->keyOf(row);
        if (key.isEmpty())
            continue;
        if (seen.contains(key))
            m_repeatedKeys.insert(key);
        seen.insert(key);
    }
}

void ImportJudge::loadKeys(Database& database)
{
    RecordTable(database, recordTypeOf<Customer>())
        .forEach("WHERE deleted = 0 ORDER BY id", {}, [this](const RecordRow& row) {
            addKey(storedKey(m_catalogue, *m_order.choices.key, row), {row.id, 0});
            return true;
        });
}

void ImportJudge::addKey(const QString& key, const KeyHolder& holder)
{
    if (key.isEmpty())
        return;
    const auto it = m_keys.find(key);
    if (it == m_keys.end())
        m_keys.insert(key, holder);
    else if (it->line == 0 && holder.line == 0)
        it->family = RecordId();
}

std::vector<JudgedRow> ImportJudge::next(Database& database, size_t count)
{
    std::vector<JudgedRow> judged;
    const size_t end = std::min(m_order.table.rows.size(), m_next + count);
    judged.reserve(end - m_next);
    for (; m_next < end; ++m_next)
        judged.push_back(judge(database, m_next));
    return judged;
}

JudgedRow ImportJudge::judge(Database& database, size_t row)
{
    ImportedFamily family = m_reader->read(row);
    JudgedRow judged;
    judged.row = row;
    judged.line = family.line;
    judged.issues = family.issues;
    if (failsRow(judged.issues))
        return judged;
    const auto holder = family.key.isEmpty() ? m_keys.cend() : m_keys.constFind(family.key);
    const bool known = holder != m_keys.cend();
    if (m_order.choices.mode == ImportMode::Create || !known) {
        if (known)
            judged.issues.push_back({ImportProblem::SameKey, {}, {}, holder->family, holder->line});
        create(family, judged);
    } else if (m_order.choices.mode == ImportMode::Skip) {
        judged.outcome = ImportOutcome::Skip;
        judged.family = holder->family;
    } else if (holder->family.isNull()) {
        judged.issues.push_back(columnIssue(ImportProblem::SeveralFamilies, {}));
    } else if (std::optional<FamilyState> state = stateOf(database, family, *holder)) {
        change(family, std::move(*state), judged);
    } else {
        create(family, judged);
    }
    return judged;
}

std::optional<FamilyState> ImportJudge::stateOf(
    Database& database, const ImportedFamily& family, const KeyHolder& holder)
{
    const auto known = m_states.constFind(family.key);
    if (known != m_states.cend())
        return *known;
    return loadFamilyState(database, holder.family, m_catalogue.pipeline);
}

RecordRow ImportJudge::newCustomer(const ImportedFamily& family, JudgedRow& judged)
{
    Customer customer;
    customer.id = Id<Customer>(m_ids.next());
    customer.createdAt = m_now;
    RecordRow row = toRow(customer);
    for (const auto& [index, value] : family.customer)
        row.values[size_t(index)] = value;
    if (!family.custom.isEmpty())
        row.values[size_t(fieldIndexOf(&Customer::custom))] = family.custom;
    for (const auto& [index, text] : family.masked) {
        judged.issues.push_back(
            columnIssue(ImportProblem::Masked, QString(row.type().fields[size_t(index)].name)));
    }
    return row;
}

void ImportJudge::create(const ImportedFamily& family, JudgedRow& judged)
{
    if (family.saysNothing() && family.masked.empty()) {
        judged.outcome = ImportOutcome::Skip;
        return;
    }
    FamilyState state;
    state.customer = newCustomer(family, judged);
    state.fresh = true;
    if (failsRow(judged.issues))
        return;
    judged.mutations.push_back(createMutation(fromRow<Customer>(state.customer)));
    ImportedFamily placed = family;
    if (!m_reader->hasStage() && m_order.choices.cardForAll && !m_catalogue.stages.empty())
        placed.stage = m_catalogue.stages.front().id;
    FamilyChanges changes(state, ImportMode::Create, m_records, judged);
    changes.takeStudent(placed);
    changes.takeCard(placed);
    changes.takeNote(placed);
    judged.differences.clear(); // all of it is new; kept, it would hold the sheet twice
    if (failsRow(judged.issues)) {
        judged.mutations.clear();
        return;
    }
    judged.outcome = ImportOutcome::Create;
    judged.family = state.customer.id;
    const FamilyTraits traits = traitsOf(family);
    for (ImportIssue& issue : m_duplicates.similar(traits))
        judged.issues.push_back(std::move(issue));
    m_duplicates.add(traits, judged.family, family.line);
    remember(family, std::move(state), judged);
}

void ImportJudge::change(const ImportedFamily& family, FamilyState state, JudgedRow& judged)
{
    judged.family = state.customer.id;
    if (!mayEdit(m_order.viewer, m_teams, state)) {
        judged.issues.push_back(columnIssue(ImportProblem::NotAllowed, {}));
        return;
    }
    FamilyChanges changes(state, m_order.choices.mode, m_records, judged);
    changes.takeCustomer(family);
    changes.takeStudent(family);
    changes.takeCard(family);
    changes.takeNote(family);
    if (failsRow(judged.issues)) {
        judged.mutations.clear();
        judged.differences.clear();
        return;
    }
    judged.outcome =
        judged.mutations.empty() ? ImportOutcome::Unchanged : changedOutcome(m_order.choices.mode);
    remember(family, std::move(state), judged);
}

void ImportJudge::remember(const ImportedFamily& family, FamilyState state, const JudgedRow& judged)
{
    if (family.key.isEmpty())
        return;
    addKey(family.key, {judged.family, family.line});
    if (!m_repeatedKeys.contains(family.key))
        return;
    state.follow(judged.mutations);
    m_states.insert(family.key, std::move(state));
}

std::vector<Mutation> ImportJudge::customFieldMutations()
{
    std::vector<Mutation> mutations;
    if (!mayEditOrgRecord(m_order.viewer, RecordKind::CustomField, {}))
        return mutations;
    QString rank =
        m_catalogue.customFields.empty() ? QString() : m_catalogue.customFields.back().rank;
    const QString prefix = rankBetween(rank, {});
    int n = 0;
    for (const NewCustomField& brought : m_reader->newCustomFields()) {
        CustomField field;
        field.id = Id<CustomField>(m_ids.next());
        field.name = brought.key;
        field.key = brought.key;
        field.kind = brought.kind;
        field.rank = prefix + QString::number(++n).rightJustified(4, u'0') + u'V';
        field.active = true;
        mutations.push_back(createMutation(field));
    }
    return mutations;
}

} // namespace homeroom
