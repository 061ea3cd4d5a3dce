// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardtexts.h"

#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct BoardCardTexts {
    Q_DECLARE_TR_FUNCTIONS(BoardCardTexts)
};

LessonMark markOf(LessonState state)
{
    switch (state) {
    case LessonState::Missed:
        return LessonMark::Missed;
    case LessonState::Attended:
        return LessonMark::Attended;
    case LessonState::Finished:
        return LessonMark::Finished;
    case LessonState::NotYet:
        break;
    }
    return LessonMark::NotYet;
}

QString joined(const QStringList& parts, const QString& separator)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(separator);
}

QString tierWords(Tier tier)
{
    if (tier == Tier::None)
        return {};
    const QString letter(QChar(u'A' + (int(Tier::A) - int(tier))));
    return BoardCardTexts::tr("tier %1").arg(letter);
}

BoardCard shownCard(BoardCard card, const PageContext& context)
{
    card.name = shownName(card.name, context);
    card.childName = shownName(card.childName, context);
    card.nextStep = shownWords(card.nextStep, card.customer, context);
    return card;
}

QString relationWords(FamilyRelation relation)
{
    if (relation == FamilyRelation::Unknown)
        return {};
    const RecordType& type = recordType(RecordKind::Customer);
    const QString word(Words<FamilyRelation>::words[size_t(relation)]);
    return displayWord(type.fields[size_t(fieldIndexOf(&Customer::relation))], word);
}

} // namespace

CardTexts cardTexts(const BoardCard& card, Milliseconds now, const QTimeZone& zone)
{
    CardTexts texts;
    texts.name = card.name.isEmpty() ? BoardCardTexts::tr("No name") : card.name;
    texts.child = joined({card.childName, gradeText(card.grade)}, u" · "_s);
    for (const LessonState state : card.lessons)
        texts.marks.append(markOf(state));
    if (card.lessons.empty()) {
        texts.learning = texts.learningShort = BoardCardTexts::tr("No lesson yet");
    } else {
        texts.learningShort =
            BoardCardTexts::tr("Homework %1/%2").arg(card.homeworkDone).arg(card.homeworkDue);
        //: Minutes of practice, short: beside the homework on a narrow card.
        const QString practice = BoardCardTexts::tr("%1 min").arg(card.practiceMinutes);
        texts.learning = texts.learningShort + u" · "_s + practice;
    }
    texts.overdue = card.nextStepAt && *card.nextStepAt < now;
    const QString due = card.nextStepAt ? dueText(*card.nextStepAt, now, zone) : QString();
    texts.next = card.nextStep;
    texts.due = due.isEmpty() || texts.next.isEmpty() ? due : u" · "_s + due;
    texts.idle = texts.next.isEmpty() && due.isEmpty();
    if (texts.idle)
        texts.next = BoardCardTexts::tr("No next step");
    //: Days a card stands in its column, short.
    texts.days = BoardCardTexts::tr("%1 d").arg(daysBetween(card.stageEnteredAt, now, zone));
    return texts;
}

QString cardSentence(const BoardCard& card, Milliseconds now, const QTimeZone& zone)
{
    const CardTexts texts = cardTexts(card, now, zone);
    QStringList parts{texts.name, relationWords(card.relation), texts.child, tierWords(card.tier)};
    if (card.lessons.empty())
        parts.append(texts.learning);
    else
        parts.append({learningSentence(texts.marks), texts.learningShort,
            BoardCardTexts::tr("%1 minutes of practice").arg(card.practiceMinutes)});
    const QString next = texts.next + texts.due;
    parts.append(texts.overdue ? BoardCardTexts::tr("overdue: %1").arg(next) : next);
    parts.append(BoardCardTexts::tr(
        "%n day(s) in this column", nullptr, int(daysBetween(card.stageEnteredAt, now, zone))));
    if (card.unsent)
        parts.append(BoardCardTexts::tr("not sent yet"));
    if (card.conflict)
        parts.append(BoardCardTexts::tr("has a conflict"));
    return joined(parts, u", "_s);
}

CardTexts cardTexts(const BoardCard& card, const PageContext& context)
{
    const Milliseconds now = context.clock.now();
    return isMasking(context) ? cardTexts(shownCard(card, context), now, context.zone)
                              : cardTexts(card, now, context.zone);
}

QString cardSentence(const BoardCard& card, const PageContext& context)
{
    return cardSentence(shownCard(card, context), context.clock.now(), context.zone);
}

} // namespace homeroom
