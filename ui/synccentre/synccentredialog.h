// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace homeroom {

class EmptyState;
class TextLabel;

/// What needs a person: edits that the server refused, with the reason, and values that two people
/// changed at once. What only waits for the server is a number here; it needs nobody.
class SyncCentreDialog : public QDialog {
    Q_OBJECT

public:
    explicit SyncCentreDialog(PageContext& context, QWidget* parent = nullptr);

    int count() const;
    /// Lets the refused edit in this row go; a conflict stays.
    void discard(int row);
    QTableWidget& table() { return *m_table; }

Q_SIGNALS:
    void customerRequested(const homeroom::RecordId& customer);
    void syncRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        qint64 refused = 0; ///< number in the outbox; 0 for a conflict
        RecordId root{};
        QString what{};
        QString why{};
    };
    void arrange();
    void reload();
    Line lineOf(Database& database, const RefusedEdit& edit) const;
    Line lineOf(Database& database, const Conflict& conflict) const;
    QString familyName(Database& database, const RecordId& root) const;
    void followSelection();
    void retranslate();

    PageContext& m_context;
    std::vector<Line> m_lines;
    TextLabel* m_title;
    TextLabel* m_waiting;
    QTableWidget* m_table;
    EmptyState* m_empty;
    QPushButton* m_open;
    QPushButton* m_discard;
    QPushButton* m_sync;
    QPushButton* m_close;
    qint64 m_waitingCount = 0;
};

} // namespace homeroom
