// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/widgets/formdialog.h"

class QComboBox;
class QLineEdit;

namespace homeroom {

/// Whether the person gives tasks to others.
bool leadsOthers(const Viewer& viewer);

/// What the new task is about, as far as it is known.
struct TaskSubject {
    RecordId family{}; ///< null: none
    QString familyName{};
    RecordId owner{}; ///< whose it is unless it is chosen otherwise
    QString text{}; ///< what is proposed
};

/// A new task: what, when, how it comes again and until when, and for those who lead others whose
/// it is.
class TaskDialog : public FormDialog {
    Q_OBJECT

public:
    TaskDialog(const PageContext& context, const TaskSubject& subject, QWidget* parent = nullptr);

    /// The task as it is typed, under that id.
    Task task(const RecordId& id) const;

private:
    void addRows();
    void fillAssignees();
    void followRepeat();
    QString checkText() const;
    QString checkTime() const;
    QString checkEnd() const;
    std::optional<QDate> lastDay() const;

    const PageContext& m_context;
    const TaskSubject m_subject;
    QLineEdit* m_text;
    QLineEdit* m_when;
    QComboBox* m_repeat;
    QLineEdit* m_until;
    QComboBox* m_assignee;
};

} // namespace homeroom
