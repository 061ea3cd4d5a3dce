// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/customcell.h"
#include "models/store/import/familystate.h"
#include "models/values/companions.h"
#include "models/values/guardianconsent.h"
#include "models/values/phone.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Whether the field still has what a new record starts with: nothing, no, or the first word.
bool isUnset(const FieldDescription& field, const FieldValue& value)
{
    if (isNothing(value))
        return true;
    if (field.kind == FieldKind::Word)
        return std::get<QString>(value) == field.words.front();
    const auto* number = std::get_if<qint64>(&value);
    return number && *number == 0
        && (field.kind == FieldKind::Boolean || field.kind == FieldKind::Time);
}

/// Sheets are trimmed and wrapped; that alone is no difference.
bool isSame(const FieldDescription& field, const FieldValue& held, const FieldValue& said)
{
    if (held == said)
        return true;
    const auto* heldText = std::get_if<QString>(&held);
    const auto* saidText = std::get_if<QString>(&said);
    if (!heldText || !saidText)
        return false;
    return field.kind == FieldKind::LongText ? heldText->trimmed() == saidText->trimmed()
                                             : heldText->simplified() == saidText->simplified();
}

FieldValue customFieldValue(const QJsonValue& value)
{
    if (value.isBool())
        return qint64(value.toBool() ? 1 : 0);
    if (value.isDouble())
        return value.toDouble();
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return value.toObject();
    return {};
}

Mutation setMutation(const RecordRow& row, FieldChanges changes, Operation operation)
{
    Mutation mutation;
    mutation.operation = operation;
    mutation.kind = row.kind;
    mutation.id = row.id;
    mutation.root = row.root;
    mutation.changes = std::move(changes);
    return mutation;
}

/// How somebody without the right to read it sees the value.
bool looksLike(const FieldDescription& field, const FieldValue& held, const QString& masked)
{
    const auto* text = std::get_if<QString>(&held);
    if (!text)
        return false;
    const bool phone = field.kind == FieldKind::Phone;
    const QString seen = phone ? maskedPhone(*text) : maskedText(*text);
    return *text == masked || seen == masked
        || (phone && (displayedPhone(seen) == masked || displayedPhone(*text) == masked));
}

/// The members that are not there yet.
FieldValue missingMembers(const FieldValue& held, const FieldValue& said)
{
    const auto* set = std::get_if<QStringList>(&held);
    QStringList missing;
    for (const QString& member : std::get<QStringList>(said)) {
        if (!set || !set->contains(member))
            missing.append(member);
    }
    return missing.isEmpty() ? FieldValue() : FieldValue(missing);
}

} // namespace

FamilyChanges::FamilyChanges(
    const FamilyState& before, ImportMode mode, NewRecords& records, JudgedRow& judged)
    : m_before(before), m_mode(mode), m_records(records), m_judged(judged)
{
}

void FamilyChanges::takeCustomer(const ImportedFamily& family)
{
    refuseMasked(family);
    FieldChanges changes =
        changesOf(m_before.customer, family.customer, ImportTargetKind::Customer);
    const QJsonObject patch = customPatch(family.custom);
    if (!patch.isEmpty())
        changes.emplace_back(fieldIndexOf(&Customer::custom), FieldValue(patch));
    addSet(m_before.customer, std::move(changes));
}

void FamilyChanges::refuseMasked(const ImportedFamily& family)
{
    const RecordType& type = recordTypeOf<Customer>();
    for (const auto& [index, text] : family.masked) {
        const FieldDescription& field = type.fields[size_t(index)];
        if (!looksLike(field, m_before.customer.value(index), text))
            m_judged.issues.push_back(columnIssue(ImportProblem::Masked, QString(field.name)));
    }
}

