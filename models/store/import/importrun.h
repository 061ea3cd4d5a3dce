// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importplan.h"

#include <deque>

namespace homeroom {

/// What an import did.
struct ImportResult {
    RecordId batch{};
    qint64 undoEntry = 0; ///< number of the one undo step; 0 when nothing was changed
    std::array<qint64, importOutcomeCount> counts{};
    std::vector<JudgedRow> rejected{}; ///< the rows that failed, with their issues
    bool cancelled = false;
    std::optional<Error> stopped{}; ///< why it could not go on; what is done stays

    qint64 count(ImportOutcome outcome) const { return counts[size_t(outcome)]; }
    qint64 settled() const; ///< rows that are decided
};

/// The steps of an import, whoever drives them: read some rows on a reader, hand the edit to the
/// store, settle its receipt. Every chunk is one transaction, and all of them are one batch: one
/// undo step. A chunk that the store refuses is tried again row by row.
class ImportRun {
public:
    ImportRun(
        std::shared_ptr<const ImportOrder> order, const Clock& clock, QRandomGenerator random);

    bool isOver() const;
    /// Judges the next rows. Call when nextEdit() gave nothing. Throws SQLite::Exception.
    void read(Database& database);
    /// The next edit to apply; nothing when rows have to be read first, or it is over.
    std::optional<Edit> nextEdit();
    void settle(const Result<EditReceipt>& receipt);
    /// Reading failed.
    void stop(const Error& error) { m_result.stopped = error; }
    /// Nothing more is begun.
    void cancel() { m_result.cancelled = !isOver(); }

    const ImportOrder& order() const { return *m_order; }
    const ImportResult& result() const { return m_result; }

private:
    struct Piece {
        std::vector<JudgedRow> rows{};
        std::vector<Mutation> mutations{}; ///< of no row: custom fields
    };
    void settleRow(JudgedRow row);
    void refuse(Piece piece, const Error& error);

    std::shared_ptr<const ImportOrder> m_order;
    ImportJudge m_judge;
    std::deque<Piece> m_pieces{};
    ImportResult m_result{};
    bool m_prepared = false;
};

/// Runs it to its end on the caller's thread, for the command line. `progressed` is called after
/// every chunk.
ImportResult runImport(
    Workspace& workspace, ImportRun& run, const std::function<void(qint64)>& progressed = {});

/// Runs it without blocking. Lives on the thread that made it; outlives nothing it was given.
class ImportJob : public QObject {
    Q_OBJECT

public:
    ImportJob(Workspace& workspace, std::shared_ptr<const ImportOrder> order, const Clock& clock,
        QObject* parent = nullptr);
    ~ImportJob() override;

    void start() { step(); }
    /// Stops after the running chunk; what is done stays and can be undone.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const homeroom::ImportResult& result);

private:
    void step();
    void stepOn();

    Workspace& m_workspace;
    std::shared_ptr<ImportRun> m_run; // shared with the chunk that the worker has
    bool m_cancelled = false;
};

} // namespace homeroom
