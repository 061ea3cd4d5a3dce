// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

class QPushButton;

namespace homeroom {

struct ToastMessage {
    QString text{};
    QString action{}; ///< words of the action; none when empty
    QString keys{}; ///< key of the same action, as shown to people
    std::function<void()> onAction{};
};

/// A short report over the lower edge of its parent that blocks nothing. One at a time: a new
/// message takes the place of the old one. It leaves by itself, but not while the pointer is on it
/// or the focus in it; Esc closes it and gives the focus back.
class Toast : public QFrame {
    Q_OBJECT

public:
    Toast(const Theme& theme, QWidget* parent);

    void present(const ToastMessage& message);
    /// Moves the focus to the action, or to the closing cross when there is none.
    void takeFocus();
    void dismiss();
    void setDuration(int milliseconds) { m_timer.setInterval(milliseconds); }
    QString text() const { return m_message.text; }
    /// It will leave by itself.
    bool isWaiting() const { return m_timer.isActive(); }
    QPushButton& actionButton() { return *m_action; }

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Colors& inverse() const;
    void arrange();
    void act();
    void place();
    void waitOn();
    void retranslate();

    const Theme& m_theme;
    ToastMessage m_message;
    QTimer m_timer;
    QPushButton* m_action;
    QPushButton* m_close;
    QPointer<QWidget> m_focusBefore;
    QRect m_textRect;
};

} // namespace homeroom
