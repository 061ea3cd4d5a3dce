// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/spelling.h"

#include <algorithm>
#include <bit>

namespace homeroom {

namespace {

constexpr int characterBits = 21; // of Unicode; the rest of a unit numbers the syllable
constexpr quint32 characterMask = (1U << characterBits) - 1;
constexpr size_t mostSyllables = size_t(1) << (32 - characterBits);
constexpr size_t longestWord = 48; // places are bits of one number
constexpr int fits = 3;

constexpr quint64 bit(size_t place)
{
    return quint64(1) << place;
}

constexpr bool isLetter(char32_t character)
{
    return character >= U'a' && character <= U'z';
}

/// Letters have a bit of their own.
constexpr quint64 beginningOf(char32_t character)
{
    constexpr int letters = 26;
    return bit(isLetter(character) ? character - U'a' : letters + character % (64 - letters));
}

constexpr quint32 syllableOf(SpelledUnit unit)
{
    return unit >> characterBits;
}

} // namespace

QString searchForm(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_KC).toLower().trimmed();
}

quint32 Syllables::numberOf(const QString& syllable)
{
    if (syllable.isEmpty())
        return 0;
    const auto known = m_numbers.constFind(syllable);
    if (known != m_numbers.constEnd())
        return *known;
    if (m_syllables.size() == mostSyllables)
        return 0;
    const auto number = quint32(m_syllables.size());
    m_syllables.push_back(syllable.toLatin1());
    return *m_numbers.insert(syllable, number);
}

std::vector<SpelledUnit> Syllables::spelled(
    QStringView text, PinyinWriter& pinyin, PinyinWriter::Reads reads)
{
    return spelled(pinyin.readings(searchForm(text), reads));
}

std::vector<SpelledUnit> Syllables::spelled(const std::vector<PinyinWriter::Reading>& readings)
{
    std::vector<SpelledUnit> units;
    units.reserve(readings.size());
    for (const auto& [character, syllable] : readings) {
        // All others read as themselves.
        const bool read = QChar::script(character) == QChar::Script_Han;
        units.push_back(
            (character & characterMask) | (read ? numberOf(syllable) : 0U) << characterBits);
    }
    return units;
}

quint64 Syllables::beginnings(SpelledText text) const
{
    quint64 bits = 0;
    for (const SpelledUnit unit : text) {
        bits |= beginningOf(unit & characterMask);
        if (const quint32 syllable = syllableOf(unit); syllable > 0)
            bits |= beginningOf(char32_t(uchar(m_syllables[syllable].front())));
    }
    return bits;
}

/// The places of the word that can be reached after some characters, for each fit.
struct TypedWord::Walk {
    std::array<quint64, fits> places{};
    std::array<quint64, fits> next{};
    int ended = fits; ///< the best fit in which the word has ended
};

TypedWord::TypedWord(QStringView word, const Syllables& syllables)
    : m_word(word.toString().toStdU32String()), m_syllables(syllables.size())
{
    if (m_word.size() > longestWord)
        m_word.clear();
    for (const char32_t character : m_word) {
        // Letters after the first one may stand inside of a syllable.
        if (m_beginnings == 0 || !isLetter(character))
            m_beginnings |= beginningOf(character);
    }
    m_steps.resize(m_syllables * m_word.size());
    m_doubles.resize(m_syllables);
    for (size_t number = 1; number < m_syllables; ++number) {
        const QByteArrayView syllable = syllables.at(number);
        m_doubles[number] = syllable.size() > 2 && syllable[1] == 'h';
        for (size_t place = 0; place < m_word.size(); ++place) {
            Step& step = m_steps[number * m_word.size() + place];
            const auto most = std::min<size_t>(size_t(syllable.size()), m_word.size() - place);
            while (step.begun < most
                && m_word[place + step.begun] == char32_t(uchar(syllable[step.begun])))
                ++step.begun;
            step.whole = step.begun == size_t(syllable.size());
        }
    }
}

const TypedWord::Step& TypedWord::step(quint32 syllable, size_t place) const
{
    return m_steps[syllable * m_word.size() + place];
}

bool TypedWord::mayBegin(SpelledUnit unit) const
{
    if ((unit & characterMask) == m_word.front())
        return true;
    const quint32 syllable = syllableOf(unit);
    return syllable > 0 && syllable < m_syllables && step(syllable, 0).begun > 0;
}

std::optional<WordPlace> TypedWord::find(SpelledText text) const
{
    if (m_word.empty())
        return std::nullopt;
    std::optional<WordPlace> best;
    for (size_t from = 0; from < text.size(); ++from) {
        if (!mayBegin(text[from]))
            continue;
        const std::optional<WordPlace> found = findFrom(text, from);
        if (found && from == 0)
            return found;
        if (found && (!best || found->fit < best->fit))
            best = found;
    }
    return best;
}

std::optional<WordPlace> TypedWord::findFrom(SpelledText text, size_t from) const
{
    Walk walk;
    walk.places[int(WordFit::Written)] = bit(0);
    for (size_t at = from; at < text.size(); ++at) {
        walk.next = {};
        for (int fit = 0; fit < fits; ++fit) {
            readWritten(walk, text[at], fit);
            if (const quint32 syllable = syllableOf(text[at]); syllable > 0)
                readSpelled(walk, syllable, fit);
        }
        if (walk.ended < fits)
            return WordPlace{WordFit(walk.ended), int(from), int(at - from) + 1,
                from == 0 && at + 1 == text.size()};
        if ((walk.next[0] | walk.next[1] | walk.next[2]) == 0)
            return std::nullopt;
        walk.places = walk.next;
    }
    return std::nullopt;
}

void TypedWord::readWritten(Walk& walk, SpelledUnit unit, int fit) const
{
    for (quint64 places = walk.places[fit]; places != 0; places &= places - 1) {
        const auto place = size_t(std::countr_zero(places));
        if ((unit & characterMask) != m_word[place])
            continue;
        if (place + 1 == m_word.size())
            walk.ended = std::min(walk.ended, fit);
        else
            walk.next[fit] |= bit(place + 1);
    }
}

void TypedWord::readSpelled(Walk& walk, quint32 syllable, int fit) const
{
    if (syllable >= m_syllables)
        return;
    const int spelled = std::max(fit, int(WordFit::Spelled));
    for (quint64 places = walk.places[fit]; places != 0; places &= places - 1) {
        const auto place = size_t(std::countr_zero(places));
        const Step& read = step(syllable, place);
        if (read.begun == 0)
            continue;
        if (place + read.begun == m_word.size())
            walk.ended = std::min(walk.ended, spelled);
        else if (read.whole)
            walk.next[spelled] |= bit(place + read.begun);
        // «zh» is an initial as much as «z» is.
        const size_t initial = m_doubles[syllable] && read.begun > 1 ? 2 : 1;
        for (size_t letters = 1; letters <= initial; ++letters) {
            if (place + letters < m_word.size())
                walk.next[int(WordFit::Shortened)] |= bit(place + letters);
        }
    }
}

} // namespace homeroom
