// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/board.h"
#include "bench/boardstage.h"

#include <QElapsedTimer>
#include <QScrollBar>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int cards = 10'000;
constexpr int frames = 600;
constexpr int wheelNotch = 90; ///< pixels a frame of a fast wheel
constexpr int jump = 23; ///< a prime: frames between far jumps, as with the bar dragged
constexpr double nsPerMs = 1e6;

} // namespace

void benchBoardScroll(Report& report)
{
    BoardStage board;
    board.families().fillStage(board.families().stage("new"), cards);
    board.open();
    CardList& list = board.page().view().columns().front()->list();
    QScrollBar& bar = *list.verticalScrollBar();
    std::vector<double> wheel;
    std::vector<double> far;
    QElapsedTimer timer;
    for (int frame = 0; frame < frames; ++frame) {
        const bool jumps = frame % jump == 0;
        const int to = jumps ? int(qint64(bar.maximum()) * ((frame * 37) % frames) / frames)
                             : bar.value() + wheelNotch;
        timer.start();
        bar.setValue(to);
        board.repaint();
        (jumps ? far : wheel).push_back(double(timer.nsecsElapsed()) / nsPerMs);
    }
    report.line(u"board_scroll_p50"_s, quantile(wheel, 0.5), u"ms"_s);
    report.line(u"board_scroll_p99"_s, quantile(wheel, 0.99), u"ms"_s, u"goal"_s, 8);
    report.line(u"board_scroll_jump_p99"_s, quantile(far, 0.99), u"ms"_s, u"goal"_s, 8);
}

} // namespace homeroom::bench
