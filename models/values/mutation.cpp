// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/mutation.h"

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array operationWords{"create"_L1, "set"_L1, "add"_L1, "remove"_L1, "delete"_L1};

void addMembers(FieldValue& target, const FieldValue& members)
{
    const auto* added = std::get_if<QStringList>(&members);
    if (!added)
        return;
    QStringList set =
        std::holds_alternative<QStringList>(target) ? std::get<QStringList>(target) : QStringList();
    for (const QString& member : *added) {
        if (!set.contains(member))
            set.append(member);
    }
    // Sorted, so that the same set is the same value whatever order the edits came in.
    set.sort();
    target = set.isEmpty() ? FieldValue() : FieldValue(set);
}

void removeMembers(FieldValue& target, const FieldValue& members)
{
    const auto* removed = std::get_if<QStringList>(&members);
    auto* set = std::get_if<QStringList>(&target);
    if (!removed || !set)
        return;
    for (const QString& member : *removed)
        set->removeAll(member);
    if (set->isEmpty())
        target = FieldValue();
}

void setField(const FieldDescription& field, FieldValue& target, const FieldValue& value)
{
    if (field.kind == FieldKind::Object && std::holds_alternative<QJsonObject>(value)) {
        const auto* object = std::get_if<QJsonObject>(&target);
        const QJsonObject merged =
            patchedObject(object ? *object : QJsonObject(), std::get<QJsonObject>(value));
        target = merged.isEmpty() ? FieldValue() : FieldValue(merged);
    } else if (field.kind == FieldKind::Set) {
        target = FieldValue();
        addMembers(target, value);
    } else {
        target = value;
    }
}

} // namespace

QLatin1StringView operationWord(Operation operation)
{
    return operationWords[size_t(operation)];
}

std::optional<Operation> operationFromWord(QStringView word)
{
    for (size_t i = 0; i < operationWords.size(); ++i) {
        if (operationWords[i] == word)
            return Operation(i);
    }
    return std::nullopt;
}

void applyMutation(RecordRow& row, const Mutation& mutation)
{
    const RecordType& type = row.type();
    switch (mutation.operation) {
    case Operation::Delete:
        row.deleted = true;
        return;
    case Operation::Create:
        row.root = mutation.root;
        row.deleted = false;
        [[fallthrough]];
    case Operation::Set:
        for (const auto& [index, value] : mutation.changes)
            setField(type.fields[size_t(index)], row.values[size_t(index)], value);
        return;
    case Operation::Add:
        for (const auto& [index, value] : mutation.changes)
            addMembers(row.values[size_t(index)], value);
        return;
    case Operation::Remove:
        for (const auto& [index, value] : mutation.changes)
            removeMembers(row.values[size_t(index)], value);
        return;
    }
}

QJsonObject patchedObject(QJsonObject object, const QJsonObject& patch)
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.value().isNull())
            object.remove(it.key());
        else
            object.insert(it.key(), it.value());
    }
    return object;
}

QJsonObject objectPatch(const QJsonObject& from, const QJsonObject& to)
{
    QJsonObject patch;
    for (auto it = to.begin(); it != to.end(); ++it) {
        if (from.value(it.key()) != it.value())
            patch.insert(it.key(), it.value());
    }
    for (auto it = from.begin(); it != from.end(); ++it) {
        if (!to.contains(it.key()))
            patch.insert(it.key(), QJsonValue::Null);
    }
    return patch;
}

} // namespace homeroom
