// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchmarks.h"

#include "bench/board.h"
#include "bench/customersbench.h"
#include "bench/duplicatesbench.h"
#include "bench/guistart.h"
#include "bench/importbench.h"
#include "bench/palettebench.h"
#include "bench/savedviewbench.h"
#include "bench/syncbench.h"
#include "bench/todaybench.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

std::vector<Benchmark> all(ServerImages& images)
{
    std::vector<Benchmark> benchmarks{
        {u"gui_start"_s, benchGuiStart},
        {u"board_scroll"_s, benchBoardScroll},
        {u"board_move"_s, benchBoardMove},
        {u"customers_filter"_s, benchCustomersFilter},
        {u"customer_search"_s, benchCustomerSearch},
        {u"palette_key"_s, benchPaletteKey},
        {u"duplicates"_s, benchDuplicates},
        {u"import_rows"_s, benchImportRows},
        {u"saved_view"_s, benchSavedView},
        {u"bulk_1000"_s, benchBulkMove},
        {u"today_page"_s, benchTodayPage},
    };
    using Bench = void (*)(Report&, ServerImages&);
    const std::pair<QString, Bench> withServer[] = {
        {u"first_sync"_s, benchFirstSync},
        {u"ready_20k"_s, benchReady},
        {u"lead_200k"_s, benchLead},
        {u"propagate"_s, benchPropagate},
        {u"push_single"_s, benchPushSingle},
        {u"push_batch"_s, benchPushBatch},
        {u"waiters"_s, benchWaiters},
        {u"handover_500"_s, benchHandover},
        {u"bytes"_s, benchBytes},
        {u"drain_2000"_s, benchDrain},
        {u"recover"_s, benchRecover},
        {u"ui_stall"_s, benchStall},
    };
    for (const auto& [name, bench] : withServer)
        benchmarks.push_back(
            {name, [&images, run = bench](Report& report) { run(report, images); }});
    return benchmarks;
}

} // namespace homeroom::bench
