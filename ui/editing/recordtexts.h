// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"

#include <QTimeZone>

namespace homeroom {

/// One field of any record as people read it: names instead of ids, words in their language, yuan,
/// times in the organisation's zone; «–» is left to the caller, nothing is an empty text.
QString recordText(
    const RecordRow& row, int field, const Catalogue& catalogue, const QTimeZone& zone);

/// The name of a catalogue record, or an empty text where it is not known here.
QString catalogueName(const Catalogue& catalogue, RecordKind kind, const RecordId& id);

} // namespace homeroom
