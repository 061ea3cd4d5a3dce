// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familysearch.h"

#include "models/values/phone.h"

#include <algorithm>
#include <limits>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostRecent = std::numeric_limits<quint8>::max();
constexpr qsizetype mostWords = 8; // so that points stay in their bits
constexpr qsizetype mostAccountBytes = std::numeric_limits<quint16>::max();
constexpr size_t mostNameUnits = std::numeric_limits<quint16>::max();
constexpr qsizetype mostDigits = 20;
constexpr qsizetype fewestTailDigits = 2; // «王2046», but not «王2»
constexpr SpelledUnit betweenNames = 0;
constexpr int pointsOfAMatch = 4;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits of a typed phone or of a part of one; empty for anything else.
QByteArray typedDigits(const QString& word)
{
    const bool phone = std::all_of(word.begin(), word.end(),
        [](QChar c) { return isDigit(c) || QStringView(u"+-().").contains(c); });
    if (!phone)
        return {};
    const std::optional<QString> whole = normalisedPhone(word);
    return digitsOf(whole ? displayedPhone(*whole) : word);
}

/// A bit for each letter and digit; other bytes share what is left.
quint64 lettersOf(QByteArrayView text)
{
    quint64 letters = 0;
    for (const char c : text) {
        const auto byte = uchar(c);
        int place = 36 + byte % 28;
        if (byte >= 'a' && byte <= 'z')
            place = byte - 'a';
        else if (byte >= '0' && byte <= '9')
            place = 26 + byte - '0';
        letters |= quint64(1) << place;
    }
    return letters;
}

FamilyMatch matchOf(const WordPlace& place)
{
    if (place.from > 0)
        return FamilyMatch::Inside;
    if (place.fit == WordFit::Written)
        return place.whole ? FamilyMatch::Name : FamilyMatch::NameStart;
    return place.fit == WordFit::Spelled ? FamilyMatch::Pinyin : FamilyMatch::Initials;
}

/// Calls `take(name, number)` for each name of a family.
template <typename Take> void eachName(SpelledText names, Take take)
{
    int number = 0;
    auto from = names.begin();
    while (true) {
        const auto end = std::find(from, names.end(), betweenNames);
        take(SpelledText(from, end), number++);
        if (end == names.end())
            return;
        from = end + 1;
    }
}

} // namespace

QLatin1StringView matchWord(FamilyMatch match)
{
    constexpr std::array words{"name"_L1, "nameStart"_L1, "pinyin"_L1, "initials"_L1, "inside"_L1,
        "phoneTail"_L1, "phone"_L1, "note"_L1};
    return words[size_t(match)];
}

struct FamilySearch::Word {
    TypedWord name;
    QByteArray text;
    quint64 letters = 0;
    QByteArray digits; ///< empty where it can be no part of a phone
    std::vector<Word> parts{}; ///< name and digits of «王2046»
};

/// How well a family fits: points order families, the fewer the better.
struct FamilySearch::Fit {
    FamilyMatch match = FamilyMatch::Name;
    int points = 0;
};

FamilySearch::Row FamilySearch::placed(const FamilyTexts& texts)
{
    Row row;
    row.id = texts.id;
    row.names = quint32(m_names.size());
    row.bytes = quint32(m_bytes.size());
    row.recent = recencyOf(texts.id);
    for (size_t number = 0; number < texts.names.size(); ++number) {
        if (number > 0)
            m_names.push_back(betweenNames);
        const std::vector<SpelledUnit> units = m_syllables.spelled(texts.names[number]);
        m_names.insert(m_names.end(), units.begin(), units.end());
    }
    m_names.resize(std::min(m_names.size(), row.names + mostNameUnits));
    row.nameUnits = quint16(m_names.size() - row.names);
    row.beginnings = m_syllables.beginnings({m_names.data() + row.names, row.nameUnits});
    const QByteArray digits = texts.digits.left(mostDigits);
    const QByteArray accounts = texts.accounts.left(mostAccountBytes);
    row.digits = quint8(digits.size());
    row.accountBytes = quint16(accounts.size());
    row.letters = lettersOf(accounts);
    m_bytes += digits + accounts;
    return row;
}

