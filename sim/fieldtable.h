// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <span>

namespace homeroom::sim {

/// How two edits of a field meet (the table of sync.md section 6).
enum class FieldClass {
    Append,
    Set,
    Soft,
    Guarded,
    Text,
    Placed, ///< by commands, too, or by the family that the record is in: not one edit's alone
    Quiet, ///< soft, and kept by a program beside what a person typed: no loser is told (rank)
    Led ///< soft, and goes with the stage: where that gave way, what was empty is not told
};

/// What a value looks like in a table.
enum class FieldForm { Text, Number, Flag, Reference, Members, Keys };

/// Who reads it in full (the role table of domain.md).
enum class FieldReader { Everybody, Owner };

struct FieldRule {
    const char* type;
    const char* field;
    FieldClass merge = FieldClass::Soft;
    FieldForm form = FieldForm::Text;
    FieldReader reader = FieldReader::Everybody;
};

/// What sync.md and domain.md say of each field that the people of a run write. Written from these
/// pages, so that it judges the product's own descriptions.
std::span<const FieldRule> fieldTable();

/// Null for a field that nobody of a run writes.
const FieldRule* findFieldRule(const QString& type, const QString& field);

/// The bytes of a table as the wire would have the value; null for nothing.
QJsonValue fieldValueOf(const FieldRule& rule, const QByteArray& bytes);

/// Whether two values of the wire mean the same: nothing is nothing, however it is written.
bool sameValue(const QJsonValue& one, const QJsonValue& other);

} // namespace homeroom::sim
