// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace homeroom {

/// Members joined with `; `. A backslash stands before a semicolon (also full-width) or backslash
/// of a member and before white space at its ends.
QString setText(const QStringList& members);

/// The inverse; also reads what people type: white space around members and empty members are
/// dropped, a full-width semicolon separates too, a backslash before anything else is itself.
QStringList setFromText(QStringView text);

} // namespace homeroom
