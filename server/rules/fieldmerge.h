// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"
#include "server/storage/storedvalues.h"

namespace homeroom {

/// Who wrote, from where and when: what a merge goes by.
struct EditOrigin {
    Stamp base{};
    RecordId user{};
    RecordId device{};
    Milliseconds at = 0; ///< clamped
    bool clockGood = true;
    bool ofLostTime = false; ///< the base was clamped: what stood beside the value may be gone
};

enum class MergeVerdict {
    Same, ///< nothing to write
    Write,
    WriteMerged, ///< write `value`, which is neither side's alone
    Keep, ///< the server's value stays, the other goes to history
    Conflict ///< the server's value stays, people decide
};

struct FieldMerge {
    MergeVerdict verdict = MergeVerdict::Same;
    FieldValue value{}; ///< to write; of an object field the patch that is left
    bool lostKeys = false; ///< of an object field: some keys of the patch lost
};

/// How one edit of one field meets the server's row (sync.md section 6). `incoming` is the new
/// value; of an object field the patch.
FieldMerge mergeField(const FieldDescription& field, const FieldValue& current,
    const FieldVersions& versions, const FieldValue& incoming, const EditOrigin& origin);

/// Whether the device's own last write of the field stands over one of another's after the base: an
/// undo of it would bring back neither.
bool isOvertaken(
    const FieldVersions& versions, const FieldDescription& field, const EditOrigin& origin);

/// Whether another device wrote the field after the base.
bool isWrittenUnseen(
    const FieldVersions& versions, const FieldDescription& field, const EditOrigin& origin);

/// Whether anybody else wrote a field of the row after the base.
bool changedSince(const RecordRow& row, const FieldVersions& versions, const EditOrigin& origin);

/// Whether anybody else deleted the row after the base.
bool deletedByOthersSince(const FieldVersions& versions, const EditOrigin& origin);
void noteDeletion(FieldVersions& versions, const EditOrigin& origin, const Stamp& stamp);

/// Notes the write of one field: `before` is its value until now, `written` what is written.
void noteWrite(FieldVersions& versions, const FieldDescription& field, const FieldValue& before,
    const FieldValue& written, const EditOrigin& origin, const Stamp& stamp);

/// What the device had typed where the text just noted was merged with another's.
void noteTyped(FieldVersions& versions, const FieldDescription& field, const FieldValue& typed);

/// The name under which the key of an object field has its version.
QString objectKeyName(const FieldDescription& field, const QString& key);

} // namespace homeroom
