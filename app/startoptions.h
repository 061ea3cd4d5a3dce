// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace homeroom {

/// How the program was started.
struct StartOptions {
    QString folder{}; ///< of the profile
    QString server{}; ///< proposed, or fixed by the demo
    QString user{};
    QString password{}; ///< of a demo user; signs in by itself
    QString passphrase{}; ///< of the profile, where nobody is there to type it
};

} // namespace homeroom
