// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs.h"

#include <QTemporaryDir>

namespace homeroom::test {

/// A server with a demo organisation, a tutor and the tutor's lead, each with a profile; it keeps
/// book of the families whose making was confirmed to the tutor.
class OfficePrograms {
public:
    /// Whether the server runs and both have synced once.
    bool open(int seed);
    /// Whether the tutor's and the lead's profiles can still be brought to one state which holds
    /// every confirmed family once, and all databases are sound. Ends the server.
    bool closesInOrder();

    /// Makes a family in the tutor's profile under a name of its own, possibly under a fault.
    Ended add(const QStringList& under = {});
    Ended tutor(const QStringList& words, const QStringList& under = {}) const;
    Ended lead(const QStringList& words) const { return control.run(leadUser.name, words); }
    /// The ids of all families in the profile, doubles included, in order.
    QStringList families(const DemoUser& user) const;
    /// Whether the tutor's profile is sound and holds every confirmed family, each name once.
    bool tutorHoldsAll() const;

    QTemporaryDir folder{};
    ServerProcess server{folder.path()};
    ControlProgram control{folder.path()};
    DemoUser tutorUser{};
    DemoUser leadUser{};

private:
    QStringList m_confirmed{};
    int m_made = 0;
};

} // namespace homeroom::test
