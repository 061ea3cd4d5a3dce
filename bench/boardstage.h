// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/boardpageobject.h"

namespace homeroom::bench {

/// A board page with a store of its own, painted offscreen at the size of a common window.
class BoardStage : public test::BoardPageObject {
public:
    /// Paints at once what is due, into the window's own surface.
    void repaint();
    void waitForEvents();
};

} // namespace homeroom::bench