quint8 FamilySearch::recencyOf(const RecordId& id) const
{
    const auto place = std::find(m_recent.begin(), m_recent.end(), id);
    return quint8(m_recent.end() - place);
}

std::vector<FamilySearch::Row>::iterator FamilySearch::lowerBound(const RecordId& id)
{
    return std::lower_bound(m_rows.begin(), m_rows.end(), id,
        [](const Row& row, const RecordId& wanted) { return row.id < wanted; });
}

void FamilySearch::put(const FamilyTexts& texts)
{
    remove(texts.id);
    const Row row = placed(texts);
    m_rows.insert(lowerBound(texts.id), row);
}

FamilySearch FamilySearch::read(Database& database, PinyinWriter& pinyin)
{
    FamilySearch search;
    readFamilyTexts(database, pinyin,
        [&](const FamilyTexts& texts) { search.m_rows.push_back(search.placed(texts)); });
    std::sort(search.m_rows.begin(), search.m_rows.end(),
        [](const Row& one, const Row& other) { return one.id < other.id; });
    search.m_rows.shrink_to_fit();
    search.m_names.shrink_to_fit();
    search.m_bytes.squeeze();
    return search;
}

void FamilySearch::remove(const RecordId& id)
{
    const auto row = lowerBound(id);
    if (row == m_rows.end() || row->id != id)
        return;
    // The room stays until all is read again; what stood in it does not.
    std::fill_n(m_names.begin() + row->names, row->nameUnits, betweenNames);
    std::fill_n(m_bytes.begin() + row->bytes, row->digits + row->accountBytes, '\0');
    m_rows.erase(row);
}

void FamilySearch::setRecent(const std::vector<RecordId>& families)
{
    for (const RecordId& id : std::exchange(m_recent, {})) {
        if (const auto row = lowerBound(id); row != m_rows.end() && row->id == id)
            row->recent = 0;
    }
    m_recent = families;
    m_recent.resize(std::min(m_recent.size(), mostRecent));
    for (const RecordId& id : m_recent) {
        if (const auto row = lowerBound(id); row != m_rows.end() && row->id == id)
            row->recent = recencyOf(id);
    }
}

FamilySearch::Word FamilySearch::wordOf(const QString& text, const Syllables& syllables)
{
    const QByteArray bytes = text.toUtf8();
    return {TypedWord(text, syllables), bytes, lettersOf(bytes), typedDigits(text), {}};
}

std::vector<FamilySearch::Word> FamilySearch::wordsOf(
    const QString& typed, const Syllables& syllables)
{
    std::vector<Word> words;
    const QString form = searchForm(typed).simplified();
    // A phone is one word however its digits are grouped.
    const std::optional<QString> phone = normalisedPhone(form);
    const QStringList texts = phone
        ? QStringList(QString::fromLatin1(digitsOf(displayedPhone(*phone))))
        : form.split(u' ', Qt::SkipEmptyParts);
    for (const QString& text : texts.mid(0, mostWords)) {
        words.push_back(wordOf(text, syllables));
        const auto head = std::find_if_not(text.rbegin(), text.rend(), isDigit);
        const qsizetype tail = head - text.rbegin();
        if (tail >= fewestTailDigits && tail < text.size())
            words.back().parts = {
                wordOf(text.chopped(tail), syllables), wordOf(text.right(tail), syllables)};
    }
    return words;
}

std::optional<FamilySearch::Fit> FamilySearch::nameFit(const Row& row, const Word& word) const
{
    std::optional<Fit> best;
    if ((row.beginnings & word.name.beginnings()) != word.name.beginnings())
        return best;
    eachName({m_names.data() + row.names, row.nameUnits}, [&](SpelledText name, int number) {
        const std::optional<WordPlace> place = word.name.find(name);
        if (!place)
            return;
        const FamilyMatch match = matchOf(*place);
        const int points =
            int(match) * pointsOfAMatch + (place->whole ? 0 : 2) + (number > 0 ? 1 : 0);
        if (!best || points < best->points)
            best = Fit{match, points};
    });
    return best;
}

