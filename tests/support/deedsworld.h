// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "tests/support/pageworld.h"
#include "tests/support/scriptedserver.h"
#include "ui/handover/familydeeds.h"

#include <QSignalSpy>

namespace homeroom::test {

/// Two families, a colleague, and the deeds of a window over them with a server that answers as it
/// is told.
class DeedsWorld {
protected:
    void open();
    void close();
    void become(UserRole role);
    QStringList offered(const std::vector<RecordId>& families);
    QString lastTold() const;
    /// The server's history in the first family, as a merge with this one leaves it.
    void tellMergeWith(
        const RecordId& loser, const QString& name, HistoryAction action = HistoryAction::Merge);

    std::unique_ptr<PageWorld> m_world;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QSignalSpy> m_told;
    FamilyDeeds* m_deeds = nullptr;
    Id<Customer> m_first{};
    Id<Customer> m_second{};
    Id<User> m_colleague{};
    Id<Team> m_team{};
};

} // namespace homeroom::test
