// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/theme/paint/shapes.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace homeroom {

namespace {

constexpr int toastHeight = 40;
constexpr int widest = 560;
constexpr int readingTime = 6000; // ms; about 20 words
constexpr int distance = 20; // from the lower edge

/// A toast is painted in the other scheme's colours, and so are its buttons.
class ToastButton : public QPushButton {
public:
    ToastButton(const Theme& theme, QWidget* parent) : QPushButton(parent), m_theme(theme) { }

    QSize sizeHint() const override
    {
        if (text().isEmpty())
            return {24, 24};
        return {QFontMetrics(heavy()).horizontalAdvance(text()) + sizes::margin, 28};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colors& colors =
            colorsOf(m_theme.scheme() == Scheme::Dark ? Scheme::Light : Scheme::Dark);
        if (underMouse() || isDown())
            paint::box(painter, rect(), colors.line, {}, 4);
        if (hasFocus())
            paint::focusRing(painter, rect(), colors, 4);
        if (text().isEmpty()) {
            const QPoint corner((width() - sizes::icon) / 2, (height() - sizes::icon) / 2);
            paintIcon(painter, corner, Icon::Close, colors.muted, sizes::icon);
            return;
        }
        painter.setFont(heavy());
        painter.setPen(colors.accent);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    QFont heavy() const { return m_theme.font(TextRole::Strong); }

    const Theme& m_theme;
};

} // namespace

Toast::Toast(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_action(new ToastButton(theme, this)),
      m_close(new ToastButton(theme, this))
{
    Q_ASSERT(parent);
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(readingTime);
    arrange();
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_action, &QPushButton::clicked, this, &Toast::act);
    connect(m_close, &QPushButton::clicked, this, &Toast::dismiss);
    connect(&theme, &Theme::changed, this, &Toast::place);
    parent->installEventFilter(this);
    m_action->installEventFilter(this);
    m_close->installEventFilter(this);
    retranslate();
}

void Toast::arrange()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(sizes::margin, 0, sizes::gap, 0);
    row->setSpacing(sizes::gap);
    row->addStretch(1);
    row->addWidget(m_action);
    row->addWidget(m_close);
}

const Colors& Toast::inverse() const
{
    return colorsOf(m_theme.scheme() == Scheme::Dark ? Scheme::Light : Scheme::Dark);
}

void Toast::present(const ToastMessage& message)
{
    m_message = message;
    const QString keys = message.keys.isEmpty() ? QString() : QLatin1String("  ") + message.keys;
    m_action->setText(message.action.isEmpty() ? QString() : message.action + keys);
    m_action->setAccessibleName(message.action);
    m_action->setVisible(!message.action.isEmpty());
    setAccessibleName(message.text);
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    waitOn();
}

void Toast::takeFocus()
{
    if (!isVisible())
        return;
    m_focusBefore = QApplication::focusWidget();
    QPushButton* target = m_action->isHidden() ? m_close : m_action;
    target->setFocus(Qt::ShortcutFocusReason);
}

void Toast::dismiss()
{
    if (isHidden())
        return;
    m_timer.stop();
    const bool hadFocus = m_action->hasFocus() || m_close->hasFocus();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
    Q_EMIT closed();
}

void Toast::act()
{
    // First away, then act: the action may present the next toast.
    const auto action = std::exchange(m_message.onAction, {});
    dismiss();
    if (action)
        action();
}

void Toast::place()
{
    const int buttons = m_close->sizeHint().width() + sizes::gap
        + (m_message.action.isEmpty() ? 0 : m_action->sizeHint().width() + sizes::gap);
    const int margins = sizes::margin + sizes::gap;
    const QWidget& parent = *parentWidget();
    const int room = qMin(widest, parent.width() - 2 * sizes::margin) - buttons - margins;
    const QFontMetrics metrics(m_theme.font(TextRole::Body));
    const QRect needed =
        metrics.boundingRect(QRect(0, 0, room, 4 * toastHeight), Qt::TextWordWrap, m_message.text);
    const int tall = qMax(toastHeight, needed.height() + 2 * sizes::gap);
    const int wide = needed.width() + 1 + buttons + margins;
    m_textRect = QRect(sizes::margin, 0, needed.width() + 1, tall);
    setGeometry((parent.width() - wide) / 2, parent.height() - tall - distance, wide, tall);
    update();
}

void Toast::waitOn()
{
    if (underMouse() || m_action->hasFocus() || m_close->hasFocus())
        m_timer.stop();
    else if (!isHidden())
        m_timer.start();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    const bool focus = event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut;
    if (focus && watched != parentWidget())
        QMetaObject::invokeMethod(this, &Toast::waitOn, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::transparent);
    paint::box(painter, rect(), inverse().raised, inverse().line);
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(inverse().text);
    painter.drawText(m_textRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, text());
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void Toast::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    if (!m_action->hasFocus() && !m_close->hasFocus() && !isHidden())
        m_timer.start();
}

void Toast::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Toast::retranslate()
{
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
}

} // namespace homeroom
