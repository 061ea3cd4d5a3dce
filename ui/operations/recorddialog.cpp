// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/recorddialog.h"

#include "ui/editing/sentences.h"

#include <algorithm>

namespace homeroom {

namespace {

QStringList membersOf(const FieldValue& value)
{
    const auto* set = std::get_if<QStringList>(&value);
    return set ? *set : QStringList();
}

QStringList without(const QStringList& all, const QStringList& taken)
{
    QStringList left;
    for (const QString& member : all) {
        if (!taken.contains(member))
            left.append(member);
    }
    return left;
}

} // namespace

RecordDialog::RecordDialog(
    const Theme& theme, const Catalogue& catalogue, RecordRow row, Fields fields, QWidget* parent)
    : FormDialog(theme, parent), m_row(std::move(row)), m_fields(std::move(fields))
{
    const RecordType& type = m_row.type();
    for (const int index : m_fields.shown) {
        const FieldDescription& field = type.fields[size_t(index)];
        auto* control = new FieldControl(m_row.kind, field, catalogue);
        control->setValue(m_row.value(index));
        control->removeChoice(m_row.id);
        addRow(field.kind == FieldKind::Boolean ? QString() : displayName(m_row.kind, field),
            control, [this, index] { return check(index); });
        connect(control, &FieldControl::edited, this, &FormDialog::check);
        m_controls.emplace_back(index, control);
    }
    const QString name = displayName(m_row.kind);
    setTitle(isNew() ? tr("New: %1").arg(name) : tr("Change: %1").arg(name));
    setAcceptText(isNew() ? tr("Add") : tr("Save"));
}

FieldControl* RecordDialog::control(int field) const
{
    for (const auto& [index, control] : m_controls) {
        if (index == field)
            return control;
    }
    return nullptr;
}

QString RecordDialog::check(int field) const
{
    const Result<FieldValue> value = control(field)->value();
    if (!value.ok())
        return sentenceFor(value.error());
    const bool required = std::find(m_fields.required.begin(), m_fields.required.end(), field)
        != m_fields.required.end();
    return required && isNothing(*value) ? tr("This must be filled in.") : QString();
}

FieldChanges RecordDialog::changes() const
{
    FieldChanges changes;
    if (isNew()) {
        for (size_t i = 0; i < m_row.values.size(); ++i) {
            if (!isNothing(m_row.values[i]) && !control(int(i)))
                changes.emplace_back(int(i), m_row.values[i]);
        }
    }
    for (const auto& [index, control] : m_controls) {
        const Result<FieldValue> value = control->value();
        const bool set = m_row.type().fields[size_t(index)].kind == FieldKind::Set;
        if (!value.ok() || (set && !isNew()))
            continue;
        if (isNew() ? !isNothing(*value) : *value != m_row.value(index))
            changes.emplace_back(index, *value);
    }
    return changes;
}

std::vector<Mutation> RecordDialog::setEdits() const
{
    std::vector<Mutation> edits;
    for (const auto& [index, control] : m_controls) {
        const Result<FieldValue> value = control->value();
        if (isNew() || !value.ok() || m_row.type().fields[size_t(index)].kind != FieldKind::Set)
            continue;
        const QStringList before = membersOf(m_row.value(index));
        const QStringList after = membersOf(*value);
        for (const Operation operation : {Operation::Add, Operation::Remove}) {
            const QStringList members =
                operation == Operation::Add ? without(after, before) : without(before, after);
            if (members.isEmpty())
                continue;
            Mutation edit;
            edit.operation = operation;
            edit.kind = m_row.kind;
            edit.id = m_row.id;
            edit.root = m_row.root;
            edit.changes = {{index, members}};
            edits.push_back(edit);
        }
    }
    return edits;
}

std::vector<Mutation> mutationsOf(const RecordDialog& dialog, const RecordRow& row)
{
    std::vector<Mutation> mutations = dialog.setEdits();
    Mutation main;
    main.operation = row.root.isNull() ? Operation::Create : Operation::Set;
    main.kind = row.kind;
    main.id = row.id;
    main.root = row.root.isNull() ? row.id : row.root;
    main.changes = dialog.changes();
    if (!main.changes.empty())
        mutations.insert(mutations.begin(), main);
    return mutations;
}

} // namespace homeroom
