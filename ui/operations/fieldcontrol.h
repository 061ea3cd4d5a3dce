// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace homeroom {

/// One field of one record as a control: a line, a choice or a check box, after the field's kind.
/// Sets are typed as words between commas, amounts in yuan.
class FieldControl : public QWidget {
    Q_OBJECT

public:
    /// References offer the catalogue's living records of the target type.
    FieldControl(RecordKind kind, const FieldDescription& field, const Catalogue& catalogue,
        QWidget* parent = nullptr);

    void setValue(const FieldValue& value);
    /// What stands there as a value, or why it is none.
    Result<FieldValue> value() const;
    /// Takes a choice out, as the record itself out of its own parents.
    void removeChoice(const RecordId& id);

Q_SIGNALS:
    void edited();

private:
    void makeLine();
    void makeChoice(const Catalogue& catalogue);
    void fillReferences(const Catalogue& catalogue);
    QString lineText(const FieldValue& value) const;

    FieldDescription m_field;
    QLineEdit* m_line = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_check = nullptr;
};

} // namespace homeroom
