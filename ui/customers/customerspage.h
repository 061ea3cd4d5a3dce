// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"
#include "ui/editing/pagecontext.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace homeroom {

class BulkMenu;
class ConditionBar;
class CustomerColumns;
class PageViews;
class EmptyState;
class FamilyChipBar;
class FamilyDeeds;
class Shortcuts;
class TextLabel;
class ToolbarRow;

/// All families of the profile as a table: filter, sort, columns, saved views, editing in place and
/// in bulk.
class CustomersPage : public QWidget {
    Q_OBJECT

public:
    CustomersPage(PageContext& context, Shortcuts& shortcuts, QWidget* parent = nullptr);
    ~CustomersPage() override;

    /// Moves the current row, as when the panel walked on. Does nothing for a family not shown.
    void setCurrent(const RecordId& customer);
    std::vector<RecordId> selectedCustomers() const;
    void openNewLead();
    /// How many pairs of families look like one; told on the way to them.
    void setDuplicates(int pairs);

    CustomerTableModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    QLineEdit& filterField() { return *m_filter; }
    FamilyChipBar& chips() { return *m_chips; }
    ConditionBar& conditions() { return *m_conditions; }
    PageViews& views() { return *m_views; }
    QString statusText() const;
    /// Filter, sort and columns, as a saved view holds them.
    QJsonObject definition() const;

Q_SIGNALS:
    /// Somebody wants to call these families one after the other, from `first` on.
    void callsRequested(
        const std::vector<homeroom::RecordId>& families, const homeroom::RecordId& first);
    /// Somebody wants to see this family; `walkList` is what J and K walk from here.
    void customerRequested(
        const homeroom::RecordId& customer, const std::vector<homeroom::RecordId>& walkList);
    /// Enter, not only a peek: the panel should take the focus.
    void panelFocusRequested();
    /// The person made another row the current one: an open panel follows.
    void currentCustomerChanged(const homeroom::RecordId& customer);
    /// Esc with nothing of the page's own to take back: an open panel goes.
    void closeRequested();
    void importRequested();
    void duplicatesRequested();
    void exportRequested(const std::vector<homeroom::RecordId>& customers);
    /// A short report for the toast.
    void told(const QString& sentence);
    void undoable(const QString& sentence, const std::function<void()>& undo);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void prepareTable();
    void connectParts();
    void bindKeys();
    void retranslate();
    void applyFilter(const std::function<void()>& change);
    void showAll();
    void nameButtons();
    void showCounts();
    QString nobodyText() const;
    void showView(const QJsonObject& definition);
    void request(bool takeFocus);
    void followCurrent();
    void move(int step);
    bool isMarked(int row) const;
    void toggleSelected();
    void clearSelection();
    void copy(bool phone);
    void edit(
        const RecordId& id, CustomerColumn column, const QString& customKey, const QString& text);
    void showRowMenu(const QPoint& position);
    void showActions();
    void popUpMenu(const QPoint& position);
    void fillBulkMenu(QMenu& menu, const std::vector<RecordId>& families);
    RecordId currentCustomer() const;

    PageContext& m_context;
    Shortcuts& m_shortcuts;
    CustomerTableModel* m_model;
    ToolbarRow* m_toolbar;
    FamilyChipBar* m_chips;
    ConditionBar* m_conditions;
    QLineEdit* m_filter;
    QPushButton* m_duplicates;
    QPushButton* m_import;
    QPushButton* m_export;
    QTableView* m_table;
    CustomerColumns* m_columns;
    PageViews* m_views;
    BulkMenu* m_bulk;
    FamilyDeeds* m_deeds;
    EmptyState* m_empty;
    QStackedWidget* m_body;
    TextLabel* m_status;
    QTimer m_keeping;
    int m_pairs = 0;
    bool m_still = false; // rows come and go by themselves: the person walks nowhere
    bool m_selecting = false; // rows are being picked with X: moving keeps the selection
};

} // namespace homeroom
