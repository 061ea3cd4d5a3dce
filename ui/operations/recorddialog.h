// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"
#include "ui/operations/fieldcontrol.h"
#include "ui/widgets/formdialog.h"

namespace homeroom {

/// Makes or changes one record of the catalogue: a row a field, checked as it is typed. Knows no
/// type; the fields and which of them must be filled come from the caller.
class RecordDialog : public FormDialog {
    Q_OBJECT

public:
    struct Fields {
        std::vector<int> shown{}; ///< indexes of the description, in the order of the form
        std::vector<int> required{};
    };

    /// `row` is the record as it is, or an empty row with the preset values of a new one.
    RecordDialog(const Theme& theme, const Catalogue& catalogue, RecordRow row, Fields fields,
        QWidget* parent = nullptr);

    /// The fields whose value differs from the row's, those of a new record all.
    FieldChanges changes() const;
    /// Adds and removes of Set fields; a new record has them among changes().
    std::vector<Mutation> setEdits() const;
    FieldControl* control(int field) const;

private:
    QString check(int field) const;
    bool isNew() const { return m_row.root.isNull(); }

    RecordRow m_row;
    Fields m_fields;
    std::vector<std::pair<int, FieldControl*>> m_controls;
};

/// The edit that a filled-in dialog means; its mutations may be none.
std::vector<Mutation> mutationsOf(const RecordDialog& dialog, const RecordRow& row);

} // namespace homeroom
