// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/duplicatemodel.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QHBoxLayout;
class QListView;
class QPushButton;
class QSplitter;

namespace homeroom {

class DuplicateDetail;
class EmptyState;
class FamilyDeeds;
class Shortcuts;
class TextLabel;
class ToolbarRow;

/// Page 查重: pairs of families that may be one, side by side, to be merged or told apart. The list
/// is of this machine and is there offline; merging is the server's.
class DuplicatesPage : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the page.
    DuplicatesPage(PageContext& context, Shortcuts& shortcuts, DuplicateModel& model,
        QWidget* parent = nullptr);

    QListView& list() { return *m_list; }
    DuplicateDetail& detail() { return *m_detail; }
    EmptyState& emptyState() { return *m_empty; }
    QPushButton& mergeButton() { return *m_merge; }
    QPushButton& apartButton() { return *m_apart; }
    const DuplicatePair* current() const;
    /// Why merging is not offered now; empty where it is.
    QString reason() const;
    QString statusText() const;
    /// Whether the server answered when it was last asked.
    void setServerAway(bool away);

Q_SIGNALS:
    /// `walkList` are the two of the pair.
    void customerRequested(
        const homeroom::RecordId& customer, const std::vector<homeroom::RecordId>& walkList);
    /// Another pair: an open panel follows.
    void currentCustomerChanged(const homeroom::RecordId& customer);
    void closeRequested();
    /// Back to all families.
    void customersRequested();
    void told(const QString& sentence);
    void undoable(const QString& sentence, const std::function<void()>& undo);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    QHBoxLayout* makeDeeds();
    void connectParts();
    void bindKeys();
    void retranslate();
    void follow();
    void showCurrent();
    void showState();
    void showDeeds();
    void walk(int step);
    void open(bool second);
    void merge();
    void tellApart();

    PageContext& m_context;
    Shortcuts& m_shortcuts;
    DuplicateModel& m_model;
    FamilyDeeds* m_deeds;
    ToolbarRow* m_toolbar;
    QPushButton* m_back;
    QListView* m_list;
    DuplicateDetail* m_detail;
    QSplitter* m_both;
    EmptyState* m_empty;
    TextLabel* m_reason;
    TextLabel* m_status;
    QPushButton* m_merge;
    QPushButton* m_apart;
    QPushButton* m_openFirst;
    QPushButton* m_openSecond;
    std::pair<RecordId, RecordId> m_key{}; ///< of the current pair
    std::pair<RecordId, RecordId> m_merging{};
    int m_row = 0; ///< of the current pair; the one in its place is next
    bool m_serverAway = false;
};

} // namespace homeroom
