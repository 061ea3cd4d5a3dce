// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"

#include <functional>
#include <memory>
#include <mutex>

namespace homeroom {

/// A request whose answer comes later. Copies share it, any thread may answer, and only the first
/// answer counts: the handler, the time limit, a leaving client and a stopping server all race
/// here. A handle may outlive the connection and the server; then an answer goes nowhere.
class Parked {
public:
    using Deliver = std::function<void(HttpResponse)>;

    /// `deliver` is called at most once, on the answering thread, and must not answer again.
    explicit Parked(Deliver deliver);

    /// False when it had been answered before. On return the delivery is over, whoever made it.
    bool answer(HttpResponse response) const;
    bool answered() const;

private:
    struct State {
        std::mutex mutex;
        Deliver deliver;
    };
    std::shared_ptr<State> m_state;
};

} // namespace homeroom
