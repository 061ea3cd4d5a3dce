// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/editwriter.h"

#include <set>

namespace homeroom {

/// One line of the history: what this device did.
struct UndoStep {
    qint64 entry = 0;
    QString label{};
    Milliseconds at = 0;
    qint64 changes = 0; ///< mutations in it
    bool undone = false;
};

/// Takes steps of this device back and does them again, each as an edit of its own through
/// EditWriter. A step applies only where every value still is what the step had set; otherwise
/// Error{Changed} with the field and, where the history tells, the person who changed it, or
/// Error{Depends} where later records hang on it. What was made before a hand-over stays:
/// Error{Changed} with the field `owner`. A decision that was never sent is withdrawn whole, so
/// that the server hears nothing of it; of one that was sent nothing goes back: Error{Changed} with
/// the field `resolved`. Call inside one write transaction.
class UndoLog {
public:
    explicit UndoLog(Database& database) : m_database(database) { }

    std::optional<UndoStep> nextUndo();
    std::optional<UndoStep> nextRedo();
    std::vector<UndoStep> history(int limit);

    EditReceipt undo(qint64 entry, EditWriter& writer);
    EditReceipt redo(qint64 entry, EditWriter& writer);
    /// Takes a step out of the way of the ones before it.
    void forget(qint64 entry);
    /// Whether a step was refused for good: by what others did, not by a disk or a right.
    static bool isOvertaken(const Error& refusal);

private:
    struct Pair {
        Mutation forward;
        Mutation inverse;
    };
    std::vector<Pair> pairs(qint64 entry);
    std::optional<UndoStep> oneStep(const QByteArray& tail);
    /// The outbox groups that hold the step's decisions; none of a step that decides nothing.
    std::set<qint64> unsentDecisions(const std::vector<Pair>& step);
    EditReceipt withdraw(const std::set<qint64>& groups);
    void refuseIfChanged(const std::vector<Mutation>& newestFirst, EditWriter& writer);
    void refuseIfHandedOver(const Mutation& created);
    QString removedBy(const Mutation& done);
    Error changedError(const RecordRow& row, const QString& field);
    void refuseIfDepended(const Mutation& created, const std::vector<Pair>& own);
    void mark(qint64 entry, bool undone);

    Database& m_database;
};

} // namespace homeroom
