// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace homeroom {

/// E.164 form (`+8613812345678`) of what a person or a sheet wrote. Spaces, dashes, dots, brackets
/// and full-width digits are understood; 11 digits from 13 to 19 are mainland mobiles; other
/// numbers need a leading + or 00. Nothing when it can be no phone number.
std::optional<QString> normalisedPhone(QStringView text);

/// Whether the text already is `+` and 7 to 15 digits.
bool isNormalisedPhone(QStringView text);

/// `+86138****2046`: what everybody but the owner sees.
QString maskedPhone(QStringView normalised);
bool isMaskedPhone(QStringView text);

/// For display: mainland mobiles without the country code in groups (`138 1234 2046`), others
/// as they are; masked ones keep their stars (`138****2046`).
QString displayedPhone(const QString& stored);

/// First and last character with stars between, for ids of messengers.
QString maskedText(const QString& text);
/// Whether the text can be what maskedText gives. A few stars alone are not: people write them.
bool isMaskedText(QStringView text);

} // namespace homeroom
