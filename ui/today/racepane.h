// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/racereader.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

namespace homeroom {

/// The viewer's cohort against the three before it on the same day: a line for each metric, n/m
/// under each rate. A mark says where the cohort stands ahead of the last one or behind.
class RacePane : public QWidget {
    Q_OBJECT

public:
    explicit RacePane(const PageContext& context, QWidget* parent = nullptr);

    RaceReader& reader() { return m_reader; }
    /// Whether there is a cohort to be shown.
    bool hasRace() const { return m_reader.race().has_value(); }
    /// All that is painted, line by line, for screen readers.
    QString spoken() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// There is a race now, or none any more.
    void shownChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    int lineHeight() const;
    int headHeight() const;
    QRect cell(int line, int column) const;
    void paintHead(QPainter& painter) const;
    void paintLine(QPainter& painter, int line) const;
    void paintCount(
        QPainter& painter, const QRect& place, const MetricCount& count, bool own) const;

    const PageContext& m_context;
    RaceReader m_reader;
    bool m_had = false;
};

/// The name of a metric, and what stands above and below its line.
QString metricName(Metric metric);
QString metricDefinition(Metric metric);
/// «62 %»; «–» over zero.
QString rateText(const MetricCount& count);

} // namespace homeroom
