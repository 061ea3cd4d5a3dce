// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "ui/theme/paint/shapes.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <optional>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int dot = 8;
constexpr int markGap = 6;
constexpr int markSide = 14;

} // namespace

/// A clickable word with a mark before it: a dot when all is well, an icon when not.
class StatusPart : public QPushButton {
public:
    StatusPart(const Theme& theme, QWidget* parent) : QPushButton(parent), m_theme(theme)
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
        connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    }

    void show(const QString& words, std::optional<Icon> mark, QColor Colors::*tone)
    {
        setText(words);
        setAccessibleName(words);
        m_mark = mark;
        m_tone = tone;
        updateGeometry();
        update();
    }

    void setDot(bool dotted) { m_dotted = dotted; }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Small));
        return {
            metrics.horizontalAdvance(text()) + 2 * padding + markWidth(), sizes::statusBar - 1};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colors& colors = m_theme.colors();
        if (underMouse() || isDown())
            painter.fillRect(rect(), paint::mixed(colors.sunken, colors.text, 0.06));
        if (hasFocus())
            paint::focusRing(painter, rect(), colors, 4);
        paintMark(painter);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.setPen(m_tone == &Colors::good ? colors.muted : colors.*m_tone);
        painter.drawText(rect().adjusted(padding + markWidth(), 0, 0, 0),
            Qt::AlignVCenter | Qt::AlignLeft, text());
    }

private:
    int markWidth() const
    {
        if (m_mark)
            return markSide + markGap;
        return m_dotted ? dot + markGap : 0;
    }

    void paintMark(QPainter& painter)
    {
        // One lower than the middle: CJK faces set their Latin letters low in the line.
        const QColor tone = m_theme.colors().*m_tone;
        if (m_mark) {
            const QPoint corner(padding, (height() - markSide) / 2 + 1);
            paintIcon(painter, corner, *m_mark, tone, markSide);
        } else if (m_dotted) {
            paint::box(
                painter, QRect(padding, (height() - dot) / 2 + 1, dot, dot), tone, {}, dot / 2.0);
        }
    }

    const Theme& m_theme;
    std::optional<Icon> m_mark;
    QColor Colors::*m_tone = &Colors::muted;
    bool m_dotted = false;
};

StatusLine::StatusLine(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_sync(new StatusPart(theme, this)),
      m_waiting(new StatusPart(theme, this)), m_toDecide(new StatusPart(theme, this)),
      m_attention(new StatusPart(theme, this)), m_privacy(new StatusPart(theme, this)),
      m_day(new TextLabel(theme, TextRole::Small, &Colors::muted))
{
    setMinimumHeight(sizes::statusBar);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(sizes::gap, 1, sizes::margin, 0);
    row->setSpacing(0);
    for (StatusPart* part : {m_sync, m_waiting, m_toDecide, m_attention}) {
        row->addWidget(part);
        connect(part, &QPushButton::clicked, this, &StatusLine::syncCentreRequested);
    }
    row->addStretch(1);
    row->addWidget(m_privacy);
    row->addWidget(m_day);
    m_privacy->hide();
    connect(m_privacy, &QPushButton::clicked, this, &StatusLine::privacyRequested);
    m_sync->setDot(true);
    retranslate();
}

void StatusLine::setSync(Freshness state, const QDateTime& asOf, QDate today, const QString& reason)
{
    m_state = state;
    m_asOf = asOf;
    m_today = today;
    m_reason = reason;
    retranslate();
}

void StatusLine::setWaiting(int count)
{
    m_waitingCount = count;
    retranslate();
}

void StatusLine::setToDecide(int count)
{
    m_toDecideCount = count;
    retranslate();
}

void StatusLine::setAttention(int count)
{
    m_attentionCount = count;
    retranslate();
}

QString StatusLine::toDecideText() const
{
    return m_toDecide->isHidden() ? QString() : m_toDecide->text();
}

QString StatusLine::attentionText() const
{
    return m_attention->isHidden() ? QString() : m_attention->text();
}

void StatusLine::setDayText(const QString& text)
{
    m_day->setText(text);
}

void StatusLine::setPrivate(bool on)
{
    m_privacy->setVisible(on);
}

QString StatusLine::privacyText() const
{
    return m_privacy->isHidden() ? QString() : m_privacy->text();
}

QString StatusLine::syncText() const
{
    return m_sync->text();
}

QString StatusLine::syncReason() const
{
    return m_sync->accessibleDescription();
}

QString StatusLine::asOfText() const
{
    if (m_asOf.date() == m_today)
        return m_asOf.toString(u"HH:mm"_s);
    return m_asOf.toString(u"MM-dd HH:mm"_s);
}

void StatusLine::showSync()
{
    const bool known = m_asOf.isValid();
    switch (m_state) {
    case Freshness::Never:
        m_sync->show(tr("Not synced yet"), Icon::Sync, &Colors::muted);
        break;
    case Freshness::Synced:
        m_sync->show(tr("Synced %1").arg(asOfText()), {}, &Colors::good);
        break;
    case Freshness::Syncing:
        m_sync->show(tr("Syncing…"), Icon::Sync, &Colors::muted);
        break;
    case Freshness::Offline:
        m_sync->show(known ? tr("Offline · as of %1").arg(asOfText()) : tr("Offline"),
            Icon::Offline, &Colors::muted);
        break;
    case Freshness::Troubled:
        m_sync->show(known ? tr("Cannot sync · as of %1").arg(asOfText()) : tr("Cannot sync"),
            Icon::Warning, &Colors::warn);
        break;
    case Freshness::Failed:
        m_sync->show(known ? tr("Sign in again · as of %1").arg(asOfText()) : tr("Sign in again"),
            Icon::Warning, &Colors::bad);
        break;
    case Freshness::Deactivated:
        m_sync->show(tr("Account deactivated"), Icon::Lock, &Colors::bad);
        break;
    }
}

void StatusLine::retranslate()
{
    showSync();
    m_waiting->show(tr("%1 waiting").arg(locale().toString(m_waitingCount)), {}, &Colors::muted);
    m_toDecide->show(m_toDecideCount == 1
            ? tr("1 to decide")
            : tr("%1 to decide").arg(locale().toString(m_toDecideCount)),
        Icon::Conflict, &Colors::warn);
    m_toDecide->setVisible(m_toDecideCount > 0);
    m_attention->show(m_attentionCount == 1
            ? tr("1 needs attention")
            : tr("%1 need attention").arg(locale().toString(m_attentionCount)),
        Icon::Warning, &Colors::bad);
    m_attention->setVisible(m_attentionCount > 0);
    m_privacy->show(tr("Privacy mode: names are masked"), Icon::Privacy, &Colors::accent);
    m_privacy->setToolTip(tr("Show names and numbers again"));
    for (StatusPart* part : {m_sync, m_waiting, m_toDecide, m_attention})
        part->setToolTip(tr("Open the sync centre"));
    if (!m_reason.isEmpty())
        m_sync->setToolTip(m_reason);
    m_sync->setAccessibleDescription(m_reason);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().sunken);
    painter.fillRect(0, 0, width(), 1, m_theme.colors().line);
}

void StatusLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
