// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettewords.h"

#include "models/values/phone.h"
#include "ui/customers/customerwords.h"
#include "ui/editing/moments.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// The context of these words in translations.
struct PaletteWords {
    Q_DECLARE_TR_FUNCTIONS(PaletteWords)
};

constexpr qsizetype wordsBefore = 12; // characters of a note before the first typed word

QStringList typedWords(const QString& typed)
{
    return searchForm(typed).simplified().split(u' ', Qt::SkipEmptyParts);
}

QString nameOrNone(const QString& name, const PageContext& context)
{
    return name.isEmpty() ? PaletteWords::tr("No name") : shownName(name, context);
}

/// Where the character of that number stands.
qsizetype placeOf(const QString& text, int character)
{
    qsizetype place = 0;
    for (; character > 0 && place < text.size(); --character)
        place += text[place].isHighSurrogate() ? 2 : 1;
    return place;
}

/// `name` as it is shown; what is masked has no typed characters to mark.
void appendName(MarkedText& line, const QString& name, int number, const PaletteFamily& family,
    const PageContext& context)
{
    const qsizetype start = line.text.size();
    line.text += name;
    for (const NameMark& mark : family.marks) {
        if (mark.name != number || isMasking(context))
            continue;
        const qsizetype from = placeOf(name, mark.from);
        line.marks.push_back({start + from, placeOf(name, mark.from + mark.length) - from});
    }
}

/// Appends the text, set off from what stands before, with every typed word in it marked.
void appendPart(MarkedText& line, const QString& part, const QStringList& words)
{
    if (part.isEmpty())
        return;
    if (!line.text.isEmpty())
        line.text += u" · "_s;
    const qsizetype start = line.text.size();
    line.text += part;
    for (const QString& word : words) {
        const qsizetype at = part.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0)
            line.marks.push_back({start + at, word.size()});
    }
}

/// The digits at the end of a word, or of a word that is a phone.
QString digitsAtEnd(const QString& word)
{
    const std::optional<QString> phone = normalisedPhone(word);
    const QString text = phone ? displayedPhone(*phone).remove(u' ') : word;
    const auto head = std::find_if_not(
        text.rbegin(), text.rend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return text.right(head - text.rbegin());
}

/// The phone, whose digits stand in groups.
void appendPhone(MarkedText& line, const QString& phone, const QStringList& words)
{
    const qsizetype start = line.text.size();
    line.text += phone;
    QString digits;
    std::vector<qsizetype> places;
    for (qsizetype place = 0; place < phone.size(); ++place) {
        if (phone[place] == u' ')
            continue;
        digits += phone[place];
        places.push_back(place);
    }
    for (const QString& word : words) {
        const QString typed = digitsAtEnd(word);
        const qsizetype at = typed.isEmpty() ? -1 : digits.lastIndexOf(typed);
        if (at < 0)
            continue;
        const qsizetype from = places[size_t(at)];
        const qsizetype last = places[size_t(at + typed.size() - 1)];
        line.marks.push_back({start + from, last - from + 1});
    }
}

bool holdsAny(const QString& text, const QStringList& words)
{
    return std::any_of(words.begin(), words.end(),
        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString paletteHeading(PaletteSection section)
{
    switch (section) {
    case PaletteSection::Recent:
        return PaletteWords::tr("Opened last");
    case PaletteSection::Families:
        return PaletteWords::tr("Customers");
    case PaletteSection::Commands:
        return PaletteWords::tr("Commands");
    case PaletteSection::Notes:
        break;
    }
    return PaletteWords::tr("Notes");
}

MarkedText familyTitle(const PaletteFamily& family, const PageContext& context)
{
    MarkedText line;
    appendName(line, nameOrNone(family.row.customer.name, context), 0, family, context);
    int number = 0;
    for (const Student& student : family.row.students) {
        QString grade = gradeText(student.grade);
        if (!student.name.isEmpty()) {
            line.text += u"  "_s;
            appendName(line, shownName(student.name, context), ++number, family, context);
            grade.prepend(grade.isEmpty() ? QString() : u" "_s);
        }
        line.text += grade;
    }
    return line;
}

MarkedText familyDetails(
    const PaletteFamily& family, const QString& typed, const PageContext& context)
{
    const QStringList words = typedWords(typed);
    const Customer& customer = family.row.customer;
    MarkedText line;
    appendPhone(line, shownPhone(customer.phone, context), words);
    appendPart(line, shownContact(customer.wechatNick, context), words);
    for (const QString& account : {customer.wechatId, customer.externalId}) {
        if (holdsAny(account, words))
            appendPart(line, shownContact(account, context), words);
    }
    appendPart(line, shownWords(customer.nextStep, customer.id, context), {});
    if (line.text.isEmpty())
        line.text = PaletteWords::tr("No phone");
    return line;
}

QString familyPlace(const PaletteFamily& family, const PageContext& context)
{
    const CustomerTableModel::Words words = customerWords(context);
    QStringList parts{words.cell(family.row, CustomerColumn::Stage, {})};
    if (family.row.customer.owner != context.viewer.user)
        parts.append(words.cell(family.row, CustomerColumn::Owner, {}));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

MarkedText noteText(const NoteHit& note, const QString& typed, const PageContext& context)
{
    const QStringList words = typedWords(typed);
    const QString text = shownWords(QString(note.text).simplified(), note.family, context);
    qsizetype first = text.size();
    for (const QString& word : words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        first = at < 0 ? first : std::min(first, at);
    }
    const bool cut = first < text.size() && first > 2 * wordsBefore;
    MarkedText line;
    appendPart(line, cut ? u"…"_s + text.mid(first - wordsBefore) : text, words);
    return line;
}

QString noteTitle(const NoteHit& note, const PageContext& context)
{
    return nameOrNone(note.name, context);
}

QString spokenRow(const PaletteModel& model, int row, const PageContext& context)
{
    QStringList parts;
    if (const PaletteFamily* family = model.family(row)) {
        parts = {familyTitle(*family, context).text,
            familyDetails(*family, model.typed(), context).text, familyPlace(*family, context)};
    } else if (const NoteHit* note = model.note(row)) {
        parts = {noteTitle(*note, context), noteText(*note, model.typed(), context).text};
    } else if (const PaletteCommand* command = model.command(row)) {
        parts = {command->text, command->keys};
    } else {
        parts = {paletteHeading(model.section(row))};
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace homeroom
