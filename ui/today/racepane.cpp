// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/racepane.h"

#include "models/values/cohortday.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameWidth = 88;
constexpr int columnWidth = 60;
constexpr int formerCount = 3;
constexpr int paneWidth = nameWidth + (formerCount + 1) * columnWidth + 2 * sizes::margin;

/// What a tutor can still change today: base rates and, for lessons, the step.
constexpr std::array shown{Metric::Friend, Metric::Group, Metric::Attendance, Metric::Finish,
    Metric::FinishStep, Metric::Homework, Metric::Deposit, Metric::Conversion};
static_assert(shown.size() == metricCount);

/// Texts of this file belong to one translation context.
struct Metrics {
    Q_DECLARE_TR_FUNCTIONS(Metrics)
};

QString countText(const MetricCount& count)
{
    return u"%1/%2"_s.arg(count.numerator).arg(count.denominator);
}

/// 1 where the one is the higher rate, -1 where the lower; compared as products, over zero equal.
int compared(const MetricCount& one, const MetricCount& other)
{
    if (one.denominator == 0 || other.denominator == 0)
        return 0;
    const qint64 left = one.numerator * other.denominator;
    const qint64 right = other.numerator * one.denominator;
    return (left > right) - (left < right);
}

} // namespace

QString metricName(Metric metric)
{
    switch (metric) {
    case Metric::Friend:
        return Metrics::tr("Friends");
    case Metric::Group:
        return Metrics::tr("In the group");
    case Metric::Attendance:
        return Metrics::tr("Attendance");
    case Metric::Finish:
        return Metrics::tr("Finished");
    case Metric::FinishStep:
        return Metrics::tr("Finished of attended");
    case Metric::Homework:
        return Metrics::tr("Homework");
    case Metric::Deposit:
        return Metrics::tr("Deposit");
    case Metric::Conversion:
        break;
    }
    return Metrics::tr("Conversion");
}

QString metricDefinition(Metric metric)
{
    switch (metric) {
    case Metric::Friend:
        return Metrics::tr("Students whose parent is a friend ÷ enrolled students");
    case Metric::Group:
        return Metrics::tr("Students whose parent is in the group ÷ enrolled students");
    case Metric::Attendance:
        return Metrics::tr("Lessons attended, live or replay ÷ lessons unlocked");
    case Metric::Finish:
        return Metrics::tr("Lessons finished ÷ lessons unlocked");
    case Metric::FinishStep:
        return Metrics::tr("Lessons finished ÷ lessons attended");
    case Metric::Homework:
        return Metrics::tr("Homework handed in ÷ homework due");
    case Metric::Deposit:
        return Metrics::tr("Students with a deposit, not paid back ÷ enrolled students");
    case Metric::Conversion:
        break;
    }
    return Metrics::tr("Students with a full order, not paid back ÷ enrolled students");
}

QString rateText(const MetricCount& count)
{
    if (count.denominator == 0)
        return u"–"_s;
    return QString::number(qRound64(100.0 * double(count.numerator) / double(count.denominator)))
        + u'%';
}

RacePane::RacePane(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_reader(context.workspace, context.chips, context.viewer)
{
    setObjectName(u"race"_s);
    setFixedWidth(paneWidth);
    setMouseTracking(true);
    connect(&m_reader, &RaceReader::changed, this, &RacePane::follow);
}

void RacePane::follow()
{
    setAccessibleName(spoken());
    updateGeometry();
    update();
    if (std::exchange(m_had, hasRace()) != hasRace())
        Q_EMIT shownChanged();
}

QString RacePane::spoken() const
{
    if (!hasRace())
        return {};
    const CohortRace& race = *m_reader.race();
    QStringList lines{u"%1 · %2"_s.arg(race.name, cohortDayText(race.day))};
    for (const Metric metric : shown) {
        QStringList parts{
            metricName(metric), rateText(race.numbers[metric]), countText(race.numbers[metric])};
        for (const FormerCohort& former : race.former)
            parts.append(u"%1 %2"_s.arg(
                former.name, former.numbers ? rateText((*former.numbers)[metric]) : u"–"_s));
        lines.append(parts.join(u", "_s));
    }
    return lines.join(u"\n"_s);
}

int RacePane::lineHeight() const
{
    return m_context.theme.lineHeight(TextRole::Body) + m_context.theme.lineHeight(TextRole::Small);
}

int RacePane::headHeight() const
{
    return sizes::margin + m_context.theme.lineHeight(TextRole::Body)
        + 2 * m_context.theme.lineHeight(TextRole::Small) + sizes::gap;
}

QSize RacePane::sizeHint() const
{
    return {paneWidth, headHeight() + int(shown.size()) * lineHeight() + sizes::margin};
}

/// Column 0 is the name, 1 the viewer's cohort, the former ones follow.
QRect RacePane::cell(int line, int column) const
{
    const int left = sizes::margin + (column == 0 ? 0 : nameWidth + (column - 1) * columnWidth);
    return {left, headHeight() + line * lineHeight(), column == 0 ? nameWidth : columnWidth,
        lineHeight()};
}

void RacePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_context.theme.colors();
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(QRect(0, 0, 1, height()), colors.line);
    if (!hasRace())
        return;
    paintHead(painter);
    for (int line = 0; line < int(shown.size()); ++line)
        paintLine(painter, line);
}

