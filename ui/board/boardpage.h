// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/boardview.h"
#include "ui/board/cardmover.h"
#include "ui/editing/pagecontext.h"
#include "ui/widgets/emptystate.h"

class QLineEdit;
class QMenu;
class QStackedWidget;

namespace homeroom {

class BulkMenu;
class ConditionBar;
class FamilyChipBar;
class FamilyDeeds;
class PageViews;
class ToolbarRow;

/// Page 看板: the pipelines as tabs, what is looked for, and the board.
class BoardPage : public QWidget {
    Q_OBJECT

public:
    BoardPage(const PageContext& context, Shortcuts& shortcuts, BoardSettings& settings,
        QWidget* parent = nullptr);

    BoardModel& model() { return m_model; }
    BoardView& view() { return *m_view; }
    CardMover& mover() { return *m_mover; }
    ToolbarRow& toolbar() { return *m_toolbar; }
    FamilyChipBar& chips() { return *m_chips; }
    ConditionBar& conditions() { return *m_conditions; }
    PageViews& views() { return *m_views; }
    /// Pipeline and filters, as a saved view holds them.
    QJsonObject definition() const;
    QLineEdit& findField() { return *m_find; }
    /// Takes the focus ring to the family, as when the panel walks its list.
    void showCustomer(const RecordId& customer) { m_view->focusCustomer(customer); }

Q_SIGNALS:
    /// Somebody wants to call these families one after the other, from `first` on.
    void callsRequested(
        const std::vector<homeroom::RecordId>& families, const homeroom::RecordId& first);
    /// Look at the family in the panel; `walkList` are the families around it, in order.
    void customerRequested(
        const homeroom::RecordId& customer, const std::vector<homeroom::RecordId>& walkList);
    void newLeadRequested();
    void panelFocusRequested();
    /// Something small was done, to be told in a toast.
    void noticed(const QString& sentence);
    void undoable(const QString& sentence, const std::function<void()>& undo);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void bindKeys();
    void followReverted(const ChangeSet& changes);
    void showPipelines();
    QString wantedPipeline() const;
    void choosePipeline(const QString& id);
    void showView(const QJsonObject& definition);
    void showFilters(const QJsonObject& definition);
    void showState();
    void showEmpty(const EmptyState::Content& content);
    EmptyState::Content emptyContent() const;
    QString nobodyText() const;
    void actOnEmpty();
    void open();
    void showMenu(const QPoint& global);
    void showMoveMenu();
    void fillMoveMenu(QMenu& menu);
    Customer currentFamily() const; ///< an empty one when there is none
    void retranslate();

    PageContext m_context;
    Shortcuts& m_shortcuts;
    BoardSettings& m_settings;
    BoardModel m_model;
    ToolbarRow* m_toolbar;
    FamilyChipBar* m_chips;
    ConditionBar* m_conditions;
    PageViews* m_views;
    QLineEdit* m_find;
    QStackedWidget* m_stack;
    BoardView* m_view;
    EmptyState* m_empty;
    CardMover* m_mover;
    BulkMenu* m_bulk;
    FamilyDeeds* m_deeds;
    QTimer m_patience; ///< how long loading shows nothing
    bool m_impatient = false; ///< loading has taken longer
};

} // namespace homeroom
