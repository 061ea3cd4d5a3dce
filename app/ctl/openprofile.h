// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/output.h"
#include "sync/commandclient.h"
#include "sync/httptransport.h"
#include "sync/profile.h"
#include "sync/syncengine.h"

namespace homeroom::ctl {

/// A profile with everything a command may need, all on the caller's thread.
class OpenProfile {
public:
    OpenProfile(std::unique_ptr<Profile> profile, const Clock& clock, Listening listening);

    Workspace& workspace() { return m_profile->workspace(); }
    RecordStore& store() { return workspace().store(); }
    Database& reader() { return workspace().reader(); }
    const Clock& clock() const { return m_clock; }
    HttpTransport& transport() { return m_transport; }
    Session& session() { return *m_session; }
    SyncEngine& engine() { return *m_engine; }
    CommandClient& commands() { return *m_commands; }
    IdFactory& ids() { return m_ids; }

private:
    const Clock& m_clock;
    IdFactory m_ids{m_clock, QRandomGenerator::securelySeeded()};
    std::unique_ptr<Profile> m_profile;
    HttpTransport m_transport{};
    EventLoopScheduler m_scheduler{};
    std::unique_ptr<Session> m_session{};
    std::unique_ptr<SyncEngine> m_engine{};
    std::unique_ptr<CommandClient> m_commands{};
};

/// How a command ends; may come later, from the event loop.
using Finished = std::function<void(ExitCode)>;
using ProfileOpened = std::function<void(Result<std::unique_ptr<OpenProfile>>)>;

/// Opens the profile with HOMEROOM_PASSPHRASE, else with the keychain. Only a login makes a
/// new one; for anything else a folder without one is Unauthorized.
enum class Creation { Allowed, Refused };
void openProfile(const CommandLine& line, SecretStore& secrets, const Clock& clock,
    Creation creation, const ProfileOpened& done);

} // namespace homeroom::ctl