FieldChanges FamilyChanges::changesOf(
    const RecordRow& row, const FieldChanges& said, ImportTargetKind kind)
{
    FieldChanges changes;
    for (const auto& [index, value] : said) {
        const FieldDescription& field = row.type().fields[size_t(index)];
        const FieldValue& held = row.value(index);
        if (m_mode == ImportMode::Append && !isUnset(field, held))
            continue;
        const bool set = field.kind == FieldKind::Set;
        FieldValue after = set ? missingMembers(held, value) : value;
        if (isNothing(after) || isSame(field, held, after))
            continue;
        m_judged.differences.push_back({{kind, QString(field.name)}, held, after});
        changes.emplace_back(index, std::move(after));
    }
    return changes;
}

QJsonObject FamilyChanges::customPatch(const QJsonObject& said)
{
    const FieldValue& value = m_before.customer.value(fieldIndexOf(&Customer::custom));
    const auto* object = std::get_if<QJsonObject>(&value);
    const QJsonObject held = object ? *object : QJsonObject();
    QJsonObject patch;
    for (auto it = said.begin(); it != said.end(); ++it) {
        const QJsonValue before = held.value(it.key());
        const bool kept = m_mode == ImportMode::Append && !before.isUndefined();
        // A number that was kept as text is no other value.
        if (kept || before == it.value()
            || customText(CustomFieldKind::Text, before)
                == customText(CustomFieldKind::Text, it.value()))
            continue;
        patch.insert(it.key(), it.value());
        m_judged.differences.push_back({{ImportTargetKind::Custom, it.key()},
            customFieldValue(before), customFieldValue(it.value())});
    }
    return patch;
}

void FamilyChanges::addSet(const RecordRow& row, FieldChanges changes)
{
    const auto isSet = [&](const std::pair<int, FieldValue>& change) {
        return row.type().fields[size_t(change.first)].kind == FieldKind::Set;
    };
    const auto middle = std::stable_partition(
        changes.begin(), changes.end(), [&](const auto& change) { return !isSet(change); });
    FieldChanges members(std::make_move_iterator(middle), std::make_move_iterator(changes.end()));
    changes.erase(middle, changes.end());
    if (!changes.empty())
        m_judged.mutations.push_back(setMutation(row, std::move(changes), Operation::Set));
    if (!members.empty())
        m_judged.mutations.push_back(setMutation(row, std::move(members), Operation::Add));
}

const RecordRow* FamilyChanges::childMeant(const ImportedFamily& family)
{
    const int name = fieldIndexOf(&Student::name);
    const auto said = std::find_if(family.student.begin(), family.student.end(),
        [&](const auto& change) { return change.first == name; });
    const RecordRow* nameless = nullptr;
    for (const RecordRow& student : m_before.students) {
        if (said != family.student.end() && student.value(name) == said->second)
            return &student;
        if (isNothing(student.value(name)))
            nameless = &student;
    }
    if (said != family.student.end())
        return nameless; // else a sibling: a child's name is never overwritten
    if (m_before.students.size() == 1)
        return &m_before.students.front();
    if (m_before.students.size() > 1)
        m_judged.issues.push_back(columnIssue(ImportProblem::SeveralChildren, {}));
    return nullptr;
}

void FamilyChanges::takeStudent(const ImportedFamily& family)
{
    if (m_before.students.size() == 1)
        m_student = m_before.students.front().id;
    if (family.student.empty())
        return;
    const RecordRow* child = childMeant(family);
    if (failsRow(m_judged.issues))
        return;
    if (child) {
        m_student = child->id;
        FieldChanges changes = changesOf(*child, family.student, ImportTargetKind::Student);
        takeConsent(*child, changes);
        addSet(*child, std::move(changes));
        return;
    }
    Student student;
    student.id = Id<Student>(m_records.ids.next());
    student.customer = Id<Customer>(m_before.customer.id);
    RecordRow row = toRow(student);
    FieldChanges said = family.student;
    takeConsent(row, said);
    for (const auto& [index, value] : said) {
        row.values[size_t(index)] = value;
        m_judged.differences.push_back(
            {{ImportTargetKind::Student, QString(row.type().fields[size_t(index)].name)}, {},
                value});
    }
    m_student = student.id;
    m_judged.mutations.push_back(createMutation(fromRow<Student>(row)));
}

