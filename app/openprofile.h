// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/commandclient.h"
#include "sync/httptransport.h"
#include "sync/profile.h"
#include "sync/scheduler.h"
#include "sync/session.h"
#include "sync/syncengine.h"

namespace homeroom {

/// An unlocked profile with what speaks to its server. Lives on the main thread; whatever shows it
/// must go away before it does.
class OpenProfile {
public:
    /// Errors as Profile::open, and Database or Io where what is open cannot be read. `clock` and
    /// `ids` must outlive the profile.
    static Result<std::unique_ptr<OpenProfile>> open(
        const QString& folder, const DatabaseKey& key, const Clock& clock, IdFactory& ids);
    ~OpenProfile();

    Workspace& workspace() { return m_profile->workspace(); }
    Session& session() { return m_session; }
    SyncEngine& engine() { return m_engine; }
    CommandClient& commands() { return m_commands; }
    /// Whether a first sync had ended when the profile was opened: without one there is nothing to
    /// show, with one it is shown at once, server or not.
    bool wasSynced() const { return m_synced; }
    /// Whether the server has told that the account is deactivated.
    bool isDeactivated();
    const SessionAccount& account() const { return m_session.account(); }
    void setServer(const QString& url) { m_transport.setServer(QUrl(url)); }

private:
    OpenProfile(std::unique_ptr<Profile> profile, bool synced, const Clock& clock, IdFactory& ids);

    // Made in this order, gone in the opposite one: the engine before the store.
    std::unique_ptr<Profile> m_profile;
    bool m_synced;
    HttpTransport m_transport{};
    EventLoopScheduler m_scheduler{};
    Session m_session;
    SyncEngine m_engine;
    CommandClient m_commands;
};

} // namespace homeroom
