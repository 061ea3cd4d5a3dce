// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openprofile.h"

#include "models/store/syncstate.h"

namespace homeroom {

Result<std::unique_ptr<OpenProfile>> OpenProfile::open(
    const QString& folder, const DatabaseKey& key, const Clock& clock, IdFactory& ids)
{
    Result<std::unique_ptr<Profile>> profile =
        Profile::open(folder, key, clock, Threading::OwnThreads);
    if (!profile.ok())
        return profile.error();
    const Result<bool> synced = (*profile)->workspace().reader().read(
        [](Database& database) { return SyncState(database).syncedAt() != 0; });
    if (!synced.ok())
        return synced.error();
    return std::unique_ptr<OpenProfile>(new OpenProfile(std::move(*profile), *synced, clock, ids));
}

OpenProfile::OpenProfile(
    std::unique_ptr<Profile> profile, bool synced, const Clock& clock, IdFactory& ids)
    : m_profile(std::move(profile)), m_synced(synced),
      m_session(workspace().store(), workspace().reader(), m_transport, m_scheduler, clock),
      m_engine(SyncEngine::Parts{workspace().store(), workspace().writerExecutor(),
          workspace().pageExecutor(), m_session, m_scheduler, clock,
          QRandomGenerator(*QRandomGenerator::system())}),
      m_commands(CommandClient::Parts{m_session, m_scheduler, ids, [this] { m_engine.syncNow(); }})
{
}

bool OpenProfile::isDeactivated()
{
    const Result<bool> read = workspace().reader().read(
        [](Database& database) { return SyncState(database).deactivated(); });
    return read.ok() && *read;
}

OpenProfile::~OpenProfile()
{
    m_engine.stop();
}

} // namespace homeroom
