// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace homeroom {

/// UTC milliseconds since 1970, as on the wire and in the store.
using Milliseconds = qint64;

constexpr Milliseconds secondMs = 1000;
constexpr Milliseconds minuteMs = 60 * secondMs;
constexpr Milliseconds hourMs = 60 * minuteMs;
constexpr Milliseconds dayMs = 24 * hourMs;

/// Where time comes from. Everything that needs the time takes one, so that tests own it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Milliseconds now() const = 0;
};

class SystemClock final : public Clock {
public:
    Milliseconds now() const override;
};

/// A clock that stands still until it is moved.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Milliseconds start) : m_now(start) { }
    Milliseconds now() const override { return m_now; }
    void set(Milliseconds now) { m_now = now; }
    void advance(Milliseconds by) { m_now += by; }

private:
    Milliseconds m_now;
};

} // namespace homeroom
