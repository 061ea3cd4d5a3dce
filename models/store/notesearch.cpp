// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/notesearch.h"

#include "models/values/filtertext.h"

namespace homeroom {

namespace {

using Source = NotePlace::Source;

// Ids grow with the time a record was made; all of them are below 16 bytes of 0xFF.
constexpr const char* readRemarks =
    "SELECT id, id, remark, NULL FROM r_customer WHERE id < ?1 AND deleted = 0 "
    "ORDER BY id DESC LIMIT ?2";
constexpr const char* readFollowUps =
    "SELECT id, root, text, \"happenedAt\" FROM r_followup WHERE id < ?1 AND deleted = 0 "
    "ORDER BY id DESC LIMIT ?2";

RecordId afterAll()
{
    std::array<quint8, 16> bytes;
    bytes.fill(0xFF);
    return RecordId(bytes);
}

/// Nothing for a family that is gone.
std::optional<QString> nameOf(Database& database, const RecordId& family)
{
    Statement query =
        database.statement("SELECT name FROM r_customer WHERE id = ?1 AND deleted = 0");
    query.bind(1, family);
    return query.step() ? std::optional(query.text(0)) : std::nullopt;
}

} // namespace

NoteSlice searchNotes(
    Database& database, const QList<QByteArray>& words, const NotePlace& from, int records)
{
    NoteSlice slice;
    const bool remarks = from.source == Source::Remarks;
    Statement query = database.statement(remarks ? readRemarks : readFollowUps);
    query.bind(1, from.before.isNull() ? afterAll() : from.before).bind(2, records);
    int read = 0;
    for (; query.step(); ++read) {
        slice.next = {from.source, query.id(0)};
        const QString text = query.text(2);
        if (text.isEmpty() || !matchesFilter(filterKey(text), words))
            continue;
        const std::optional<QString> name = nameOf(database, query.id(1));
        if (!name)
            continue;
        NoteHit hit{query.id(1), *name, {}, text, {}};
        if (!remarks) {
            hit.followUp = query.id(0);
            hit.at = query.integer(3);
        }
        slice.hits.push_back(hit);
    }
    if (read < records)
        slice.next = {remarks ? Source::FollowUps : Source::End, {}};
    return slice;
}

} // namespace homeroom
