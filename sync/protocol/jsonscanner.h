// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonValue>

#include <functional>
#include <optional>

namespace homeroom {

/// Walks over JSON text without building what it says: the rows of a page are many, and each of
/// their values is looked at once. What it hands out are pieces of the text it was given.
class JsonScanner {
public:
    explicit JsonScanner(QByteArrayView text) : m_text(text) { }

    /// Steps over that character, behind blanks; false where another one stands there.
    bool take(char expected);
    /// The next value whole, a text with its quotes; nothing where none begins or it does not end.
    /// Inside lists and objects only brackets and quotes are looked at.
    std::optional<QByteArrayView> takeValue();
    bool atEnd();

private:
    void skipBlanks();
    bool skipText();
    bool skipNested();
    void skipWord();

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// Walks over the members of an object: `readValue` is given each name with its quotes and takes
/// the value. False where the text is no object or `readValue` says so.
bool eachMember(JsonScanner& scanner, const std::function<bool(QByteArrayView name)>& readValue);

/// One scalar or nested value of JSON text, as QJsonDocument reads it; undefined where it is none.
QJsonValue valueOfJson(QByteArrayView text);

/// An integer written with digits alone, within what JSON numbers keep exactly; nothing for all
/// else, which valueOfJson may still read.
std::optional<qint64> plainInteger(QByteArrayView text);

/// A text without escapes, quotes taken off; nothing for all else.
std::optional<QByteArrayView> plainText(QByteArrayView text);

} // namespace homeroom
