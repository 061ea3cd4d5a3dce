// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recordstore.h"

#include "models/store/outbox.h"
#include "models/store/syncstate.h"

namespace homeroom {

using namespace Qt::StringLiterals;

RecordStore::RecordStore(Database& writer, Executor& executor, const Clock& clock, QObject* parent)
    : QObject(parent), m_writer(writer), m_executor(executor), m_clock(clock)
{
    qRegisterMetaType<ChangeSet>();
}

RecordStore::~RecordStore() = default;

void RecordStore::setAuthor(const Author& author)
{
    const std::scoped_lock lock(m_mutex);
    m_author = author;
}

void RecordStore::setClockOffset(Milliseconds offset, bool trusted)
{
    const std::scoped_lock lock(m_mutex);
    m_clockOffset = offset;
    m_clockTrusted = trusted;
}

Pending<Result<EditReceipt>> RecordStore::apply(Edit edit)
{
    return this->edit([edit = std::move(edit)](EditWriter& writer, UndoLog&) {
        return writer.write(edit, UndoRecording::Record);
    });
}

Pending<Result<EditReceipt>> RecordStore::undo()
{
    return goThrough(&UndoLog::nextUndo, &UndoLog::undo, u"nothing to undo"_s);
}

Pending<Result<EditReceipt>> RecordStore::redo()
{
    return goThrough(&UndoLog::nextRedo, &UndoLog::redo, u"nothing to redo"_s);
}

Pending<Result<EditReceipt>> RecordStore::goThrough(
    NextStep next, StepWork work, const QString& nothing)
{
    return runOn(m_executor, [this, next, work, nothing] {
        std::optional<UndoStep> step;
        Result<EditReceipt> receipt = runEdit([&](EditWriter& writer, UndoLog& log) {
            step = (log.*next)();
            if (!step)
                throw Error{ErrorCode::NotFound, nothing};
            EditReceipt done = (log.*work)(step->entry, writer);
            done.label = step->label;
            return done;
        });
        // Said once; the next undo is about the step before.
        if (!receipt.ok() && step && UndoLog::isOvertaken(receipt.error()))
            forget(*step);
        return receipt;
    });
}

Pending<Result<EditReceipt>> RecordStore::applyByRule(
    std::function<std::vector<Mutation>(Database&)> find)
{
    return edit([this, find = std::move(find)](EditWriter& writer, UndoLog&) {
        return writer.write({{}, find(m_writer), {}}, UndoRecording::ByRule);
    });
}

void RecordStore::forget(const UndoStep& step)
{
    const Result<void> forgotten =
        m_writer.write([&](Database& database) { UndoLog(database).forget(step.entry); });
    if (!forgotten.ok())
        qWarning("an undo step stays: %s", qPrintable(forgotten.error().detail));
}

Pending<Result<EditReceipt>> RecordStore::undoEntry(qint64 entry)
{
    return edit([entry](EditWriter& writer, UndoLog& log) { return log.undo(entry, writer); });
}

Pending<Result<ChangeSet>> RecordStore::write(std::function<Result<ChangeSet>(Database&)> work)
{
    return runOn(m_executor, [this, work = std::move(work)]() -> Result<ChangeSet> {
        Result<ChangeSet> changes = m_writer.write(work);
        if (changes.ok())
            announce(*changes);
        return changes;
    });
}

Pending<Result<bool>> RecordStore::checkpoint()
{
    return runOn(m_executor, [this] { return m_writer.checkpointTruncate(); });
}

Pending<Result<EditReceipt>> RecordStore::edit(EditWork work)
{
    return runOn(m_executor, [this, work = std::move(work)] { return runEdit(work); });
}

Result<EditReceipt> RecordStore::runEdit(const EditWork& work)
{
    UndoLog log(m_writer);
    Result<EditReceipt> receipt = m_writer.write([&](Database& database) {
        EditWriter writer = writerNow();
        EditReceipt written = work(writer, log);
        // With the edit or not at all; the next run of the program goes by it, too.
        if (!written.changes.records.empty())
            SyncState(database).setLastEditAt(m_lastTime);
        return written;
    });
    if (receipt.ok())
        announce(receipt->changes);
    return receipt;
}

EditWriter RecordStore::writerNow()
{
    const Milliseconds last = SyncState(m_writer).lastEditAt();
    const std::scoped_lock lock(m_mutex);
    const Milliseconds wall = m_clock.now() + m_clockOffset;
    m_lastTime = std::max(wall, last);
    const bool jumped = last - wall > clockTolerance;
    // Whether it was ahead then or is behind now, nobody can tell.
    if (jumped)
        Outbox(m_writer).distrustQueued();
    return {m_writer, m_lastTime, m_clockTrusted && !jumped, m_author};
}

void RecordStore::announce(const ChangeSet& changes)
{
    if (changes.records.empty())
        return;
    if (thread() == QThread::currentThread()) {
        Q_EMIT changed(changes);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, changes] { Q_EMIT changed(changes); }, Qt::QueuedConnection);
}

} // namespace homeroom
