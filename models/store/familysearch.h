// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familytexts.h"
#include "models/values/spelling.h"

namespace homeroom {

/// By what a family was found, the best first.
enum class FamilyMatch {
    Name, ///< the whole name of parent or child as it is written
    NameStart,
    Pinyin, ///< the beginning of a name in syllables: «wangf»
    Initials,
    Inside, ///< within a name, a WeChat name or id, or an external number
    PhoneTail,
    Phone, ///< other digits of the phone
    Note ///< the remark or a follow-up
};

/// The stable word of a match, as `phoneTail`.
QLatin1StringView matchWord(FamilyMatch match);

/// A part of a name that was typed; places count characters.
struct NameMark {
    int name = 0; ///< 0 is the parent's, then the children's that have one
    int from = 0;
    int length = 0;

    bool operator==(const NameMark&) const = default;
};

struct FamilyHit {
    RecordId id{};
    FamilyMatch match = FamilyMatch::Name; ///< of several words the weakest
    std::vector<NameMark> marks{};
};

/// Finds families by what people type. All texts are in memory, in about 130 bytes a family:
/// 100,000 are searched in some milliseconds, without a database. Not thread-safe.
class FamilySearch {
public:
    /// All living families: some hundred milliseconds for 100,000. Call inside Database::read; SQL
    /// errors throw.
    static FamilySearch read(Database& database, PinyinWriter& pinyin);

    size_t size() const { return m_rows.size(); }
    /// Takes the family in, or its newer texts.
    void put(const FamilyTexts& texts);
    /// The family is no longer found, and its texts are overwritten.
    void remove(const RecordId& id);
    /// These come first among equals, the first one before the others.
    void setRecent(const std::vector<RecordId>& families);

    /// Families that fit every word, the best ones first, newer families before older ones. None
    /// for no words.
    std::vector<FamilyHit> find(const QString& typed, size_t most) const;

private:
    struct Row {
        RecordId id{};
        quint64 beginnings = 0; ///< of the names, see Syllables::beginnings()
        quint64 letters = 0; ///< what occurs in the accounts, a bit for each letter
        quint32 names = 0; ///< where they begin in m_names
        quint32 bytes = 0; ///< where digits and then accounts begin in m_bytes
        quint16 nameUnits = 0;
        quint16 accountBytes = 0;
        quint8 digits = 0;
        quint8 recent = 0; ///< the higher, the later it was opened; 0: not among the last ones
    };
    struct Word;
    struct Fit;

    Row placed(const FamilyTexts& texts);
    quint8 recencyOf(const RecordId& id) const;
    std::vector<Row>::iterator lowerBound(const RecordId& id);
    static std::vector<Word> wordsOf(const QString& typed, const Syllables& syllables);
    static Word wordOf(const QString& text, const Syllables& syllables);
    static bool mayFit(const Row& row, const Word& word);
    std::optional<Fit> fitOf(const Row& row, const Word& word) const;
    std::optional<Fit> nameFit(const Row& row, const Word& word) const;
    std::optional<Fit> otherFit(const Row& row, const Word& word) const;
    std::optional<Fit> fitOf(const Row& row, const std::vector<Word>& words) const;
    FamilyHit hitOf(const Row& row, const std::vector<Word>& words) const;
    void addMarks(const Row& row, const Word& word, std::vector<NameMark>& marks) const;

    Syllables m_syllables{};
    std::vector<Row> m_rows{}; ///< by id, so that later ones are newer
    std::vector<SpelledUnit> m_names{}; ///< names of one family with a 0 between them
    QByteArray m_bytes{};
    std::vector<RecordId> m_recent{};
};

} // namespace homeroom
