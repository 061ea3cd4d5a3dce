// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordtype.h"

namespace homeroom {

/// Letters and digits only, lower case, half-width: how names of columns are compared.
QString comparableName(QStringView text);

/// What other programs write into a cell that says nothing: `Select`, `N/A`, `无` and the like.
QStringList usualEmptyWords();

/// School year 1 to 12, 0 for kindergarten, of `三年级`, `初二`, `高一`, `大班`, `G3`, `Grade 3`
/// or `3`; nothing for anything else.
std::optional<qint64> gradeFromText(QStringView text);

/// The wire word for what Chinese sheets write (`妈妈` → `mother`), else the text itself.
QString wireWord(const FieldDescription& field, const QString& text);

} // namespace homeroom
