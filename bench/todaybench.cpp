// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/todaybench.h"

#include "bench/daybook.h"
#include "ui/editing/editdesk.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/today/racepane.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QListView>
#include <QPixmap>
#include <QTemporaryDir>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 7;
constexpr double nanosecondsPerMs = 1e6;
const QTimeZone zone = dayBookZone();

/// Runs the loop until the page has read its rows once more, then paints them.
double paintedAfter(TodayPage& page, const std::function<void()>& begin)
{
    QPixmap screen(page.size());
    QElapsedTimer timer;
    QEventLoop read;
    const auto connection = QObject::connect(&page.model(), &QAbstractItemModel::modelReset, &read,
        &QEventLoop::quit, Qt::QueuedConnection);
    timer.start();
    begin();
    read.exec();
    page.render(&screen);
    QObject::disconnect(connection);
    return double(timer.nsecsElapsed()) / nanosecondsPerMs;
}

double finishFirst(TodayPage& page)
{
    // The numbers of the cohort are read behind the plan, and only seconds after an edit.
    QEventLoop numbers;
    QObject::connect(&page.race().reader(), &RaceReader::changed, &numbers, &QEventLoop::quit);
    if (!page.race().hasRace())
        numbers.exec();
    page.list().setCurrentIndex(page.model().index(page.model().nextItem(-1, 1)));
    return paintedAfter(page, [&page] { page.finish(); });
}

void measure(Report& report, DayBook& book)
{
    Workspace& workspace = book.workspace();
    Catalogue catalogue(workspace.reader(), workspace.store());
    EditDesk desk(workspace.store());
    Theme theme(*qApp, [] { return Scheme::Light; });
    WindowQuestions questions(theme);
    Shortcuts shortcuts;
    std::vector<double> cold;
    std::vector<double> warm;
    std::vector<double> edits;
    double repaint = 0;
    for (int round = 0; round < rounds; ++round) {
        FamilyChips chips(workspace, book.clock(), zone);
        PageContext context{workspace, catalogue, chips, desk, theme, questions, book.clock(),
            book.ids(), {book.user(), UserRole::Tutor, {}}, zone};
        const auto open = [&](const auto& use) {
            TodayPage page(context, shortcuts);
            page.resize(1280, 860);
            const double shown = paintedAfter(page, [&page] { page.show(); });
            if (page.model().count(TodaySection::Families) != familiesOfToday)
                qFatal("bench: the day is not planned");
            use(page);
            return shown;
        };
        cold.push_back(open([](TodayPage&) {}));
        warm.push_back(open([&](TodayPage& page) {
            QPixmap screen(page.size());
            QElapsedTimer painting;
            painting.start();
            page.render(&screen);
            repaint = double(painting.nsecsElapsed()) / nanosecondsPerMs;
            edits.push_back(finishFirst(page));
        }));
    }
    report.line(u"today_page_cold"_s, quantile(cold, 0.5), u"ms"_s, u"repaint"_s, repaint);
    report.line(u"today_page"_s, quantile(warm, 0.5), u"ms"_s, u"repaint"_s, repaint);
    report.line(u"today_page_edit"_s, quantile(edits, 0.5), u"ms"_s, u"repaint"_s, repaint);
}

} // namespace

void benchTodayPage(Report& report)
{
    DayBook book;
    measure(report, book);
}

} // namespace homeroom::bench
