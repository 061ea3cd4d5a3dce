// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace homeroom {

/// Lets the other threads of the program go before the calling one where there are too few
/// processors for all of them; it goes on all the same.
void giveWay();

} // namespace homeroom
