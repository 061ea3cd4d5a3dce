// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/phrases.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fenPerYuan = 100;

/// Texts of this file belong to one translation context.
struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

QDateTime inZone(Milliseconds time, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone);
}

QString weekdayText(int day)
{
    switch (day) {
    case Qt::Monday:
        return Phrases::tr("Mon");
    case Qt::Tuesday:
        return Phrases::tr("Tue");
    case Qt::Wednesday:
        return Phrases::tr("Wed");
    case Qt::Thursday:
        return Phrases::tr("Thu");
    case Qt::Friday:
        return Phrases::tr("Fri");
    case Qt::Saturday:
        return Phrases::tr("Sat");
    default:
        return Phrases::tr("Sun");
    }
}

} // namespace

QString gradeText(std::optional<qint64> grade)
{
    switch (grade.value_or(-1)) {
    case 0:
        return Phrases::tr("Kindergarten");
    case 1:
        return Phrases::tr("Grade 1");
    case 2:
        return Phrases::tr("Grade 2");
    case 3:
        return Phrases::tr("Grade 3");
    case 4:
        return Phrases::tr("Grade 4");
    case 5:
        return Phrases::tr("Grade 5");
    case 6:
        return Phrases::tr("Grade 6");
    case 7:
        return Phrases::tr("Grade 7");
    case 8:
        return Phrases::tr("Grade 8");
    case 9:
        return Phrases::tr("Grade 9");
    case 10:
        return Phrases::tr("Grade 10");
    case 11:
        return Phrases::tr("Grade 11");
    case 12:
        return Phrases::tr("Grade 12");
    default:
        return {};
    }
}

QString yuanText(qint64 fen)
{
    const qint64 whole = fen / fenPerYuan;
    const qint64 rest = qAbs(fen % fenPerYuan);
    // The grouping of both languages is the same and must not depend on the desktop's.
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QString text = u"¥ "_s + (fen < 0 && whole == 0 ? u"-"_s : QString()) + english.toString(whole);
    if (rest != 0)
        text += u".%1"_s.arg(rest, 2, 10, QLatin1Char('0'));
    return text;
}

std::optional<qint64> fenFromYuan(const QString& text)
{
    static const QRegularExpression noise(u"[\\s,，¥￥元]"_s);
    static const QRegularExpression amount(u"^(\\d{1,8})(?:\\.(\\d{1,2}))?$"_s);
    // Compatibility form: full-width digits and points become plain ones.
    QString plain = text.normalized(QString::NormalizationForm_KC).remove(noise);
    const QRegularExpressionMatch match = amount.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 yuan = match.captured(1).toLongLong();
    const qint64 fen = match.captured(2).leftJustified(2, u'0').toLongLong();
    constexpr qint64 mostYuan = 10'000'000;
    if (yuan > mostYuan)
        return std::nullopt;
    return yuan * fenPerYuan + fen;
}

QString dueText(Milliseconds due, Milliseconds now, const QTimeZone& zone)
{
    const QDateTime at = inZone(due, zone);
    const QDate today = inZone(now, zone).date();
    const QString time = at.toString(u"HH:mm"_s);
    const qint64 days = today.daysTo(at.date());
    if (days == 0)
        return Phrases::tr("today %1").arg(time);
    if (days == 1)
        return Phrases::tr("tomorrow %1").arg(time);
    if (days == -1)
        return Phrases::tr("yesterday");
    if (days > 1 && days <= 6)
        return weekdayText(at.date().dayOfWeek()) + u' ' + time;
    return at.toString(at.date().year() == today.year() ? u"MM-dd"_s : u"yyyy-MM-dd"_s);
}

qint64 daysBetween(Milliseconds from, Milliseconds to, const QTimeZone& zone)
{
    return qMax(qint64(0), inZone(from, zone).date().daysTo(inZone(to, zone).date()));
}

} // namespace homeroom
