// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rowlayers.h"
#include "models/store/syncstate.h"
#include "models/values/syncvalues.h"

#include <QSet>

namespace homeroom {

/// Takes pulled pages in: rows and cursor in the caller's one write transaction (sync.md section
/// 4). Nothing it writes enters the outbox. Throws SQLite::Exception and Error.
class PageAbsorber {
public:
    explicit PageAbsorber(Database& database);

    /// `requested` is the cursor that was sent. Conflict, with nothing changed, when the profile
    /// has moved on since, or when the page is older than what is applied. Rows go as soon as they
    /// are written: another page may be coming into memory meanwhile.
    ChangeSet absorb(PullPage page, const QString& requested);

    /// The server shows this user nothing any more and sends no page that says so: every root goes
    /// as if evicted. Edits stay in the outbox, and what was made here and never sent.
    ChangeSet leaveAll();

private:
    void loadPending();
    void checkOrder(const PullPage& page, const QString& requested);
    void takeRoot(const RootUpdate& update);
    void takeNewRoot(const RootUpdate& update);
    void replaceRoot(const RootUpdate& update);
    void takeRow(const RecordRow& row);
    void moveEdits(const RecordRow& row);
    void moveUndo(const RecordRow& row);
    enum class Refused { LoseValues, KeepValues };
    void evict(const RecordId& root, Refused refused = Refused::LoseValues);
    void eraseRows(const RecordId& root);
    void endSession(const Stamp& stamp);
    void keepKnown(const Stamp& stamp, qint64 lastMid);
    void requeueLost(const Stamp& stamp);
    void dropAllEchoed(const Stamp& stamp);
    void endSweep(Refused refused);
    void forgetLabels();
    bool isNew(const RootUpdate& update);

    Database& m_database;
    RowLayers m_layers;
    SyncState m_state;
    QSet<RecordId> m_pendingRoots{}; ///< with anything in the outbox
    QSet<RecordId> m_pendingRecords{};
    bool m_hasUndo = false;
    bool m_evicted = false;
    bool m_guardsReset = false;
    bool m_sweeping = false;
    ChangeSet m_changes{Origin::Remote, {}};
};

} // namespace homeroom
