// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/savedviewbench.h"

#include "bench/daybook.h"
#include "models/items/familychips.h"
#include "models/store/records.h"
#include "ui/bulk/bulkmenu.h"
#include "ui/conditions/conditionbar.h"
#include "ui/customers/customerspage.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/pageviews.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QPixmap>
#include <QTimer>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;
constexpr size_t movedFamilies = 1000;
constexpr double nanosecondsPerMs = 1e6;

double since(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / nanosecondsPerMs;
}

/// All that a page is given, over the book of the day.
struct Office {
    explicit Office(DayBook& from)
        : book(from), catalogue(book.workspace().reader(), book.workspace().store()),
          chips(book.workspace(), book.clock(), dayBookZone()), desk(book.workspace().store()),
          theme(*qApp, [] { return Scheme::Light; }),
          questions(theme), context{book.workspace(), catalogue, chips, desk, theme, questions,
                                book.clock(), book.ids(), {book.user(), UserRole::Tutor, {}},
                                dayBookZone()}
    {
    }

    DayBook& book;
    Catalogue catalogue;
    FamilyChips chips;
    EditDesk desk;
    Theme theme;
    WindowQuestions questions;
    Shortcuts shortcuts{};
    PageContext context;
};

ConditionGroup wideQuestion(const DayBook::Names& names)
{
    using enum ConditionTest;
    const FamilyCondition silent{u"lastContactAt"_s, OlderThanDays, 3};
    const FamilyCondition tagged{u"tags"_s, IsNot, QJsonArray{names.tags[0].toString()}};
    const FamilyCondition tier{u"tier"_s, Is, QJsonArray{u"a"_s, u"b"_s}};
    const FamilyCondition stage{u"opportunity.stage"_s, Is, QJsonArray{names.stages[1].toString()}};
    const FamilyCondition grade{u"student.grade"_s, AtLeast, 4};
    const FamilyCondition budget{u"custom.budget"_s, AtLeast, 50};
    const FamilyCondition finished{u"lessons.finished"_s, AtLeast, 5};
    return {false, {silent, tagged},
        {{true, {tier, stage}, {}}, {true, {grade, budget, finished}, {}}}};
}

/// Chooses a tab and runs the loop until its families are there, then paints them.
double shownAfter(CustomersPage& page, int tab)
{
    QPixmap screen(page.size());
    QElapsedTimer timer;
    QEventLoop read;
    const auto connection = QObject::connect(
        &page.conditions(), &ConditionBar::changed, &read, &QEventLoop::quit, Qt::QueuedConnection);
    timer.start();
    page.views().choose(tab);
    if (!page.conditions().matching().isReady())
        read.exec();
    page.render(&screen);
    QObject::disconnect(connection);
    return since(timer);
}

void saveView(Office& office, const QString& name, const ConditionGroup& conditions)
{
    SavedView view;
    view.id = Id<SavedView>(office.book.ids().next());
    view.name = name;
    view.user = Id<User>(office.book.user());
    view.page = u"customers"_s;
    view.rank = name;
    view.definition = {{u"conditions"_s, conditionsToJson(conditions)}};
    const auto saved = office.book.workspace().store().apply({name, {createMutation(view)}, {}});
    demand(saved.result().ok(), u"a view cannot be saved"_s);
    QApplication::processEvents();
}

} // namespace

void benchSavedView(Report& report)
{
    DayBook book;
    Office office(book);
    const ConditionGroup wide = wideQuestion(book.names());
    saveView(office, u"wide"_s, wide);
    saveView(office, u"tier"_s, {false, {wide.groups[0].conditions[0]}, {}});
    CustomersPage page(office.context, office.shortcuts);
    page.resize(1280, 860);
    QEventLoop loaded;
    QObject::connect(&page.model(), &CustomerTableModel::loaded, &loaded, &QEventLoop::quit);
    page.show();
    loaded.exec();
    const double cold = shownAfter(page, 1);
    const int left = page.model().rowCount();
    if (left == 0 || left > DayBook::families / 2)
        qFatal("bench: the view shows %d families", left);
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round) {
        shownAfter(page, 2);
        samples.push_back(shownAfter(page, 1));
    }
    QPixmap screen(page.size());
    QElapsedTimer painting;
    painting.start();
    page.render(&screen);
    const double repaint = since(painting);
    report.line(u"saved_view_cold"_s, cold, u"ms"_s, u"repaint"_s, repaint);
    report.line(u"saved_view"_s, quantile(samples, 0.5), u"ms"_s, u"repaint"_s, repaint);
}

void benchBulkMove(Report& report)
{
    DayBook book;
    Office office(book);
    QWidget window;
    BulkMenu bulk(office.context, window);
    const auto families = book.workspace().reader().read([](Database& database) {
        std::vector<RecordId> ids;
        Statement query = database.statement("SELECT id FROM r_customer ORDER BY id LIMIT "
            + QByteArray::number(int(movedFamilies)));
        while (query.step())
            ids.push_back(query.id(0));
        return Result<std::vector<RecordId>>(ids);
    });
    std::vector<double> samples;
    double stall = 0;
    for (int round = 0; round < rounds; ++round) {
        const Stage stage = *office.catalogue.find(book.names().stages[size_t(round) % 2]);
        QEventLoop committed;
        QObject::connect(&office.desk, &EditDesk::applied, &committed, &QEventLoop::quit);
        QElapsedTimer tick;
        QTimer beat;
        beat.setInterval(0);
        QObject::connect(&beat, &QTimer::timeout, &committed, [&] {
            stall = std::max(stall, since(tick));
            tick.restart();
        });
        QElapsedTimer timer;
        timer.start();
        tick.start();
        beat.start();
        bulk.moveTo(stage, *families);
        committed.exec();
        stall = std::max(stall, since(tick));
        samples.push_back(since(timer));
    }
    report.line(u"bulk_1000"_s, quantile(samples, 0.5), u"ms"_s, u"longest_wait"_s, stall);
}

} // namespace homeroom::bench
