// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"

#include <QJsonObject>

namespace homeroom {

/// A value of a field as the rest of the program shows it: names of stages and people, yuan,
/// grouped phones, tags by name, custom fields by their names, times in the organisation's zone.
/// «–» for nothing.
QString valueText(RecordKind kind, int field, const FieldValue& value, const PageContext& context);

/// The same for a value as the history and conflicts quote it.
QString quotedText(RecordKind kind, int field, const QJsonValue& json, const PageContext& context);

/// The name of a user as people read it, «you» for the viewer, empty for nobody.
QString personText(const RecordId& user, const PageContext& context);

} // namespace homeroom
