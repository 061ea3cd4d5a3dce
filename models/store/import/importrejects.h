// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importrun.h"

namespace homeroom {

/// Says in words what is wrong; the interface gives its own in the person's language.
using IssueWords = std::function<QString(const ImportIssue&)>;

/// The rejected rows with all their columns, their line in the sheet and the reason: as CSV that
/// can be corrected and imported again.
QByteArray rejectsCsv(const ImportOrder& order, const std::vector<JudgedRow>& rejected,
    const IssueWords& words = issueText);

/// Writes the file next to `sheet`, or into the home folder where that is not possible, at worst
/// among temporary files; nobody else may read it, and a file of that name is not overwritten. The
/// path, or an Io error.
Result<QString> writeRejects(const QString& sheet, const QByteArray& csv);

} // namespace homeroom
