// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/palettebench.h"

#include "app/shell.h"
#include "bench/benchclient.h"
#include "bench/benchfamilies.h"
#include "models/database/recordtable.h"
#include "models/items/familychips.h"
#include "models/values/filtertext.h"
#include "ui/editing/editdesk.h"
#include "ui/palette/palette.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int familyCount = 100'000;
constexpr int rounds = 12;
constexpr size_t wantedHits = 20;
constexpr double nanosecondsPerMs = 1e6;

/// What people type, letter by letter and back.
QStringList keystrokes()
{
    QStringList typed;
    const QStringList words{u"wf"_s, u"wangfang"_s, u"王f"_s, u"2046"_s, u"王 2046"_s,
        u"19900002046"_s, u"zhangmin"_s, u"sunny"_s, u"单雅琴"_s, u"lj 明"_s, u"zzz"_s};
    for (const QString& word : words) {
        for (qsizetype length = 1; length <= word.size(); ++length)
            typed.append(word.left(length));
        for (qsizetype length = word.size() - 1; length > 0; --length)
            typed.append(word.left(length));
    }
    return typed;
}

template <typename Stroke> std::vector<double> timed(Stroke stroke)
{
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round) {
        for (const QString& typed : keystrokes()) {
            QElapsedTimer timer;
            timer.start();
            stroke(typed);
            samples.push_back(double(timer.nsecsElapsed()) / nanosecondsPerMs);
        }
    }
    return samples;
}

/// The same words looked for as the table of customers does, in the same memory order.
std::vector<double> timedFilter(const QHash<RecordId, QByteArray>& texts)
{
    const QList<QByteArray> keys = texts.values();
    size_t found = 0;
    std::vector<double> samples = timed([&](const QString& typed) {
        const QList<QByteArray> terms = filterTerms(typed);
        for (const QByteArray& key : keys)
            found += matchesFilter(key, terms) ? 1 : 0;
    });
    demand(found > 0, u"the filter finds nobody"_s);
    return samples;
}

void measureSearch(Report& report, Workspace& workspace)
{
    PinyinWriter pinyin;
    QElapsedTimer timer;
    timer.start();
    Result<FamilySearch> search = workspace.reader().read(
        [&](Database& database) { return FamilySearch::read(database, pinyin); });
    demand(search.ok(), u"the families cannot be read"_s);
    report.line(u"customer_search_read"_s, double(timer.elapsed()), u"ms"_s);
    size_t found = 0;
    const std::vector<double> samples =
        timed([&](const QString& typed) { found += search->find(typed, wantedHits).size(); });
    demand(found > 0, u"the search finds nobody"_s);
    const auto texts =
        workspace.reader().read([&](Database& database) { return filterTexts(database, pinyin); });
    const double filter = quantile(timedFilter(*texts), 0.99);
    report.line(u"customer_search_p50"_s, quantile(samples, 0.5), u"ms"_s);
    report.line({u"customer_search"_s, quantile(samples, 0.99), u"ms"_s, u"plain filter p99"_s,
        filter, u"<= 10"_s});
}

/// 100,000 families with accounts and a note each.
struct Profile {
    const QTemporaryDir folder{};
    const SystemClock clock{};
    IdFactory ids{clock, QRandomGenerator(3)};
    int number = 0;
    std::unique_ptr<Workspace> workspace = workspaceWithFamilies(folder.path(), familyCount, clock,
        ids, [this](Customer& customer, Database& database) { describe(customer, database); });

    void describe(Customer& customer, Database& database)
    {
        customer.wechatNick = number % 3 == 0 ? u"Sunny妈妈"_s : u"小雨%1"_s.arg(number);
        customer.wechatId = u"wxid_%1"_s.arg(number * 7919LL % 1'000'003, 8, 36, QLatin1Char('0'));
        customer.externalId = u"E-%1"_s.arg(number++);
        FollowUp note;
        note.id = Id<FollowUp>(ids.next());
        note.customer = customer.id;
        note.text = u"孩子计算不错，周六 19:30 再打电话，爸爸觉得价格高"_s;
        RecordTable(database, recordTypeOf<FollowUp>()).put(toRow(note));
    }
};

/// The window with its palette, as the program has it.
class Window {
public:
    Window(Workspace& workspace, const Clock& clock, IdFactory& ids)
        : m_catalogue(workspace.reader(), workspace.store()), m_chips(workspace, clock, zone()),
          m_desk(workspace.store()), m_context{workspace, m_catalogue, m_chips, m_desk, m_theme,
                                         m_questions, clock, ids, {}, zone()},
          m_shell(m_context, m_shortcuts, m_settings)
    {
        m_shell.window().show();
        m_shell.openPalette();
        waitUntil(u"the families"_s, [&] { return !m_shell.palette().model().isSearching(); });
    }

    /// From the changed text until everything that it changed is painted.
    void type(const QString& typed)
    {
        m_shell.palette().field().setText(typed);
        QCoreApplication::processEvents();
    }

private:
    static QTimeZone zone() { return QTimeZone("Asia/Shanghai"); }

    const QTemporaryDir m_folder{};
    Theme m_theme{*qApp, [] { return Scheme::Light; }};
    Shortcuts m_shortcuts{};
    Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    WindowQuestions m_questions{m_theme};
    Catalogue m_catalogue;
    FamilyChips m_chips;
    EditDesk m_desk;
    PageContext m_context;
    Shell m_shell;
};

} // namespace

void benchCustomerSearch(Report& report)
{
    Profile profile;
    measureSearch(report, *profile.workspace);
}

void benchPaletteKey(Report& report)
{
    Profile profile;
    Window window(*profile.workspace, profile.clock, profile.ids);
    const std::vector<double> samples = timed([&](const QString& typed) { window.type(typed); });
    report.line({u"palette_key"_s, quantile(samples, 0.99), u"ms"_s, u"median"_s,
        quantile(samples, 0.5), u"<= 16"_s});
}

} // namespace homeroom::bench
