// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"

namespace homeroom {

/// Made on the worker, so that loading ICU's rules never stops the interface.
struct CustomerTableModel::Reading {
    std::unique_ptr<PinyinWriter> writer;
    PinyinWriter& pinyin()
    {
        if (!writer)
            writer = std::make_unique<PinyinWriter>();
        return *writer;
    }
};

} // namespace homeroom
