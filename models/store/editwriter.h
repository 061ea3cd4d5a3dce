// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/recordtable.h"
#include "models/store/edit.h"

#include <map>

namespace homeroom {

/// Whose edits these are: fills what the server will fill (owner, team, author), so that a row
/// looks the same before and after its first sync.
struct Author {
    RecordId user{};
    RecordId team{};
};

/// Whether an edit becomes an undo step of its own, carries one out, or is a rule's, which no
/// person takes back.
enum class UndoRecording { Record, Skip, ByRule };

/// The local half of the one write path: checks each mutation, writes the row, the outbox entry and
/// the undo entry. Call inside one write transaction; throws Error for a refused mutation and
/// SQLite::Exception, either of which rolls everything back.
class EditWriter {
public:
    EditWriter(Database& database, Milliseconds now, bool clockGood, const Author& author);

    EditReceipt write(const Edit& edit, UndoRecording recording);

    /// The table of a kind, prepared once.
    RecordTable& table(RecordKind kind);

private:
    struct Written {
        Mutation forward;
        Mutation inverse;
    };
    std::optional<Written> writeOne(Mutation mutation);
    Stamp seenOf(const RecordRow& row);
    RecordRow rowBefore(const Mutation& mutation);
    void check(const Mutation& mutation, const RecordRow& before) const;
    void fillServerFields(RecordRow& row) const;
    void keepBase(const RecordRow& row);
    void enqueue(const Mutation& mutation);
    void record(const Edit& edit, const std::vector<Written>& written, EditReceipt& receipt);
    qint64 undoEntryFor(const Edit& edit);

    Database& m_database;
    Milliseconds m_now;
    bool m_clockGood;
    std::optional<Stamp> m_sessionEnd{}; ///< of the last whole one; read once, for many records
    Author m_author;
    std::map<RecordKind, RecordTable> m_tables;
};

/// The mutation that takes `mutation` back, for the row as it was before it.
Mutation inverseOf(const Mutation& mutation, const RecordRow& before);

} // namespace homeroom
