// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/familyserver.h"
#include "ui/editing/pagecontext.h"
#include "ui/widgets/emptystate.h"

#include <QTimer>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace homeroom {

class PoolModel;
class Shortcuts;
class TextLabel;
class ToolbarRow;

/// Page 线索池: families without an owner, as the server shows them — masked, a page at a time,
/// only while it can be reached — and the way to take them over.
class PoolPage : public QWidget {
    Q_OBJECT

public:
    PoolPage(const PageContext& context, Shortcuts& shortcuts, QWidget* parent = nullptr);

    PoolModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    QLineEdit& findField() { return *m_find; }
    QPushButton& claimButton();
    QPushButton& moreButton() { return *m_more; }
    EmptyState& emptyState() { return *m_empty; }
    QString statusText() const;
    void reload();
    /// The server can be reached: what failed for want of it is asked once more.
    void serverAnswers();

Q_SIGNALS:
    void told(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class State { Loading, Ready, Failed };
    void arrange();
    void connectParts();
    void ask(const RecordId& after);
    void take(const Result<PoolFamilies>& page);
    void claim();
    void claimed(const Result<qint64>& answer, const std::vector<RecordId>& families);
    std::vector<RecordId> selected() const;
    void showState();
    void followSelection();
    void retranslate();

    PageContext m_context;
    Shortcuts& m_shortcuts;
    PoolModel* m_model;
    ToolbarRow* m_toolbar;
    QLineEdit* m_find;
    QTableView* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_body;
    TextLabel* m_status;
    QPushButton* m_more;
    QTimer m_typing; ///< asks when the person pauses
    State m_state = State::Loading;
    Error m_problem{};
    RecordId m_next{};
    qint64 m_kept = 0;
    qint64 m_cap = -1;
    quint64 m_question = 0; ///< answers to older ones are dropped
    bool m_claiming = false;
};

} // namespace homeroom
