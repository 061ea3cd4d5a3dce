// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familyquery.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace homeroom {

class CallBar;
class CallFlow;
class EmptyState;
class FamilyHeader;
class FieldsTab;
class FollowUpBox;
class LearningTab;
class OrdersTab;
class Shortcuts;
class TimelineView;

/// One family beside any list. J and K walk the list it came from, Esc asks to be closed. What is
/// typed into the follow-up box is kept for each family; of a family that leaves, it can be copied
/// while the panel is still there, and is gone then.
class CustomerPanel : public QWidget {
    Q_OBJECT

public:
    CustomerPanel(PageContext& context, Shortcuts& shortcuts, QWidget* parent = nullptr);
    ~CustomerPanel() override;

    /// Shows the family; `walk` is the list it came from, kept when empty.
    void open(const RecordId& customer, std::vector<RecordId> walk = {});
    /// Calls these families one after the other, from `first` on.
    void startCalls(const std::vector<RecordId>& families, const RecordId& first);
    CallFlow& calls() { return *m_calls; }
    CallBar& callBar() { return *m_callBar; }
    /// Keeps the draft and forgets the family.
    void leave();
    /// The window goes: what is typed into fields is saved, and what cannot be saved goes into the
    /// draft of the follow-up, which is kept.
    void putAway();
    /// Words of a family that left, which are only here.
    bool holdsWords() const { return !m_typed.isEmpty(); }
    const RecordId& customer() const { return m_customer; }

    enum class Tab { Timeline, Learning, Orders, Fields };
    void showTab(Tab tab);
    FollowUpBox& followUpBox() { return *m_box; }
    FieldsTab& fieldsTab() { return *m_fields; }

Q_SIGNALS:
    void closeRequested();
    /// This family is in sight now; a null id: none is.
    void shown(const homeroom::RecordId& customer);
    /// The person walked on to this family, or the one shown became part of it.
    void walkedTo(const homeroom::RecordId& customer);
    /// A short report for the toast.
    void told(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    void bindKeys();
    void retranslate();
    void bindCalls();
    void leaveStep();
    void walk(int step);
    void showCalled(const RecordId& family);
    void follow(const ChangeSet& changes);
    RecordId mergedInto(const ChangeSet& changes) const;
    void read();
    void showFamily();
    void letGo();
    void showGone();
    void copyTyped();
    void fillTab();

    PageContext& m_context;
    Shortcuts& m_shortcuts;
    RecordId m_customer;
    std::vector<RecordId> m_walk;
    std::optional<Family> m_family;
    QString m_typed; ///< of a family that left, until the panel goes on
    QStackedWidget* m_states;
    EmptyState* m_gone;
    FamilyHeader* m_header;
    QTabBar* m_tabBar;
    QStackedWidget* m_tabs;
    TimelineView* m_timeline;
    LearningTab* m_learning;
    OrdersTab* m_orders;
    FieldsTab* m_fields;
    FollowUpBox* m_box;
    CallBar* m_callBar;
    CallFlow* m_calls;
};

} // namespace homeroom
