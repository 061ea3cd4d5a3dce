// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/syncclientfixture.h"

namespace homeroom::test {

/// A tutor and the tutor's lead, each with a whole client, on one server in virtual time. A test
/// derives from it.
class TutorAndLead {
protected:
    /// A new world in which both have signed in and synced.
    void begin()
    {
        using namespace Qt::StringLiterals;
        m_lead.reset();
        m_tutor.reset();
        m_world = std::make_unique<SyncWorld>();
        m_tutor = std::make_unique<TestClient>(*m_world, u"a1"_s);
        m_lead = std::make_unique<TestClient>(*m_world, u"leadA"_s);
        m_tutor->signIn();
        m_lead->signIn();
    }

    std::unique_ptr<SyncWorld> m_world;
    std::unique_ptr<TestClient> m_tutor;
    std::unique_ptr<TestClient> m_lead;
};

} // namespace homeroom::test
