// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/reminderwatch.h"
#include "ui/editing/pagecontext.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <deque>

namespace homeroom {

/// Tells of what is due by the system's notifications, and keeps the last ones in the menu of the
/// tray icon with what can be done about them. Without a tray the window tells.
class Tray : public QObject {
    Q_OBJECT

public:
    explicit Tray(PageContext& context, QObject* parent = nullptr);

    void begin(int overdue, int today);
    void tell(const std::vector<Reminder>& reminders);
    /// The menu of the icon, filled as it would be shown.
    QMenu& menu();
    static bool isAvailable();
    /// Takes the icon away, and with it what it told last.
    void hide() { m_icon.hide(); }

Q_SIGNALS:
    /// The window is wanted, with that family where there is one.
    void openRequested(const homeroom::RecordId& customer);
    /// There is no tray: the window is to say it.
    void unheard(const QString& sentence);

private:
    void show(const QString& title, const QString& text);
    void fillMenu();
    void addReminder(const Reminder& reminder);
    /// Whether it is, or stands for, its family's next step.
    bool isStep(const Reminder& reminder) const;
    void finish(const Reminder& reminder);
    void putOff(const Reminder& reminder);

    PageContext& m_context;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    std::deque<Reminder> m_last{}; ///< newest first
    RecordId m_clicked{}; ///< the family that a click on the notification opens
};

/// One reminder in a line: «15:00 王芳: 发课时对比».
QString reminderText(const Reminder& reminder, const PageContext& context);

} // namespace homeroom
