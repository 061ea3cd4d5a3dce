// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importreader.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

/// What becomes of the cells of one column, in people's words. All arguments but the mapping must
/// outlive it.
class CellPreview {
public:
    CellPreview(const ImportTable& table, const ColumnMapping& mapping,
        const QStringList& emptyWords, const ImportCatalogue& catalogue,
        const PageContext& context);

    struct Cell {
        QString text{}; ///< empty for a cell that says nothing
        bool readable = true;
    };
    Cell cell(size_t row) const;

private:
    const PageContext& m_context;
    ImportTarget m_target;
    ImportChoices m_single; ///< this column alone
    ImportReader m_reader;
};

} // namespace homeroom
