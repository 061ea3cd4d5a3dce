// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom::test {

/// Lets the n-th statement after arming fail, as a full disk or a kill would.
class FailAt final : public StatementObserver {
public:
    void arm(int n)
    {
        m_left = n;
        m_fired = false;
    }
    void disarm() { m_left = -1; }
    bool fired() const { return m_fired; }
    void aboutToStep(const char*) override
    {
        if (m_left < 0 || m_left-- > 0)
            return;
        m_left = -1;
        m_fired = true;
        throw SQLite::Exception("injected");
    }

private:
    int m_left = -1;
    bool m_fired = false;
};

} // namespace homeroom::test
