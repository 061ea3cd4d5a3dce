// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"

namespace homeroom {

enum class Operation {
    Create, ///< `changes` hold every set field
    Set, ///< the changed fields; an Object field holds a patch by key
    Add, ///< members to add to Set fields
    Remove, ///< members to take from Set fields
    Delete
};

/// The wire word of an operation, and back (nothing for an unknown word).
QLatin1StringView operationWord(Operation operation);
std::optional<Operation> operationFromWord(QStringView word);

/// One edit of one record: what the outbox holds, push carries and the server applies.
struct Mutation {
    qint64 mid = 0; ///< dense number of the device; 0 until it is first sent
    qint64 group = 0; ///< all or nothing, within one root
    RecordId batch{}; ///< undo and audit unit; null for a single edit
    Operation operation = Operation::Set;
    RecordKind kind = RecordKind::None;
    RecordId id{};
    RecordId root{};
    Stamp base{}; ///< the row's stamp when the edit was made
    FieldChanges changes{};
    Milliseconds at = 0; ///< corrected client time, for display and the soft class only
    bool clockGood = true;
    /// Takes an edit back, or does one again: only where nobody wrote the field since `base`.
    bool undo = false;

    bool operator==(const Mutation&) const = default;
};

/// Applies a mutation to a row in place: the one rule that the local write, the redraw over a
/// pulled row and the server share. Create sets every field it names.
void applyMutation(RecordRow& row, const Mutation& mutation);

/// Merges a patch into an object: keys of the patch win, null removes (RFC 7396, one level).
QJsonObject patchedObject(QJsonObject object, const QJsonObject& patch);

/// The patch that turns one object into the other.
QJsonObject objectPatch(const QJsonObject& from, const QJsonObject& to);

/// A create mutation for a record, without numbers.
template <typename Record> Mutation createMutation(const Record& record)
{
    const RecordRow row = toRow(record);
    Mutation mutation;
    mutation.operation = Operation::Create;
    mutation.kind = row.kind;
    mutation.id = row.id;
    mutation.root = row.root;
    for (size_t i = 0; i < row.values.size(); ++i) {
        if (!isNothing(row.values[i]))
            mutation.changes.emplace_back(int(i), row.values[i]);
    }
    return mutation;
}

/// An edit of one record of a known type, built field by field. Fill `root` with the record's own.
template <typename Record> class Change {
public:
    Change(const Id<Record>& id, const RecordId& root)
    {
        m_mutation.operation = Operation::Set;
        m_mutation.kind = Description<Record>::kind;
        m_mutation.id = id;
        m_mutation.root = root;
    }

    template <typename Member, typename Value> Change& set(Member Record::*member, Value&& value)
    {
        const Member converted(std::forward<Value>(value));
        m_mutation.changes.emplace_back(fieldIndexOf(member), detail::toFieldValue(converted));
        return *this;
    }

    const Mutation& mutation() const { return m_mutation; }

private:
    Mutation m_mutation;
};

} // namespace homeroom
