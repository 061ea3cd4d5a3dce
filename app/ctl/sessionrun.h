// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openprofile.h"

namespace homeroom::ctl {

/// One whole session: pushes all, pulls all, then the engine stops. A failure ends it, too; the
/// program's caller decides about another try. Deletes itself.
class SessionRun final : public QObject {
    Q_OBJECT

public:
    using Ended = std::function<void(Result<SyncReport>)>;

    /// Unauthorized where nobody is signed in.
    static void start(OpenProfile& profile, Ended ended);

private:
    SessionRun(SyncEngine& engine, Ended ended);
    void end(const Result<SyncReport>& result);

    SyncEngine& m_engine;
    Ended m_ended;
};

} // namespace homeroom::ctl
