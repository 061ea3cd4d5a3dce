// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importjudge.h"
#include "models/store/workspace.h"

#include <array>
#include <atomic>

namespace homeroom {

constexpr size_t importOutcomeCount = size_t(ImportOutcome::Fail) + 1;

/// What a rehearsal found: every row, without the mutations it would make.
struct ImportPlan {
    std::vector<JudgedRow> rows{};
    std::array<qint64, importOutcomeCount> counts{};
    qint64 unknownChannels = 0; ///< rows whose channel stays as source text
    qint64 warned = 0; ///< rows that look like another family
    QStringList newCustomFields{}; ///< keys that the organisation does not have yet
    bool complete = false; ///< false when it was cancelled

    qint64 count(ImportOutcome outcome) const { return counts[size_t(outcome)]; }
    void add(JudgedRow row);
};

/// Whether an issue says that the row looks like another family.
bool isLikeness(ImportProblem problem);

/// Rehearses an import without writing anything. Lives on the thread that made it; the work is done
/// on the workspace's worker, in chunks, so that other queries come in between.
class ImportRehearsal : public QObject {
    Q_OBJECT

public:
    ImportRehearsal(Workspace& workspace, std::shared_ptr<const ImportOrder> order,
        const Clock& clock, QObject* parent = nullptr);
    ~ImportRehearsal() override;

    void start();
    /// Stops after the running chunk; finished() comes with what there is.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const homeroom::ImportPlan& plan);
    void failed(const homeroom::Error& error);

private:
    struct Chunk {
        std::vector<JudgedRow> rows{};
        qint64 done = 0;
        bool atEnd = false;
        QStringList newCustomFields{};
    };
    void readOn();
    void take(Chunk chunk);

    Workspace& m_workspace;
    std::shared_ptr<const ImportOrder> m_order;
    std::shared_ptr<ImportJudge> m_judge; // shared with the chunk that the worker has
    ImportPlan m_plan;
    bool m_prepared = false;
    bool m_cancelled = false;
};

} // namespace homeroom
