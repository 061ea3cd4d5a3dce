// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/boardquery.h"
#include "ui/editing/pagecontext.h"
#include "ui/widgets/learningstrip.h"

#include <QTimeZone>

namespace homeroom {

/// What a card says, line by line.
struct CardTexts {
    QString name{};
    QString child{}; ///< child and grade
    QList<LessonMark> marks{};
    QString learning{}; ///< homework and practice
    QString learningShort{}; ///< homework only, for narrow cards
    QString next{}; ///< next step
    QString due{}; ///< when, with the dot that parts it from the step
    bool overdue = false;
    bool idle = false; ///< nobody has said what comes next
    QString days{}; ///< in this column
};

/// `now` decides what is overdue, in the organisation's zone.
CardTexts cardTexts(const BoardCard& card, Milliseconds now, const QTimeZone& zone);

/// The same of a card as it may be shown now.
CardTexts cardTexts(const BoardCard& card, const PageContext& context);

/// The card as one sentence for screen readers.
QString cardSentence(const BoardCard& card, Milliseconds now, const QTimeZone& zone);
QString cardSentence(const BoardCard& card, const PageContext& context);

} // namespace homeroom
