// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace homeroom {

// By which the window knows its pages, and settings the one that was left last.

inline const QString todayId = QStringLiteral("today");
inline const QString boardId = QStringLiteral("board");
inline const QString customersId = QStringLiteral("customers");
inline const QString poolId = QStringLiteral("pool");
inline const QString operationsId = QStringLiteral("operations");
inline const QString usersId = QStringLiteral("users");
inline const QString duplicatesId = QStringLiteral("duplicates");

} // namespace homeroom
