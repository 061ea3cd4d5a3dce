// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace homeroom {

/// What became of one unlocked lesson.
enum class LessonMark { NotYet, Missed, Attended, Finished };

/// Width and height of the strip for `lessons` squares.
QSize learningStripSize(qsizetype lessons);

/// One square a lesson. Shape tells as much as colour: finished is full, attended half full,
/// missed a cross, not yet an empty outline. For delegates and LearningStrip; starts at
/// the left of `rect`, in its vertical middle.
void paintLearningStrip(
    QPainter& painter, const QRect& rect, const QList<LessonMark>& marks, const Colors& colors);

/// The strip as one sentence for screen readers and tool tips.
QString learningSentence(const QList<LessonMark>& marks);

class LearningStrip : public QWidget {
    Q_OBJECT

public:
    explicit LearningStrip(const Theme& theme, QWidget* parent = nullptr);

    void setMarks(const QList<LessonMark>& marks);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    const Theme& m_theme;
    QList<LessonMark> m_marks;
};

} // namespace homeroom
