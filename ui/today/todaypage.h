// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/todaymodel.h"
#include "models/store/taskedits.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QListView;
class QPushButton;
class QMenu;
class QStackedWidget;

namespace homeroom {

class BulkMenu;
class EmptyState;
class ExceptionTable;
class FamilyChipBar;
class RacePane;
class Shortcuts;
class TextLabel;
class ToolbarRow;
struct TaskSubject;

/// The plan of the day: tasks that are due and the families that want something today, each with
/// its reason, worked through from the keyboard. Who leads others sees above it which tutors need
/// a word and why, and drills from there to the names.
class TodayPage : public QWidget {
    Q_OBJECT

public:
    TodayPage(PageContext& context, Shortcuts& shortcuts, QWidget* parent = nullptr);
    ~TodayPage() override;

    TodayModel& model() { return m_model; }
    QListView& list() { return *m_list; }
    FamilyChipBar& chips() { return *m_chips; }
    /// Null for who leads nobody.
    ExceptionTable* exceptions() { return m_exceptions; }
    RacePane& race() { return *m_race; }
    QString statusText() const;
    /// The row of this family becomes the current one; nothing where it has none.
    void setCurrent(const RecordId& customer);

    /// What the person does with the current row.
    void finish();
    void showSnoozeMenu();
    void askSkip();
    void openNewTask();
    void openReport();
    void openTaskAboutCurrent();

Q_SIGNALS:
    /// Somebody wants to call these families one after the other, from `first` on.
    void callsRequested(
        const std::vector<homeroom::RecordId>& families, const homeroom::RecordId& first);
    /// Somebody wants to see this family; `walkList` is what J and K walk from here.
    void customerRequested(
        const homeroom::RecordId& customer, const std::vector<homeroom::RecordId>& walkList);
    /// Enter, not only a peek: the panel should take the focus.
    void panelFocusRequested();
    /// The family's follow-up box should take the focus: writing it is what is to be done.
    void followUpRequested(
        const homeroom::RecordId& customer, const std::vector<homeroom::RecordId>& walkList);
    /// The person made another row the current one: an open panel follows.
    void currentCustomerChanged(const homeroom::RecordId& customer);
    void closeRequested();
    /// A short report for the toast.
    void told(const QString& sentence);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void bindKeys();
    void retranslate();
    void keepCurrent();
    void follow();
    void filter();
    void leave();
    void showState();
    void showSummary();
    void showRace();
    void move(int step);
    void request(bool takeFocus);
    void copy(bool phone);
    void showRowMenu(const QPoint& position);
    void popUpMenu(const QPoint& position);
    void askWhy(const QString& title, const QString& about,
        const std::function<void(const QString&)>& then);
    void finishTask(const TaskLine& line);
    void finishFamily(const TodayFamily& family);
    void snooze(Milliseconds until);
    void openTask(const TaskSubject& subject);
    TaskMoment moment() const;
    int currentRow() const;
    RecordId currentCustomer() const;
    std::optional<Customer> readCustomer() const;
    /// Whether the task, which the current row is about, is its family's next step.
    bool isCurrentStep(const Task& task) const;

    PageContext& m_context;
    Shortcuts& m_shortcuts;
    TodayModel m_model;
    ToolbarRow* m_toolbar;
    FamilyChipBar* m_chips;
    ExceptionTable* m_exceptions;
    QListView* m_list;
    EmptyState* m_empty;
    QStackedWidget* m_body;
    RacePane* m_race;
    BulkMenu* m_bulk;
    QPushButton* m_report;
    TextLabel* m_status;
    RecordId m_key; ///< what the current row is about
    int m_row = -1;
    bool m_still = false; ///< rows change by themselves: the person walks nowhere
};

} // namespace homeroom
