// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/customersbench.h"

#include "bench/benchfamilies.h"
#include "models/items/familychips.h"
#include "ui/customers/customerspage.h"
#include "ui/editing/editdesk.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QPixmap>
#include <QTableView>
#include <QTemporaryDir>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int familyCount = 50000;
constexpr int rounds = 12;
constexpr double nanosecondsPerMs = 1e6;

/// From the changed text to the finished picture of the page.
double keystroke(CustomersPage& page, const QString& text, QPixmap& screen)
{
    QElapsedTimer timer;
    timer.start();
    page.filterField().setText(text);
    page.render(&screen);
    return double(timer.nsecsElapsed()) / nanosecondsPerMs;
}

std::vector<double> typeFilters(CustomersPage& page)
{
    QPixmap screen(page.size());
    std::vector<double> samples;
    const QStringList words{u"wangfang"_s, u"2046"_s, u"单雅"_s, u"zzz"_s, u"lm"_s};
    for (int round = 0; round < rounds; ++round) {
        for (const QString& word : words) {
            for (qsizetype length = 1; length <= word.size(); ++length)
                samples.push_back(keystroke(page, word.left(length), screen));
            for (qsizetype length = word.size() - 1; length >= 0; --length)
                samples.push_back(keystroke(page, word.left(length), screen));
        }
    }
    return samples;
}

void measure(Report& report, Workspace& workspace, const Clock& clock, IdFactory& ids)
{
    Catalogue catalogue(workspace.reader(), workspace.store());
    const QTimeZone zone("Asia/Shanghai");
    FamilyChips chips(workspace, clock, zone);
    EditDesk desk(workspace.store());
    Theme theme(*qApp, [] { return Scheme::Light; });
    WindowQuestions questions(theme);
    Shortcuts shortcuts;
    PageContext context{workspace, catalogue, chips, desk, theme, questions, clock, ids, {}, zone};
    CustomersPage page(context, shortcuts);
    page.resize(1280, 860);
    QElapsedTimer timer;
    timer.start();
    QEventLoop loaded;
    QObject::connect(&page.model(), &CustomerTableModel::loaded, &loaded, &QEventLoop::quit,
        Qt::QueuedConnection);
    page.show();
    loaded.exec();
    report.line(u"customers_load"_s, double(timer.elapsed()), u"ms"_s);
    QPixmap screen(page.size());
    QElapsedTimer painting;
    painting.start();
    page.render(&screen);
    page.render(&screen);
    const double repaint = double(painting.nsecsElapsed()) / nanosecondsPerMs / 2;
    const std::vector<double> samples = typeFilters(page);
    report.line(u"customers_filter_p50"_s, quantile(samples, 0.5), u"ms"_s, u"repaint"_s, repaint);
    report.line(u"customers_filter"_s, quantile(samples, 0.99), u"ms"_s, u"repaint"_s, repaint);
}

} // namespace

void benchCustomersFilter(Report& report)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    IdFactory ids(clock, QRandomGenerator(3));
    const std::unique_ptr<Workspace> workspace =
        workspaceWithFamilies(folder.path(), familyCount, clock, ids);
    measure(report, *workspace, clock, ids);
}

} // namespace homeroom::bench
