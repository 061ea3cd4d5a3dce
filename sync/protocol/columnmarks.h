// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordtype.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace homeroom {

// The names of its columns are a fifth of a page that brings one edit. A client that says what
// names it knows, and in which order, gets marks instead where the server knows the same.

/// A sign of the names and order of all fields of all types of this program: where two programs
/// have the same one, marks mean the same to both.
QString columnsSign();

/// Which columns a block has besides the four of its header: hexadecimal digits, four columns in
/// each, the lowest bit first. The first column is `deleted`, the others are the type's fields.
QByteArray columnMarks(bool deleted, const std::vector<size_t>& fields);
/// The names behind marks, those of the header first; nothing where they mark what is no field.
std::optional<QStringList> namesOfMarks(const RecordType& type, const QString& marks);

} // namespace homeroom
