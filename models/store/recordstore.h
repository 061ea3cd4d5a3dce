// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/pending.h"
#include "models/store/undolog.h"

#include <QObject>

#include <atomic>
#include <mutex>

namespace homeroom {

/// The one way in for every change of records, local or remote. Work runs on the writer's executor;
/// `changed` comes on this object's thread after the commit, never before and never for a change
/// that was rolled back.
class RecordStore : public QObject {
    Q_OBJECT

public:
    /// `writer` is used on `executor` only. All arguments must outlive the store and its executor's
    /// jobs.
    RecordStore(
        Database& writer, Executor& executor, const Clock& clock, QObject* parent = nullptr);
    ~RecordStore() override;

    /// Who edits: known after sign-in. Affects later edits.
    void setAuthor(const Author& author);
    /// The clock's offset to the server's, and whether it can be trusted (sync.md section 7).
    void setClockOffset(Milliseconds offset, bool trusted);

    /// Commits the edit as one transaction: rows, outbox, undo.
    Pending<Result<EditReceipt>> apply(Edit edit);
    /// Commits what a rule finds to do. It is found in the transaction that writes it, so `find`
    /// sees what two runs of the rule would both make; no undo step.
    Pending<Result<EditReceipt>> applyByRule(std::function<std::vector<Mutation>(Database&)> find);
    /// Takes the newest step back, or does the last undone one again. NotFound when there is none.
    /// One that was overtaken is refused once and then out of the way of the ones before it.
    Pending<Result<EditReceipt>> undo();
    Pending<Result<EditReceipt>> redo();
    /// Takes one step back wherever it stands in the history.
    Pending<Result<EditReceipt>> undoEntry(qint64 entry);

    /// Runs `work(database)` on the writer in one write transaction and announces the changes it
    /// returns; the sync half of the store comes through here.
    Pending<Result<ChangeSet>> write(std::function<Result<ChangeSet>(Database&)> work);

    /// Cuts the WAL to nothing, so that erased content is gone from the disk; false while a reader
    /// still holds it.
    Pending<Result<bool>> checkpoint();

Q_SIGNALS:
    void changed(const homeroom::ChangeSet& changes);

private:
    using EditWork = std::function<EditReceipt(EditWriter&, UndoLog&)>;
    Pending<Result<EditReceipt>> edit(EditWork work);
    Result<EditReceipt> runEdit(const EditWork& work);
    using NextStep = std::optional<UndoStep> (UndoLog::*)();
    using StepWork = EditReceipt (UndoLog::*)(qint64, EditWriter&);
    Pending<Result<EditReceipt>> goThrough(NextStep next, StepWork work, const QString& nothing);
    void forget(const UndoStep& step);
    void announce(const ChangeSet& changes);
    EditWriter writerNow();

    Database& m_writer;
    Executor& m_executor;
    const Clock& m_clock;
    std::mutex m_mutex; // guards what edits on the writer's thread read
    Author m_author{};
    Milliseconds m_clockOffset = 0;
    bool m_clockTrusted = true;
    Milliseconds m_lastTime = 0; // of this device's edits; never goes back
};

} // namespace homeroom
