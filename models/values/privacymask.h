// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace homeroom {

/// A name as others on a shared screen may read it, always in the same way: the first character of
/// a name in Chinese writing (王**), the initials of any other (A. S.). Nothing stays nothing.
QString shortenedName(const QString& name);

/// The text with every mainland mobile in it masked (138****2046), however it is grouped.
QString withMaskedPhones(const QString& text);

/// What names a family in texts that people wrote, and what stands there instead.
class FamilyMask {
public:
    /// Also the given name of a Chinese name of three characters: 王小宝 is 小宝 in notes.
    void addName(const QString& name);
    /// A messenger's id or nick, or an address.
    void addContact(const QString& text);
    /// The text without these names and contacts, and without phones.
    QString masked(QString text) const;

private:
    void add(const QString& text, const QString& mask);

    struct Replacement {
        QString text{};
        QString mask{};
    };
    std::vector<Replacement> m_replacements{}; ///< longest first: a name may hold another
};

} // namespace homeroom
