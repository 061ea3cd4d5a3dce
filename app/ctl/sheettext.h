// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importplan.h"

#include <QJsonArray>

namespace homeroom::ctl {

/// The organisation's zone: times without an offset in sheets are meant there.
QTimeZone organisationZone();

/// What a rehearsal found, row by row: line, outcome, family, issues in words, and each field's
/// text before and after.
QJsonArray plannedRows(const ImportPlan& plan, const QTimeZone& zone);

} // namespace homeroom::ctl
