// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QWidget>

namespace homeroom {

/// A field for a cell of a table, with air around it so that lines do not touch.
inline QWidget* inCell(QWidget* field)
{
    auto* cell = new QWidget;
    auto* row = new QHBoxLayout(cell);
    row->setContentsMargins(0, sizes::grid, sizes::gap, sizes::grid);
    row->addWidget(field);
    cell->setFocusProxy(field);
    return cell;
}

} // namespace homeroom
