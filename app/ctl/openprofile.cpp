// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/openprofile.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<OpenProfile>> openWith(
    const CommandLine& line, const Result<DatabaseKey>& key, const Clock& clock)
{
    if (!key.ok())
        return key.error();
    Result<std::unique_ptr<Profile>> profile =
        Profile::open(line.profile, *key, clock, Threading::Inline);
    if (!profile.ok() && profile.error().code == ErrorCode::WrongKey)
        return Error{ErrorCode::WrongKey, u"the passphrase is not the profile's"_s};
    if (!profile.ok())
        return profile.error();
    const Listening listening = line.has(u"watch"_s) ? Listening::LongPoll : Listening::Off;
    return std::make_unique<OpenProfile>(std::move(*profile), clock, listening);
}

} // namespace

OpenProfile::OpenProfile(std::unique_ptr<Profile> profile, const Clock& clock, Listening listening)
    : m_clock(clock), m_profile(std::move(profile))
{
    m_session = std::make_unique<Session>(store(), reader(), m_transport, m_scheduler, clock);
    m_transport.setServer(QUrl(m_session->account().server));
    m_engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{store(), workspace().writerExecutor(), workspace().pageExecutor(),
            *m_session, m_scheduler, clock, QRandomGenerator::securelySeeded(), listening});
    // A command is followed by a session of its own, so the client asks for none.
    m_commands =
        std::make_unique<CommandClient>(CommandClient::Parts{*m_session, m_scheduler, m_ids, {}});
}

void openProfile(const CommandLine& line, SecretStore& secrets, const Clock& clock,
    Creation creation, const ProfileOpened& done)
{
    if (creation == Creation::Refused && !Profile::exists(line.profile)) {
        done(Error{ErrorCode::Unauthorized, u"there is no profile in this folder; log in first"_s});
        return;
    }
    const QString folder = line.profile;
    const QString passphrase = qEnvironmentVariable("HOMEROOM_PASSPHRASE");
    const bool fresh = !Profile::exists(folder);
    if (!passphrase.isEmpty() && (fresh || Profile::needsPassphrase(folder))) {
        done(openWith(line, Profile::keyFromPassphrase(folder, passphrase), clock));
        return;
    }
    if (Profile::needsPassphrase(folder)) {
        done(Error{ErrorCode::WrongKey, u"it wants a passphrase; set HOMEROOM_PASSPHRASE"_s});
        return;
    }
    Profile::keyFromKeychain(folder, secrets,
        [line, done, &clock](const Result<DatabaseKey>& key) { done(openWith(line, key, clock)); });
}

} // namespace homeroom::ctl