// Without the consent the whole row is for the file of rejected ones: a family without its child
// would pass for one that was imported.
void FamilyChanges::takeConsent(const RecordRow& child, FieldChanges& changes)
{
    if (!lacksConsentAfter(child, changes, m_records.today))
        return;
    const int consent = fieldIndexOf(&Student::guardianConsent);
    const bool refused = changeOf(changes, consent);
    if (m_records.guardiansAgreed && !refused)
        changes.emplace_back(consent, FieldValue(qint64(1)));
    else
        m_judged.issues.push_back(columnIssue(ImportProblem::NoConsent, {}));
}

void FamilyChanges::takeCard(const ImportedFamily& family)
{
    if (family.stage.isNull() && family.cohort.isNull())
        return;
    if (m_before.opportunity)
        moveCard(family, fromRow<Opportunity>(*m_before.opportunity));
    else
        createCard(family);
}

void FamilyChanges::createCard(const ImportedFamily& family)
{
    if (m_records.catalogue.stages.empty())
        return;
    Opportunity card;
    card.id = Id<Opportunity>(m_records.ids.next());
    card.customer = Id<Customer>(m_before.customer.id);
    card.student = Id<Student>(m_student);
    card.pipeline = m_records.catalogue.pipeline;
    card.stage = family.stage.isNull() ? m_records.catalogue.stages.front().id : family.stage;
    card.rank = m_records.nextRank(card.stage);
    card.cohort = family.cohort;
    card.stageEnteredAt = m_records.now;
    const Stage* stage = m_records.catalogue.stage(card.stage);
    if (stage && (stage->role == StageRole::Paid || stage->role == StageRole::Lost))
        card.closedAt = m_records.now;
    m_judged.mutations.push_back(createMutation(card));
    m_judged.differences.push_back(
        {{ImportTargetKind::Stage, {}}, {}, FieldValue(RecordId(card.stage))});
}

void FamilyChanges::moveCard(const ImportedFamily& family, const Opportunity& card)
{
    Change<Opportunity> change(card.id, card.customer);
    const bool appending = m_mode == ImportMode::Append;
    if (!family.stage.isNull() && family.stage != card.stage && !appending) {
        const Stage* stage = m_records.catalogue.stage(family.stage);
        const bool lost = stage && stage->role == StageRole::Lost;
        change.set(&Opportunity::stage, family.stage);
        change.set(&Opportunity::rank, m_records.nextRank(family.stage));
        change.set(&Opportunity::stageEnteredAt, m_records.now);
        if (lost || (stage && stage->role == StageRole::Paid))
            change.set(&Opportunity::closedAt, m_records.now);
        else if (card.closedAt)
            change.set(&Opportunity::closedAt, std::nullopt);
        if (!lost && !card.lostReason.isEmpty())
            change.set(&Opportunity::lostReason, QString());
        m_judged.differences.push_back({{ImportTargetKind::Stage, {}},
            FieldValue(RecordId(card.stage)), FieldValue(RecordId(family.stage))});
    }
    if (!family.cohort.isNull() && family.cohort != card.cohort
        && !(appending && !card.cohort.isNull())) {
        change.set(&Opportunity::cohort, family.cohort);
        m_judged.differences.push_back({{ImportTargetKind::Cohort, {}},
            card.cohort.isNull() ? FieldValue() : FieldValue(RecordId(card.cohort)),
            FieldValue(RecordId(family.cohort))});
    }
    if (!change.mutation().changes.empty())
        m_judged.mutations.push_back(change.mutation());
}

void FamilyChanges::takeNote(const ImportedFamily& family)
{
    // The same sheet twice must not say everything twice.
    if (family.note.isEmpty() || m_before.notes.contains(family.note))
        return;
    FollowUp note;
    note.id = Id<FollowUp>(m_records.ids.next());
    note.customer = Id<Customer>(m_before.customer.id);
    note.text = family.note;
    note.happenedAt = m_records.now;
    m_judged.mutations.push_back(createMutation(note));
    m_judged.differences.push_back({{ImportTargetKind::FollowUp, {}}, {}, FieldValue(note.text)});
}

} // namespace homeroom
