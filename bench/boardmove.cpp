// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/board.h"
#include "bench/boardstage.h"

#include <QElapsedTimer>
#include <QMimeData>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int families = 50'000;
constexpr int moves = 300;
constexpr double nsPerMs = 1e6;

} // namespace

void benchBoardMove(Report& report)
{
    BoardStage board;
    board.families().fill(families);
    QElapsedTimer timer;
    timer.start();
    board.open();
    report.line(u"board_open"_s, double(timer.nsecsElapsed()) / nsPerMs, u"ms"_s);
    const std::vector<BoardColumnModel*>& columns = board.page().model().columns();
    std::vector<double> times;
    for (int move = 0; move < moves; ++move) {
        // Between the first four columns: none of them asks anything.
        BoardColumnModel& from = *columns[size_t(move % 4)];
        BoardColumnModel& to = *columns[size_t((move + 1) % 4)];
        const std::unique_ptr<QMimeData> held(
            from.mimeData({from.index((move * 7) % from.rowCount())}));
        const int count = from.rowCount();
        timer.start();
        to.dropMimeData(held.get(), Qt::MoveAction, (move * 3) % 6, 0, {});
        while (from.rowCount() == count)
            board.waitForEvents();
        board.repaint();
        times.push_back(double(timer.nsecsElapsed()) / nsPerMs);
    }
    report.line(u"board_move_p50"_s, quantile(times, 0.5), u"ms"_s);
    report.line(u"board_move_p99"_s, quantile(times, 0.99), u"ms"_s, u"goal"_s, 16);
}

} // namespace homeroom::bench
