// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/parked.h"

#include <utility>

namespace homeroom {

Parked::Parked(Deliver deliver) : m_state(std::make_shared<State>())
{
    m_state->deliver = std::move(deliver);
}

bool Parked::answer(HttpResponse response) const
{
    // Held through the delivery: a second caller, such as the stopping server, may rely on the
    // connection being awake when it learns that somebody else answered.
    const std::lock_guard lock(m_state->mutex);
    const Deliver deliver = std::exchange(m_state->deliver, nullptr);
    if (!deliver)
        return false;
    deliver(std::move(response));
    return true;
}

bool Parked::answered() const
{
    const std::lock_guard lock(m_state->mutex);
    return !m_state->deliver;
}

} // namespace homeroom
