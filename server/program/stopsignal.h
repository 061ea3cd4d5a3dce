// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace homeroom {

/// The operating system's wish that the program ends: SIGTERM and SIGINT, or their like. Made
/// before any thread is started, so that no thread dies of the signal.
class StopSignal {
public:
    StopSignal();
    /// Returns when the program is to end.
    void wait();
};

} // namespace homeroom
