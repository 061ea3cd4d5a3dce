// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/pinyin.h"

#include <array>
#include <optional>
#include <span>

namespace homeroom {

/// A character and the number of its syllable in one word of memory: what names are searched in.
using SpelledUnit = quint32;
using SpelledText = std::span<const SpelledUnit>;

/// Numbers the syllables that texts are read with; a few hundred for any number of names.
class Syllables {
public:
    /// The text as it is searched: in lower case, full-width and half-width as one.
    std::vector<SpelledUnit> spelled(
        QStringView text, PinyinWriter& pinyin, PinyinWriter::Reads reads);
    std::vector<SpelledUnit> spelled(const std::vector<PinyinWriter::Reading>& readings);

    /// A bit for each character and each initial that a word can begin with in the text; several
    /// share one.
    quint64 beginnings(SpelledText text) const;

    size_t size() const { return m_syllables.size(); }
    QByteArrayView at(size_t number) const { return m_syllables[number]; }

private:
    quint32 numberOf(const QString& syllable);

    QHash<QString, quint32> m_numbers{};
    std::vector<QByteArray> m_syllables{QByteArray()}; ///< 0 is no syllable
};

/// The form of texts and typed words in which they meet, before they are spelled.
QString searchForm(QStringView text);

/// How a typed word stands for the characters of a text, the best first.
enum class WordFit {
    Written, ///< the characters themselves
    Spelled, ///< whole syllables, the last one perhaps only begun: «王f», «wangf»
    Shortened ///< initials of some: «wf», «wfang»
};

/// Where a typed word was found in a text; places count characters.
struct WordPlace {
    WordFit fit = WordFit::Written;
    int from = 0;
    int length = 0;
    bool whole = false; ///< from the first character to the last

    bool operator==(const WordPlace&) const = default;
};

/// A typed word, made ready for many texts. A word is found where it begins with a character or
/// with its syllable, never in the middle of a syllable.
class TypedWord {
public:
    /// `word` is in searchForm(). The syllables are those of the texts; ones that are added later
    /// are not found.
    TypedWord(QStringView word, const Syllables& syllables);

    /// Syllables::beginnings() that a text has to have, all of them, for the word to be found in
    /// it.
    quint64 beginnings() const { return m_beginnings; }
    /// The best place: at the beginning rather than inside, then by WordFit.
    std::optional<WordPlace> find(SpelledText text) const;

private:
    struct Step {
        quint8 begun = 0; ///< how many letters from here the syllable begins with
        bool whole = false; ///< all letters of the syllable
    };
    struct Walk;

    bool mayBegin(SpelledUnit unit) const;
    const Step& step(quint32 syllable, size_t place) const;
    std::optional<WordPlace> findFrom(SpelledText text, size_t from) const;
    void readWritten(Walk& walk, SpelledUnit unit, int fit) const;
    void readSpelled(Walk& walk, quint32 syllable, int fit) const;

    std::u32string m_word;
    std::vector<Step> m_steps; ///< for each syllable a row with a step for each place of the word
    std::vector<bool> m_doubles; ///< syllables that begin with zh, ch or sh
    size_t m_syllables = 0;
    quint64 m_beginnings = 0;
};

} // namespace homeroom
