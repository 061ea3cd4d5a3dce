// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/familytabs.h"

#include "ui/editing/moments.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/learningstrip.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

template <typename Record, typename Enum> QString wordOf(Enum Record::*member, Enum value)
{
    const FieldDescription& field = recordTypeOf<Record>().fields[size_t(fieldIndexOf(member))];
    return displayWord(field, Words<Enum>::words[size_t(value)]);
}

LessonMark markOf(const LessonProgress* progress)
{
    if (!progress)
        return LessonMark::NotYet;
    if (progress->finished)
        return LessonMark::Finished;
    switch (progress->attended) {
    case Attendance::Live:
    case Attendance::Replay:
        return LessonMark::Attended;
    case Attendance::Missed:
        return LessonMark::Missed;
    default:
        return LessonMark::NotYet;
    }
}

const LessonProgress* progressIn(
    const Family& family, const Enrollment& enrollment, const Lesson& lesson)
{
    const auto found = std::find_if(
        family.progress.begin(), family.progress.end(), [&](const LessonProgress& progress) {
            return progress.enrollment == enrollment.id && progress.lesson == lesson.id;
        });
    return found == family.progress.end() ? nullptr : &*found;
}

QString childName(const Family& family, const Id<Student>& student, const PageContext& context)
{
    for (const Student& child : family.students) {
        if (child.id == student)
            return shownName(child.name, context);
    }
    return {};
}

} // namespace

FamilyTab::FamilyTab(PageContext& context, QWidget* parent)
    : QScrollArea(parent), m_context(context)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FamilyTab::setFamily(const Family& family)
{
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(sizes::margin, sizes::gap, sizes::margin, sizes::margin);
    column->setSpacing(sizes::gap);
    fill(*column, family);
    column->addStretch(1);
    setWidget(body);
}

void FamilyTab::addNothing(QVBoxLayout& column, const QString& sentence)
{
    auto* label = new TextLabel(m_context.theme, TextRole::Body, &Colors::muted);
    label->setWordWrap(true);
    label->setText(sentence);
    column.addWidget(label);
}

void LearningTab::fill(QVBoxLayout& column, const Family& family)
{
    if (family.enrollments.empty())
        addNothing(column, tr("Not enrolled in a cohort yet."));
    for (const Enrollment& enrollment : family.enrollments)
        addEnrollment(column, family, enrollment);
}

void LearningTab::addEnrollment(
    QVBoxLayout& column, const Family& family, const Enrollment& enrollment)
{
    const Theme& theme = context().theme;
    const Cohort* cohort = context().catalogue.find(enrollment.cohort);
    auto* title = new TextLabel(theme, TextRole::Strong);
    title->setWordWrap(true);
    QStringList words{childName(family, enrollment.student, context()),
        cohort ? cohort->name : QString(), wordOf(&Enrollment::status, enrollment.status)};
    words.removeAll(QString());
    title->setText(words.join(u" · "_s));
    column.addWidget(title);
    auto* strip = new LearningStrip(theme);
    column.addWidget(strip);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(sizes::gap);
    grid->setVerticalSpacing(sizes::grid);
    grid->setColumnStretch(1, 1);
    QList<LessonMark> marks;
    for (const Lesson& lesson : context().catalogue.lessons()) {
        if (lesson.cohort != enrollment.cohort)
            continue;
        const LessonProgress* progress = progressIn(family, enrollment, lesson);
        marks.append(markOf(progress));
        auto* day = new TextLabel(theme, TextRole::Small, &Colors::faint);
        day->setText(u"D%1"_s.arg(lesson.cohortDay));
        auto* name = new ElidedLabel(theme, TextRole::Body);
        name->setText(lesson.name);
        auto* state = new TextLabel(theme, TextRole::Small, &Colors::muted);
        state->setText(lessonText(progress, lesson));
        const int row = grid->rowCount();
        grid->addWidget(day, row, 0);
        grid->addWidget(name, row, 1);
        grid->addWidget(state, row, 2, Qt::AlignRight);
    }
    strip->setMarks(marks);
    column.addLayout(grid);
}

QString LearningTab::lessonText(const LessonProgress* progress, const Lesson& lesson) const
{
    if (!progress)
        return lesson.unlocksAt > context().clock.now() ? tr("Not unlocked") : tr("No news yet");
    QStringList words{progress->finished ? tr("Finished")
                                         : wordOf(&LessonProgress::attended, progress->attended)};
    if (progress->minutes)
        words.append(tr("%1 min").arg(*progress->minutes));
    if (progress->listenedAt)
        words.append(tr("review heard"));
    else if (progress->reviewedAt)
        words.append(tr("reviewed"));
    else if (progress->homeworkAt)
        words.append(tr("homework in"));
    else if (lesson.homework)
        words.append(tr("no homework"));
    return words.join(u" · "_s);
}

void OrdersTab::fill(QVBoxLayout& column, const Family& family)
{
    if (family.orders.empty())
        addNothing(column, tr("Nothing was bought yet."));
    for (const Order& order : family.orders)
        addOrder(column, family, order);
}

void OrdersTab::addOrder(QVBoxLayout& column, const Family& family, const Order& order)
{
    const Theme& theme = context().theme;
    const Product* product = context().catalogue.find(order.product);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    grid->setVerticalSpacing(0);
    auto* name = new ElidedLabel(theme, TextRole::Strong);
    name->setText(product ? product->name : wordOf(&Order::kind, order.kind));
    auto* amount = new TextLabel(theme, TextRole::Strong);
    amount->setText(yuanText(order.amount));
    QStringList words{childName(family, order.student, context()), wordOf(&Order::kind, order.kind),
        tr("paid %1").arg(momentText(order.paidAt, context().clock.now(), context().zone))};
    words.removeAll(QString());
    auto* when = new ElidedLabel(theme, TextRole::Small, &Colors::muted);
    when->setText(words.join(u" · "_s));
    grid->addWidget(name, 0, 0);
    grid->addWidget(amount, 0, 1);
    grid->addWidget(when, 1, 0, 1, 2);
    if (order.refundedAt) {
        auto* refund = new TextLabel(theme, TextRole::Small, &Colors::bad);
        refund->setText(
            tr("%1 given back %2")
                .arg(yuanText(order.refundedAmount.value_or(order.amount)),
                    momentText(*order.refundedAt, context().clock.now(), context().zone)));
        grid->addWidget(refund, 2, 0, 1, 2);
    }
    column.addLayout(grid);
}

} // namespace homeroom
