// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace homeroom {

class IconLabel;
class TextLabel;

/// What stands where rows would: what there is to know and what to do next. Never a blank pane.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Empty, Loading, Error, Offline };

    struct Content {
        Kind kind = Kind::Empty;
        QString sentence{}; ///< what is the case
        QString next{}; ///< what to do about it
        QString action{}; ///< words of the button; none when empty
        Icon icon = Icon::Board; ///< for Kind::Empty; the others have their own
        QString other{}; ///< words of a second, quieter button; none when empty
    };

    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);

    void setContent(const Content& content);
    Kind kind() const { return m_content.kind; }
    QPushButton& actionButton() { return *m_action; }
    QPushButton& otherButton() { return *m_other; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actionRequested();
    void otherRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Content m_content;
    IconLabel* m_icon;
    TextLabel* m_sentence;
    TextLabel* m_next;
    QPushButton* m_action;
    QPushButton* m_other;
};

} // namespace homeroom