void RacePane::paintHead(QPainter& painter) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const CohortRace& race = *m_reader.race();
    const int body = theme.lineHeight(TextRole::Body);
    const int small = theme.lineHeight(TextRole::Small);
    const int wide = width() - 2 * sizes::margin;
    const auto write = [&](const QRect& place, const QString& words, const QColor& color,
                           Qt::Alignment side = Qt::AlignLeft) {
        painter.setPen(color);
        painter.drawText(place, Qt::AlignVCenter | side,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width()));
    };
    painter.setFont(theme.font(TextRole::Strong));
    write({sizes::margin, sizes::margin, wide, body},
        u"%1 · %2"_s.arg(race.name, cohortDayText(race.day)), colors.text);
    painter.setFont(theme.font(TextRole::Small));
    write({sizes::margin, sizes::margin + body, wide, small},
        tr("Against the same day of the cohorts before"), colors.muted);
    const int top = headHeight() - small;
    for (int column = 1; column <= int(race.former.size()) + 1; ++column) {
        const QString name = column == 1 ? tr("Now") : race.former[size_t(column - 2)].name;
        const QRect place = cell(0, column);
        write({place.left() + sizes::grid, top, place.width() - sizes::grid, small}, name,
            colors.muted, Qt::AlignRight);
    }
}

void RacePane::paintLine(QPainter& painter, int line) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const CohortRace& race = *m_reader.race();
    const Metric metric = shown[size_t(line)];
    const QRect name = cell(line, 0);
    painter.setFont(theme.font(TextRole::Small));
    painter.setPen(colors.muted);
    painter.drawText(name.adjusted(0, sizes::grid, -sizes::grid, 0),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, metricName(metric));
    const MetricCount& own = race.numbers[metric];
    paintCount(painter, cell(line, 1), own, true);
    const bool known = !race.former.empty() && race.former.front().numbers;
    if (const int ahead = known ? compared(own, (*race.former.front().numbers)[metric]) : 0) {
        const QRect place = cell(line, 1);
        painter.setFont(theme.font(TextRole::Small));
        painter.setPen(ahead > 0 ? colors.good : colors.bad);
        painter.drawText(QRect(place.left(), place.top() + sizes::grid, sizes::icon,
                             theme.lineHeight(TextRole::Body)),
            Qt::AlignVCenter | Qt::AlignLeft, ahead > 0 ? u"▲"_s : u"▼"_s);
    }
    for (size_t i = 0; i < race.former.size(); ++i) {
        const MetricCount count =
            race.former[i].numbers ? (*race.former[i].numbers)[metric] : MetricCount{};
        paintCount(painter, cell(line, int(i) + 2), count, false);
    }
}

void RacePane::paintCount(
    QPainter& painter, const QRect& place, const MetricCount& count, bool own) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const int body = theme.lineHeight(TextRole::Body);
    painter.setFont(theme.font(own ? TextRole::Strong : TextRole::Body));
    painter.setPen(own ? colors.text : colors.muted);
    painter.drawText(QRect(place.left(), place.top() + sizes::grid, place.width(), body),
        Qt::AlignRight | Qt::AlignVCenter, rateText(count));
    if (count.denominator == 0)
        return;
    painter.setFont(theme.font(TextRole::Small));
    painter.setPen(colors.faint);
    painter.drawText(QRect(place.left(), place.top() + sizes::grid + body - 2, place.width(),
                         theme.lineHeight(TextRole::Small)),
        Qt::AlignRight | Qt::AlignTop, countText(count));
}

bool RacePane::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        follow();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int line = (help->pos().y() - headHeight()) / qMax(1, lineHeight());
    const bool over = hasRace() && help->pos().y() >= headHeight() && line < int(shown.size());
    QToolTip::showText(
        help->globalPos(), over ? metricDefinition(shown[size_t(line)]) : QString(), this);
    return true;
}

} // namespace homeroom
