// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/syncvalues.h"
#include "server/rules/fieldmerge.h"
#include "server/rules/writecontext.h"

#include <QSet>

namespace homeroom {

/// Meets the fields of one set or create with the server's row, field by field, and keeps account
/// of what was written, what stayed and what people have to decide.
class RowMerge {
public:
    RowMerge(WriteContext& context, const Mutation& mutation, const StoredRecord& server,
        const EditOrigin& origin, const QSet<QString>& yielding);

    /// The row with the winning fields and their versions.
    const StoredRecord& merged() const { return m_merged; }
    const Outcome& outcome() const { return m_outcome; }
    /// Values that lost softly, for the audit.
    const QJsonObject& lost() const { return m_lost; }
    bool wins() const { return !m_winning.empty(); }
    /// The field that somebody wrote since, of an undo that therefore takes nothing back; empty
    /// otherwise.
    const QString& overtaken() const { return m_overtaken; }

private:
    void meet(int index, const FieldValue& value);
    FieldMerge metAlone(int index, const FieldValue& value) const;
    MergeVerdict asLed(int index, MergeVerdict own) const;
    void keep(int index, const FieldValue& value);
    void conflict(int index, const FieldValue& value);
    void writeWinners();

    WriteContext& m_context;
    const Mutation& m_mutation;
    const StoredRecord& m_server;
    EditOrigin m_origin;
    QSet<QString> m_yielding; ///< fields where the server's value stays whatever comes
    bool m_closed; ///< a conflict that is resolved: the first resolution wins
    StoredRecord m_merged;
    FieldChanges m_winning{};
    FieldChanges m_typed{}; ///< of texts that were merged: what came
    Outcome m_outcome{};
    QJsonObject m_lost{};
    QString m_overtaken{};
};

} // namespace homeroom
