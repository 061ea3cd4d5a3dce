// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/learningstrip.h"

#include "ui/theme/paint/shapes.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 8;
constexpr int step = 11;
constexpr qreal corner = 2;

void halfSquare(QPainter& painter, const QRect& square, const QColor& color)
{
    paint::box(painter, square, {}, color, corner);
    painter.save();
    painter.setClipRect(square.adjusted(0, side / 2, 0, 0));
    paint::box(painter, square, color, {}, corner);
    painter.restore();
}

void crossedSquare(QPainter& painter, const QRect& square, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QRectF inner = QRectF(square).adjusted(1, 1, -1, -1);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
    painter.restore();
}

void mark(QPainter& painter, const QRect& square, LessonMark kind, const Colors& colors)
{
    switch (kind) {
    case LessonMark::Finished:
        return paint::box(painter, square, colors.good, {}, corner);
    case LessonMark::Attended:
        return halfSquare(painter, square, colors.warn);
    case LessonMark::Missed:
        return crossedSquare(painter, square, colors.bad);
    case LessonMark::NotYet:
        return paint::box(
            painter, square, {}, paint::mixed(colors.line, colors.text, 0.12), corner);
    }
}

} // namespace

QSize learningStripSize(qsizetype lessons)
{
    return {qMax(0, static_cast<int>(lessons) * step - (step - side)), side};
}

void paintLearningStrip(
    QPainter& painter, const QRect& rect, const QList<LessonMark>& marks, const Colors& colors)
{
    QRect square(rect.left(), rect.center().y() - side / 2 + 1, side, side);
    for (const LessonMark kind : marks) {
        if (square.right() > rect.right())
            return;
        mark(painter, square, kind, colors);
        square.translate(step, 0);
    }
}

QString learningSentence(const QList<LessonMark>& marks)
{
    const auto part = [&marks](LessonMark kind, const char* words) {
        const auto count = marks.count(kind);
        return count == 0 ? QString()
                          : QCoreApplication::translate("LearningStrip", words).arg(count);
    };
    QStringList parts = {
        part(LessonMark::Finished, QT_TRANSLATE_NOOP("LearningStrip", "%1 finished")),
        part(LessonMark::Attended, QT_TRANSLATE_NOOP("LearningStrip", "%1 attended")),
        part(LessonMark::Missed, QT_TRANSLATE_NOOP("LearningStrip", "%1 missed")),
        part(LessonMark::NotYet, QT_TRANSLATE_NOOP("LearningStrip", "%1 not yet")),
    };
    parts.removeAll(QString());
    if (parts.isEmpty())
        return QCoreApplication::translate("LearningStrip", "No lesson unlocked");
    return parts.join(u" · "_s);
}

LearningStrip::LearningStrip(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void LearningStrip::setMarks(const QList<LessonMark>& marks)
{
    m_marks = marks;
    describe();
    updateGeometry();
    update();
}

QSize LearningStrip::sizeHint() const
{
    return learningStripSize(m_marks.size()).expandedTo({0, sizes::margin});
}

void LearningStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLearningStrip(painter, rect(), m_marks, m_theme.colors());
}

void LearningStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void LearningStrip::describe()
{
    setAccessibleName(learningSentence(m_marks));
    setToolTip(accessibleName());
}

} // namespace homeroom
