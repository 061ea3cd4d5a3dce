// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace homeroom {

/// How a name is typed without an input method: `shanyaqin` and `syq` for 单雅琴.
struct Pinyin {
    QString full{}; ///< lower case, no tones, ü as v
    QString
        initials{}; ///< first letter of each syllable; other letters and digits stand as they are

    bool operator==(const Pinyin&) const = default;
};

/// Writes names in pinyin after ICU's Han-Latin rules, which read each character the common way;
/// surnames that are read otherwise come from a table of our own. Making one loads ICU's rules
/// (tens of milliseconds), so make it off the interface's thread. Not thread-safe.
class PinyinWriter {
public:
    PinyinWriter();
    ~PinyinWriter();
    PinyinWriter(const PinyinWriter&) = delete;
    PinyinWriter& operator=(const PinyinWriter&) = delete;

    /// A character, and how it is read: a syllable as in Pinyin::full; letters and digits read as
    /// themselves, signs as nothing.
    struct Reading {
        char32_t character = 0;
        QString syllable{};
    };
    enum class Reads { Name, Words };
    /// Character by character. A name begins with a surname; other words have none.
    std::vector<Reading> readings(QStringView text, Reads reads = Reads::Name);
    /// `name` is a person's name, surname first.
    Pinyin of(QStringView name);
    /// By which names are sorted: character by character after pinyin and then after the character,
    /// so that each surname stays together. Empty for an empty name.
    QString sortKey(QStringView name);

private:
    const QString& syllable(char32_t character);

    struct Rules;
    std::unique_ptr<Rules> m_rules;
    QHash<char32_t, QString> m_syllables; // of characters met so far
};

/// A writer that is made when it is first asked for: on the worker, by what begins elsewhere.
class LazyPinyin {
public:
    PinyinWriter& pinyin()
    {
        if (!m_writer)
            m_writer = std::make_unique<PinyinWriter>();
        return *m_writer;
    }

private:
    std::unique_ptr<PinyinWriter> m_writer{};
};

} // namespace homeroom
