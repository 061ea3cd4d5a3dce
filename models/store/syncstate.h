// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/clock.h"
#include "models/values/stamp.h"

namespace homeroom {

/// A clock that is further off than this orders nothing (sync.md section 7).
constexpr Milliseconds clockTolerance = 10 * minuteMs;

/// What a profile remembers of its talk with the server (`client_state`). Setters need a write
/// transaction; all throw SQLite::Exception.
class SyncState {
public:
    explicit SyncState(Database& database) : m_database(database) { }

    RecordId device(); ///< null before the first sign-in
    void setDevice(const RecordId& device);
    RecordId user(); ///< whose profile it is; null before the first sign-in
    void setUser(const RecordId& user);

    QString cursor(); ///< of the next pull; empty for a pull from zero
    /// With it nothing is left of seen: the page that it came with is the newest that was seen.
    void setCursor(const QString& cursor);
    /// A sign of the server for what it has shown since the cursor, or of the cursor that a resync
    /// has forgotten: it goes along with every request, so that a restored server learns that it is
    /// one. Empty without one.
    QString seen();
    void setSeen(const QString& seen);
    Stamp applied(); ///< snapshot of the last page taken in; an older answer is refused
    void setApplied(const Stamp& stamp);
    Stamp base(); ///< snapshot at which the last whole session ended; zero before the first
    void setBase(const Stamp& stamp);

    /// Whether the server shows this user nothing any more: everybody whose account is active sees
    /// the own record. False before the first session has ended.
    bool deactivated();

    /// Rows of this session count even where their stamp is older than the stored one: the server
    /// was restored, or everything comes again.
    bool guardsReset();
    void setGuardsReset(bool reset);
    /// Number of the pull from zero that replaces what the profile holds; 0 when none runs.
    qint64 sweep();
    void setSweep(qint64 number);
    /// Forgets the cursor and begins a sweep: what has not come again when the session ends goes,
    /// edits in the outbox excepted. Reading goes on meanwhile.
    void beginResync();

    qint64 lastMid(); ///< greatest mutation number given out by this device
    QString chain(); ///< hash after it
    void setLastMid(qint64 mid, const QString& chain);

    Milliseconds syncedAt(); ///< server time of the last whole session; 0 before the first
    void setSyncedAt(Milliseconds at);
    Milliseconds clockOffset(); ///< server's clock minus this one's, as last measured
    void setClockOffset(Milliseconds offset);
    Milliseconds lastEditAt(); ///< time of this device's newest edit; later ones are not before it
    void setLastEditAt(Milliseconds at);

    /// Erased content may still stand in the WAL until a checkpoint cuts it.
    bool erasurePending();
    void setErasurePending(bool pending);

private:
    qint64 number(const QString& key);
    Stamp stamp(const QString& key);
    void setStamp(const QString& key, const Stamp& stamp);

    Database& m_database;
};

} // namespace homeroom
