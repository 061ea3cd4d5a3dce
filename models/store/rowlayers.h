// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/recordtable.h"
#include "models/store/edit.h"

#include <map>

namespace homeroom {

/// The two layers of a row: what the server last said, and the edits of this profile whose echo has
/// not come back. The visible row is the first with the second applied over it (sync.md section 5).
/// Call inside one write transaction; throws SQLite::Exception and Error.
class RowLayers {
public:
    explicit RowLayers(Database& database) : m_database(database) { }

    RecordTable& table(RecordKind kind);

    /// Stamp of the server's version held here; zero where the server's version is not known.
    Stamp baseStamp(RecordKind kind, const RecordId& id);
    bool hasPending(RecordKind kind, const RecordId& id);

    /// Takes the server's row in: over a row with unechoed edits it becomes the new base.
    void setBase(const RecordRow& row);
    void dropBase(RecordKind kind, const RecordId& id);
    /// Removes the acknowledged edits of the row whose echo this stamp is.
    void dropEchoed(RecordKind kind, const RecordId& id, const Stamp& stamp);
    /// Works the visible row out anew and says what became of it.
    ChangedRecord redraw(RecordKind kind, const RecordId& id);

private:
    std::optional<RecordRow> keptBase(const RecordType& type, const RecordId& id);
    std::vector<Mutation> pending(const RecordType& type, const RecordId& id);
    std::optional<RecordRow> settledRow(const RecordType& type, const RecordId& id);
    std::optional<RecordRow> editedRow(
        const RecordType& type, const RecordId& id, const std::vector<Mutation>& mutations);

    Database& m_database;
    std::map<RecordKind, RecordTable> m_tables{};
};

} // namespace homeroom
