// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/democatalogue.h"

#include <functional>

namespace homeroom {

struct DemoOptions {
    qint64 families = 3000;
    quint64 seed = 20'240'901;
    Milliseconds now = 0; ///< the demo plays on this day
    QTimeZone zone{"Asia/Shanghai"}; ///< of the organisation
};

/// A whole organisation; rows parents first, root, owner and team set, stamps zero.
struct DemoOrganisation {
    std::vector<DemoUser> users{};
    std::vector<RecordRow> rows{};
};

/// The same options give the same bytes.
DemoOrganisation makeDemoOrganisation(const DemoOptions& options);

/// The same rows one by one, for a storage to write without holding all of them.
std::vector<DemoUser> writeDemoOrganisation(
    const DemoOptions& options, const std::function<void(const RecordRow&)>& sink);

/// `{"users":[{"name","password","role","team"},…]}`, what `homeroom-server demo` prints.
QJsonObject demoUsersToJson(const std::vector<DemoUser>& users);

/// The organisation that benchmarks and tests share: always the same day and seed.
DemoOrganisation makeDemoImage(qint64 families);

} // namespace homeroom
