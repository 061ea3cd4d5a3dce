// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QString>

namespace homeroom {

/// The text trimmed, with full-width letters, digits and signs as their ASCII forms.
QString halfWidthText(QStringView text);

/// Fen of an amount in yuan as sheets write it: `1234.5`, `¥1,234.50`, `１，２３４元`, `-5`,
/// `CNY 20`. Groups must be of three digits. An amount finer than a fen or beyond 64 bits is an
/// Invalid error.
Result<qint64> moneyFromText(QStringView text);
/// Yuan with two decimals: `-1234.50`.
QString moneyText(qint64 fen);

/// A whole number, with or without groups of three; `5.0` is 5, `5.5` an Invalid error.
Result<qint64> integerFromText(QStringView text);

/// A finite number, with or without groups of three, or with an exponent.
Result<double> realFromText(QStringView text);
/// The shortest text that reads back as the same number.
QString realText(double number);

/// yes no true false 1 0 是 否, in any case. 1 or 0.
Result<qint64> booleanFromText(QStringView text);

} // namespace homeroom
