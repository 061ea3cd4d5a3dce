// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom::test {

/// Keeps the text of every statement that is stepped, in order.
class Statements final : public StatementObserver {
public:
    void aboutToStep(const char* sql) override { seen.append(QByteArray(sql)); }
    QList<QByteArray> seen;
};

} // namespace homeroom::test
