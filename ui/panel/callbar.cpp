// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/callbar.h"

#include "ui/editing/sentences.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsPerMinute = 60;

} // namespace

CallBar::CallBar(const PageContext& context, const Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts),
      m_place(new TextLabel(context.theme, TextRole::Body)),
      m_clock(new TextLabel(context.theme, TextRole::Number)),
      m_warning(new TextLabel(context.theme, TextRole::Small, &Colors::warn)),
      m_dial(new QPushButton), m_skip(new QPushButton), m_end(new QPushButton)
{
    setObjectName(u"callBar"_s);
    for (QPushButton*& result : m_results)
        result = new QPushButton;
    arrange();
    retranslate();
    showFamily(0, 0, {});
    m_tick.setInterval(int(secondMs));
    connect(&m_tick, &QTimer::timeout, this, &CallBar::showClock);
    connect(m_dial, &QPushButton::clicked, this, &CallBar::dialRequested);
    connect(m_skip, &QPushButton::clicked, this, &CallBar::skipRequested);
    connect(m_end, &QPushButton::clicked, this, &CallBar::endRequested);
    for (int number = 1; number <= resultCount; ++number)
        connect(m_results[size_t(number - 1)], &QPushButton::clicked, this,
            [this, number] { Q_EMIT resultChosen(number); });
    connect(&shortcuts, &Shortcuts::changed, this, &CallBar::retranslate);
}

void CallBar::arrange()
{
    m_warning->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(sizes::gap);
    head->addWidget(m_clock);
    head->addWidget(m_place);
    head->addStretch(1);
    for (QPushButton* button : {m_skip, m_end}) {
        setButtonKind(*button, ButtonKind::Quiet);
        head->addWidget(button);
    }
    m_dial->setIcon(m_context.theme.icon(Icon::Phone));
    auto* flow = new FlowLayout;
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(sizes::grid);
    flow->addWidget(m_dial);
    for (QPushButton* result : m_results)
        flow->addWidget(result);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::margin, sizes::gap, sizes::margin, sizes::gap);
    column->setSpacing(sizes::gap);
    column->addLayout(head);
    column->addWidget(m_warning);
    column->addLayout(flow);
}

void CallBar::showFamily(int number, int of, const QString& warning)
{
    m_number = number;
    m_of = of;
    m_since.reset();
    m_tick.stop();
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    showPlace();
    showClock();
}

void CallBar::startClock()
{
    if (!m_since)
        m_since = m_context.clock.now();
    m_tick.start();
    showClock();
}

std::optional<qint64> CallBar::takeDuration()
{
    if (!m_since)
        return std::nullopt;
    const qint64 seconds = std::max<qint64>(0, (m_context.clock.now() - *m_since) / secondMs);
    m_tick.stop();
    return seconds;
}

QString CallBar::clockText() const
{
    return m_clock->text();
}

QString CallBar::placeText() const
{
    return m_place->text();
}

void CallBar::showClock()
{
    const qint64 seconds = m_since ? (m_context.clock.now() - *m_since) / secondMs : 0;
    m_clock->setText(u"%1:%2"_s.arg(seconds / secondsPerMinute, 2, 10, QLatin1Char('0'))
                         .arg(seconds % secondsPerMinute, 2, 10, QLatin1Char('0')));
    m_clock->setAccessibleName(tr("Length of the call: %1").arg(m_clock->text()));
}

void CallBar::showPlace()
{
    m_place->setText(tr("Call %1 of %2").arg(m_number).arg(m_of));
    setAccessibleName(m_place->text());
}

void CallBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().sunken);
    painter.fillRect(0, height() - 1, width(), 1, m_context.theme.colors().line);
}

void CallBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CallBar::retranslate()
{
    const auto withKey = [this](const QString& words, Command command) {
        return words + u"  "_s + m_shortcuts.keyText(command);
    };
    m_dial->setText(withKey(tr("Dial"), Command::Dial));
    m_skip->setText(withKey(tr("Skip"), Command::Next));
    m_end->setText(withKey(tr("End"), Command::Close));
    const FieldDescription& field =
        recordTypeOf<FollowUp>().fields[size_t(fieldIndexOf(&FollowUp::result))];
    for (int number = 1; number <= resultCount; ++number) {
        const auto command = Command(int(Command::Result1) + number - 1);
        m_results[size_t(number - 1)]->setText(
            withKey(displayWord(field, Words<FollowUpResult>::words[size_t(number)]), command));
    }
    showPlace();
    showClock();
}

} // namespace homeroom
