// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchmarks.h"

#include "bench/board.h"
#include "bench/customersbench.h"
#include "bench/guistart.h"
#include "bench/importbench.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

std::vector<Benchmark> all()
{
    return {
        {u"gui_start"_s, benchGuiStart},
        {u"board_scroll"_s, benchBoardScroll},
        {u"board_move"_s, benchBoardMove},
        {u"customers_filter"_s, benchCustomersFilter},
        {u"import_rows"_s, benchImportRows},
    };
}

} // namespace homeroom::bench
