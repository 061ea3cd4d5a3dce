// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"

namespace homeroom {

/// One line of a combo box of a field.
struct FieldChoice {
    QString label{};
    FieldValue value{};
};

/// A field as it is edited: one of a record type's description, or one of the organisation's own.
struct FieldShape {
    QString key{}; ///< wire name, or the key of a custom field
    QString label{};
    FieldKind kind = FieldKind::Text;
    RecordKind target = RecordKind::None;
    std::vector<FieldChoice> choices{}; ///< for what is chosen and not typed
    bool readOnly = false;
    bool custom = false;
};

/// Fields of a type that people may see in the panel, in their order.
std::vector<FieldShape> shapesOf(RecordKind kind, const Catalogue& catalogue);
std::vector<FieldShape> customShapes(const Catalogue& catalogue);
/// What a family holds that no custom field of the organisation describes, as a tutor's import
/// leaves it: to be read only, under its key.
std::vector<FieldShape> undefinedShapes(const QJsonObject& values, const Catalogue& catalogue);

/// The value as text for a line edit, or for reading.
QString fieldText(const FieldShape& shape, const FieldValue& value, const PageContext& context);
/// The value that the typed text means, or a sentence why it means none.
struct TypedField {
    FieldValue value{};
    QString problem{};
};
TypedField typedField(const FieldShape& shape, const QString& text, const PageContext& context);

/// Custom values stand in JSON.
FieldValue customValue(const FieldShape& shape, const QJsonValue& json);
QJsonValue customJson(const FieldShape& shape, const FieldValue& value);

} // namespace homeroom
