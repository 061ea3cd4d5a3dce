// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray.h"

#include "models/store/records.h"
#include "models/store/taskedits.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/taskwords.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostKept = 5; // in the menu; older ones are on the page of the day
constexpr int mostTold = 3; // lines of a notification
constexpr int shownMs = 10'000;

} // namespace

QString reminderText(const Reminder& reminder, const PageContext& context)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(reminder.at, context.zone).toString(u"HH:mm"_s);
    const QString family = shownName(reminder.family, context);
    const QString what = shownWords(
        reminder.task ? taskTitle(*reminder.task) : reminder.text, reminder.customer, context);
    if (family.isEmpty() || what.isEmpty())
        return time + u' ' + family + what;
    return u"%1 %2: %3"_s.arg(time, family, what);
}

Tray::Tray(PageContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_icon.setIcon(context.theme.icon(Icon::Today, &Colors::accent));
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this,
        [this] { Q_EMIT openRequested(m_clicked); });
    connect(&m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                Q_EMIT openRequested({});
        });
    if (context.privacy)
        connect(context.privacy, &PrivacyMode::changed, this, [this] {
            m_icon.setToolTip(tr("Homeroom")); // what it told last may have been a name
            fillMenu();
        });
    fillMenu();
    if (isAvailable())
        m_icon.show();
}

bool Tray::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::begin(int overdue, int today)
{
    if (overdue + today == 0)
        return;
    m_clicked = {};
    show(tr("Your day"),
        tr("%n overdue", nullptr, overdue) + u" · "_s
            + tr("%n still to come today", nullptr, today));
}

void Tray::tell(const std::vector<Reminder>& reminders)
{
    QStringList lines;
    for (const Reminder& reminder : reminders) {
        if (lines.size() < mostTold)
            lines.append(reminderText(reminder, m_context));
        m_last.push_front(reminder);
    }
    if (const int more = int(reminders.size()) - mostTold; more > 0)
        lines.append(tr("and %n more", nullptr, more));
    while (m_last.size() > mostKept)
        m_last.pop_back();
    m_clicked = reminders.front().customer;
    show(tr("Due now"), lines.join(u'\n'));
}

void Tray::show(const QString& title, const QString& text)
{
    m_icon.setToolTip(tr("Homeroom") + u'\n' + text);
    if (isAvailable())
        m_icon.showMessage(title, text, QSystemTrayIcon::NoIcon, shownMs);
    else
        Q_EMIT unheard(title + u": "_s + QString(text).replace(u'\n', u", "_s));
}

QMenu& Tray::menu()
{
    fillMenu();
    return m_menu;
}

void Tray::fillMenu()
{
    // Menus within a menu outlive its clearing.
    qDeleteAll(m_menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    m_menu.clear();
    m_menu.addAction(tr("Open Homeroom"), this, [this] { Q_EMIT openRequested({}); });
    if (!m_last.empty())
        m_menu.addSeparator();
    for (const Reminder& reminder : m_last)
        addReminder(reminder);
}

void Tray::addReminder(const Reminder& reminder)
{
    QMenu* deeds = m_menu.addMenu(reminderText(reminder, m_context));
    deeds->addAction(tr("Done"), this, [this, reminder] { finish(reminder); });
    deeds->addAction(tr("Put off by an hour"), this, [this, reminder] { putOff(reminder); });
    if (!reminder.customer.isNull())
        deeds->addAction(tr("Open the family"), this,
            [this, reminder] { Q_EMIT openRequested(reminder.customer); });
}

bool Tray::isStep(const Reminder& reminder) const
{
    if (!reminder.task || reminder.customer.isNull())
        return !reminder.task;
    const Result<bool> is = m_context.workspace.reader().read([&](Database& database) {
        const auto family = findRecord<Customer>(database, reminder.customer);
        const auto task = findRecord<Task>(database, reminder.task->id);
        return family && task && isNextStep(*task, *family);
    });
    return is.ok() && *is;
}

void Tray::finish(const Reminder& reminder)
{
    std::erase(m_last, reminder);
    Edit edit{tr("Done: %1").arg(reminderText(reminder, m_context)), {}, {}};
    if (reminder.task)
        edit.mutations = taskDone(*reminder.task,
            {m_context.clock.now(), m_context.zone,
                workTimeOf(m_context.catalogue, m_context.zone)});
    if (isStep(reminder))
        edit.mutations.push_back(nextStepDone(Id<Customer>(reminder.customer)));
    m_context.desk.apply(std::move(edit));
}

void Tray::putOff(const Reminder& reminder)
{
    std::erase(m_last, reminder);
    const Milliseconds until = m_context.clock.now() + hourMs;
    Edit edit{tr("Put off by an hour: %1").arg(reminderText(reminder, m_context)), {}, {}};
    if (reminder.task)
        edit.mutations = taskSnoozed(*reminder.task, until);
    if (isStep(reminder))
        edit.mutations.push_back(nextStepPutOff(Id<Customer>(reminder.customer), until));
    m_context.desk.apply(std::move(edit));
}

} // namespace homeroom
