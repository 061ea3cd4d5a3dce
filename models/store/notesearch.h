// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom {

/// A remark or follow-up that holds every typed word.
struct NoteHit {
    RecordId family{};
    QString name{}; ///< of the family
    RecordId followUp{}; ///< null for the remark
    QString text{};
    std::optional<Milliseconds> at{}; ///< when it happened; a remark has no time

    bool operator==(const NoteHit&) const = default;
};

/// How far a search of notes has come: first the remarks, then the follow-ups, newest first.
struct NotePlace {
    enum class Source { Remarks, FollowUps, End };
    Source source = Source::Remarks;
    RecordId before{}; ///< records made before this one are still to be read; null: all
};

struct NoteSlice {
    std::vector<NoteHit> hits{};
    NotePlace next{};
};

/// Reads so many records from the place on; the words are those of filterTerms(). Notes have no
/// index of their own: a search goes on slice by slice, so that nothing else waits for it. Call
/// inside Database::read; SQL errors throw.
NoteSlice searchNotes(
    Database& database, const QList<QByteArray>& words, const NotePlace& from, int records);

} // namespace homeroom
