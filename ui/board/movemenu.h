// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace homeroom {

/// A menu whose digits are its own while it is open: those of the board would be heard first.
class MoveMenu : public QMenu {
    Q_OBJECT

public:
    explicit MoveMenu(QWidget* parent) : QMenu(parent) { setAttribute(Qt::WA_DeleteOnClose); }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QMenu::event(event);
        event->accept();
        return true;
    }
};

} // namespace homeroom
