// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"

namespace homeroom {

struct CustomerTableModel::Reading : LazyPinyin { };

} // namespace homeroom
