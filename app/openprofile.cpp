// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openprofile.h"

namespace homeroom {

Result<std::unique_ptr<OpenProfile>> OpenProfile::open(
    const QString& folder, const DatabaseKey& key, const Clock& clock, IdFactory& ids)
{
    Result<std::unique_ptr<Profile>> profile =
        Profile::open(folder, key, clock, Threading::OwnThreads);
    if (!profile.ok())
        return profile.error();
    return std::unique_ptr<OpenProfile>(new OpenProfile(std::move(*profile), clock, ids));
}

OpenProfile::OpenProfile(std::unique_ptr<Profile> profile, const Clock& clock, IdFactory& ids)
    : m_profile(std::move(profile)),
      m_session(workspace().store(), workspace().reader(), m_transport, m_scheduler, clock),
      m_engine(SyncEngine::Parts{workspace().store(), workspace().writerExecutor(), m_session,
          m_scheduler, clock, QRandomGenerator(*QRandomGenerator::system())}),
      m_commands(CommandClient::Parts{m_session, m_scheduler, ids, [this] { m_engine.syncNow(); }})
{
}

OpenProfile::~OpenProfile()
{
    m_engine.stop();
}

} // namespace homeroom
