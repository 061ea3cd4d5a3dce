// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sessionrun.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

void SessionRun::start(OpenProfile& profile, Ended ended)
{
    if (!profile.session().isSignedIn()) {
        ended(Error{ErrorCode::Unauthorized, u"not signed in"_s});
        return;
    }
    auto* run = new SessionRun(profile.engine(), std::move(ended));
    run->setParent(&profile.engine());
    profile.engine().start();
}

SessionRun::SessionRun(SyncEngine& engine, Ended ended)
    : m_engine(engine), m_ended(std::move(ended))
{
    connect(&engine, &SyncEngine::sessionEnded, this,
        [this](const SyncReport& report) { end(report); });
    connect(&engine, &SyncEngine::sessionFailed, this, [this](const Error& error) { end(error); });
}

void SessionRun::end(const Result<SyncReport>& result)
{
    disconnect(&m_engine, nullptr, this, nullptr);
    m_engine.stop();
    deleteLater();
    // Not from inside the engine's signal: what comes next may start it again.
    QMetaObject::invokeMethod(
        &m_engine, [ended = m_ended, result] { ended(result); }, Qt::QueuedConnection);
}

} // namespace homeroom::ctl
