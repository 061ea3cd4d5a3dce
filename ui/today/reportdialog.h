// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/dailyreport.h"
#include "ui/editing/pagecontext.h"
#include "ui/widgets/formdialog.h"

#include <QTimer>

class QPlainTextEdit;
class QPushButton;

namespace homeroom {

/// The report of the day in words, a line a subject; what did not happen is left out.
QString reportText(const DailyReport& report, const PageContext& context);

/// The daily report (日报): drafted from the day's work, to be edited and copied as text. What a
/// person has written is kept for the day.
class ReportDialog : public FormDialog {
    Q_OBJECT

public:
    ReportDialog(const PageContext& context, QWidget* parent = nullptr);
    ~ReportDialog() override;

    QPlainTextEdit& text() { return *m_text; }
    /// Drafts it anew from what is done by now; what was edited is lost.
    void draft();

Q_SIGNALS:
    /// For the toast.
    void told(const QString& sentence);

private:
    void showKept();
    void keep();
    QString today() const;

    const PageContext m_context;
    QPlainTextEdit* m_text;
    QPushButton* m_again;
    QTimer m_keeping;
    bool m_isDraft = true; ///< nobody has changed it
};

} // namespace homeroom
