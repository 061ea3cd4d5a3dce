// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a row of the day.
#include "models/store/records.h"
#include "ui/bulk/bulkedits.h"
#include "ui/bulk/bulkmenu.h"
#include "ui/editing/contactcopy.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/taskwords.h"
#include "ui/editing/whendialog.h"
#include "ui/frame/shortcuts.h"
#include "ui/today/exceptiontable.h"
#include "ui/today/reportdialog.h"
#include "ui/today/taskdialog.h"
#include "ui/today/todaypage.h"
#include "ui/today/todaywords.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>

namespace homeroom {

using namespace Qt::StringLiterals;

TaskMoment TodayPage::moment() const
{
    return {m_context.clock.now(), m_context.zone, workTimeOf(m_context.catalogue, m_context.zone)};
}

std::optional<Customer> TodayPage::readCustomer() const
{
    const RecordId id = currentCustomer();
    if (id.isNull())
        return std::nullopt;
    const auto read = m_context.workspace.reader().read(
        [&](Database& database) { return findRecord<Customer>(database, id); });
    return read.ok() ? *read : std::nullopt;
}

void TodayPage::copy(bool phone)
{
    if (const std::optional<Customer> customer = readCustomer())
        Q_EMIT told(phone ? copyPhone(*customer) : copyWechat(*customer));
}

void TodayPage::finish()
{
    if (const TaskLine* line = m_model.task(currentRow()))
        finishTask(*line);
    else if (const TodayFamily* family = m_model.family(currentRow()))
        finishFamily(*family);
}

void TodayPage::finishTask(const TaskLine& line)
{
    const bool again = nextTask(line.task, moment()).has_value();
    std::vector<Mutation> mutations = taskDone(line.task, moment());
    if (isCurrentStep(line.task))
        mutations.push_back(nextStepDone(line.task.customer));
    m_context.desk.apply({again ? tr("Done, and planned again: %1").arg(taskTitle(line.task))
                                : tr("Done: %1").arg(taskTitle(line.task)),
        std::move(mutations), {}});
}

bool TodayPage::isCurrentStep(const Task& task) const
{
    const std::optional<Customer> family = readCustomer();
    // As it is stored: the rows come a moment after an edit.
    const auto held = m_context.workspace.reader().read(
        [&](Database& database) { return findRecord<Task>(database, task.id); });
    return family && held.ok() && *held && isNextStep(**held, *family);
}

// A promise is kept, a preparation made; everything else is done by speaking with the family.
void TodayPage::finishFamily(const TodayFamily& family)
{
    const Id<Customer> id(family.customer);
    switch (family.reasons.front().reason) {
    case TodayReason::Promised:
    case TodayReason::Overdue:
        m_context.desk.apply({tr("Next step done: %1").arg(family.name), {nextStepDone(id)}, {}});
        return;
    case TodayReason::ToFriend:
    case TodayReason::ToGroup: {
        const bool isFriend = family.reasons.front().reason == TodayReason::ToFriend;
        m_context.desk.apply(preparationEdit(
            {id}, isFriend ? Preparation::Friend : Preparation::Group, m_context.clock.now()));
        return;
    }
    default:
        Q_EMIT followUpRequested(family.customer, m_model.customers());
    }
}

void TodayPage::snooze(Milliseconds until)
{
    const QString when = taskTime(Task{.dueAt = until}, m_context);
    if (const TaskLine* line = m_model.task(currentRow())) {
        std::vector<Mutation> mutations = taskSnoozed(line->task, until);
        if (isCurrentStep(line->task))
            mutations.push_back(nextStepPutOff(line->task.customer, until));
        m_context.desk.apply(
            {tr("Put off to %1: %2").arg(when, taskTitle(line->task)), std::move(mutations), {}});
    } else if (const TodayFamily* family = m_model.family(currentRow())) {
        m_context.desk.apply({tr("Put off to %1: %2").arg(when, family->name),
            {nextStepPutOff(Id<Customer>(family->customer), until)}, {}});
    }
}

void TodayPage::showSnoozeMenu()
{
    if (m_model.key(currentRow()).isNull())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Put off to"));
    int number = 1;
    const auto offer = [&](const QString& words, const auto& deed) {
        menu->addAction(tr("&%1  %2").arg(number++).arg(words), this, deed);
    };
    for (const SnoozeTime& time : snoozeTimes(moment())) {
        const QString when = taskTime(Task{.dueAt = time.at}, m_context);
        const bool hour = time.kind == SnoozeTime::Kind::InAnHour;
        offer(hour ? tr("In an hour") : when, [this, at = time.at] { snooze(at); });
    }
    offer(tr("Another time…"), [this] {
        askWhen(m_context, this, tr("Put off to"), [this](Milliseconds at) { snooze(at); });
    });
    const QRect row = m_list->visualRect(m_list->currentIndex());
    menu->popup(m_list->viewport()->mapToGlobal(row.bottomLeft()));
}

void TodayPage::askSkip()
{
    const TaskLine* line = m_model.task(currentRow());
    const TodayFamily* family = m_model.family(currentRow());
    if (line)
        askWhy(tr("Skip the task"), shownTitle(line->task, m_context),
            [this, task = line->task, step = isCurrentStep(line->task)](const QString& reason) {
                std::vector<Mutation> mutations = taskSkipped(task, reason, moment());
                if (step)
                    mutations.push_back(nextStepDone(task.customer));
                m_context.desk.apply(
                    {tr("Skipped: %1").arg(taskTitle(task)), std::move(mutations), {}});
            });
    else if (family)
        askWhy(tr("Skip the family today"),
            shownName(family->name, m_context) + u": "_s
                + reasonText(family->reasons.front(), *family, m_context),
            [this, family = *family](const QString& reason) {
                const Task skipped = skippedToday(family.customer,
                    reasonText(family.reasons.front(), family, asStored(m_context)), reason,
                    moment());
                m_context.desk.apply(
                    {tr("Skipped today: %1").arg(family.name), {createMutation(skipped)}, {}});
            });
}

void TodayPage::askWhy(
    const QString& title, const QString& about, const std::function<void(const QString&)>& then)
{
    auto* dialog = new FormDialog(m_context.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(title);
    dialog->setIntroduction(about);
    dialog->setAcceptText(tr("Skip"));
    auto* reason = new QLineEdit;
    dialog->addRow(tr("Why it is not done"), reason, [reason] {
        return reason->text().trimmed().isEmpty() ? tr("Write why, so that nobody asks again.")
                                                  : QString();
    });
    connect(dialog, &QDialog::accepted, this, [reason, then] { then(reason->text().trimmed()); });
    dialog->open();
}

void TodayPage::openNewTask()
{
    openTask({});
}

void TodayPage::openTaskAboutCurrent()
{
    if (m_exceptions && m_exceptions->hasFocus() && !m_exceptions->tutor().isNull()) {
        const int count = m_exceptions->cellCount();
        return openTask({{}, {}, m_exceptions->tutor(),
            count > 0 ? tr("%1: %n families", nullptr, count).arg(m_exceptions->cellName())
                      : QString()});
    }
    const std::optional<Customer> customer = readCustomer();
    if (!customer)
        return openNewTask();
    TaskSubject subject{customer->id, shownName(customer->name, m_context), customer->owner, {}};
    if (const TodayFamily* family = m_model.family(currentRow())) {
        const QString reason = reasonText(family->reasons.front(), *family, m_context);
        // A mask must not be written, and what it hides not be shown: then nothing is proposed.
        if (reason == reasonText(family->reasons.front(), *family, asStored(m_context)))
            subject.text = reason;
    }
    openTask(subject);
}

void TodayPage::openTask(const TaskSubject& subject)
{
    auto* dialog = new TaskDialog(m_context, subject, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Task task = dialog->task(m_context.ids.next());
        m_context.desk.apply({tr("Task added: %1").arg(task.text), {createMutation(task)}, {}});
    });
    dialog->open();
}

void TodayPage::openReport()
{
    auto* dialog = new ReportDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::told, this, &TodayPage::told);
    dialog->open();
}

void TodayPage::showRowMenu(const QPoint& position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    popUpMenu(m_list->viewport()->mapToGlobal(position));
}

void TodayPage::popUpMenu(const QPoint& position)
{
    if (m_model.key(currentRow()).isNull())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& words, Command command, const auto& deed) {
        menu->addAction(words + u'\t' + m_shortcuts.keyText(command), this, deed);
    };
    offer(tr("Done"), Command::Done, [this] { finish(); });
    offer(tr("Put off…"), Command::Snooze, [this] { showSnoozeMenu(); });
    offer(tr("Skip…"), Command::Skip, [this] { askSkip(); });
    menu->addSeparator();
    if (!currentCustomer().isNull()) {
        offer(tr("Open"), Command::Open, [this] { request(true); });
        offer(tr("Copy phone"), Command::CopyPhone, [this] { copy(true); });
        offer(tr("Copy WeChat"), Command::CopyWechat, [this] { copy(false); });
        offer(tr("New task about this family…"), Command::NewTask,
            [this] { openTaskAboutCurrent(); });
        menu->addSeparator();
        m_bulk->fill(*menu, {currentCustomer()});
    }
    menu->popup(position);
}

} // namespace homeroom