std::optional<FamilySearch::Fit> FamilySearch::otherFit(const Row& row, const Word& word) const
{
    const QByteArrayView digits(m_bytes.constData() + row.bytes, row.digits);
    const QByteArrayView accounts(digits.end(), row.accountBytes);
    // The last among its equals: names come before.
    const auto fit = [](FamilyMatch match) {
        return Fit{match, (int(match) + 1) * pointsOfAMatch - 1};
    };
    if ((row.letters & word.letters) == word.letters && accounts.contains(word.text))
        return fit(FamilyMatch::Inside);
    if (word.digits.isEmpty())
        return std::nullopt;
    if (digits.endsWith(word.digits))
        return fit(FamilyMatch::PhoneTail);
    if (digits.contains(word.digits))
        return fit(FamilyMatch::Phone);
    return std::nullopt;
}

std::optional<FamilySearch::Fit> FamilySearch::fitOf(const Row& row, const Word& word) const
{
    if (const std::optional<Fit> fit = nameFit(row, word))
        return fit;
    if (const std::optional<Fit> fit = otherFit(row, word))
        return fit;
    return word.parts.empty() ? std::nullopt : fitOf(row, word.parts);
}

/// Whether it is worth looking closer: a look at a few bits.
bool FamilySearch::mayFit(const Row& row, const Word& word)
{
    const quint64 beginnings = word.name.beginnings();
    return (row.beginnings & beginnings) == beginnings
        || (row.letters & word.letters) == word.letters || !word.digits.isEmpty()
        || !word.parts.empty();
}

std::optional<FamilySearch::Fit> FamilySearch::fitOf(
    const Row& row, const std::vector<Word>& words) const
{
    Fit all;
    if (!std::all_of(
            words.begin(), words.end(), [&](const Word& word) { return mayFit(row, word); }))
        return std::nullopt;
    for (const Word& word : words) {
        const std::optional<Fit> fit = fitOf(row, word);
        if (!fit)
            return std::nullopt;
        all.points += fit->points;
        all.match = std::max(all.match, fit->match);
    }
    return all;
}

std::vector<FamilyHit> FamilySearch::find(const QString& typed, size_t most) const
{
    const std::vector<Word> words = wordsOf(typed, m_syllables);
    if (words.empty())
        return {};
    // Fewest points, then opened last, then newest: one number orders them all.
    std::vector<quint64> order;
    for (size_t at = 0; at < m_rows.size(); ++at) {
        if (const std::optional<Fit> fit = fitOf(m_rows[at], words))
            order.push_back(quint64(fit->points) << 40
                | quint64(mostRecent - m_rows[at].recent) << 32 | (m_rows.size() - 1 - at));
    }
    const auto end = order.begin() + qptrdiff(std::min(most, order.size()));
    std::partial_sort(order.begin(), end, order.end());
    std::vector<FamilyHit> hits;
    for (auto each = order.begin(); each != end; ++each)
        hits.push_back(hitOf(m_rows[m_rows.size() - 1 - quint32(*each)], words));
    return hits;
}

FamilyHit FamilySearch::hitOf(const Row& row, const std::vector<Word>& words) const
{
    FamilyHit hit{row.id, fitOf(row, words)->match, {}};
    for (const Word& word : words) {
        addMarks(row, word, hit.marks);
        for (const Word& part : word.parts)
            addMarks(row, part, hit.marks);
    }
    return hit;
}

void FamilySearch::addMarks(const Row& row, const Word& word, std::vector<NameMark>& marks) const
{
    eachName({m_names.data() + row.names, row.nameUnits}, [&](SpelledText name, int number) {
        if (const std::optional<WordPlace> place = word.name.find(name))
            marks.push_back({number, place->from, place->length});
    });
}

} // namespace homeroom
