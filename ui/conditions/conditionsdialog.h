// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/matchingfamilies.h"
#include "ui/conditions/conditionwords.h"
#include "ui/widgets/formdialog.h"

#include <QTimer>

class QScrollArea;

namespace homeroom {

class GroupEditor;
class TextLabel;

/// Edits the conditions of a list of families and tells meanwhile how many they would leave.
class ConditionsDialog : public FormDialog {
    Q_OBJECT

public:
    /// Begins with the conditions of `shown`, which must outlive the dialog.
    ConditionsDialog(
        const PageContext& context, const MatchingFamilies& shown, QWidget* parent = nullptr);

    ConditionGroup conditions() const;
    GroupEditor& editor() { return *m_editor; }
    QString countText() const;

private:
    QWidget* makeBody();
    QString problem() const;
    void follow();
    void showCount();

    const PageContext& m_context;
    MatchingFamilies m_matching;
    const std::vector<ConditionField> m_fields; ///< the rows hold on to them
    GroupEditor* m_editor;
    QScrollArea* m_area;
    TextLabel* m_count;
    QTimer m_settled; ///< so that not every letter reads the families
};

} // namespace homeroom
