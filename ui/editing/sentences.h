// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordtype.h"

namespace homeroom {

/// What a person reads when something failed: what happened and what to do next.
QString sentenceFor(const Error& error);

/// The same of a deed that only the server can do: nothing of it is kept or sent later.
QString commandSentence(const Error& error);

/// Why nothing is sent any more until somebody signs in.
QString signInSentence();

/// Why nothing is here any more, and whom to ask.
QString deactivatedSentence();

/// The name of a record type and of a field as people read them, in the language of the program.
QString displayName(RecordKind kind);
QString displayName(RecordKind kind, const FieldDescription& field);
/// The word of a Word field as people read it (`noAnswer` → «No answer»).
QString displayWord(const FieldDescription& field, const QString& word);

} // namespace homeroom
