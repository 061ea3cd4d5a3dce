// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "bench/benchclient.h"
#include "bench/liveserver.h"
#include "bench/syncbench.h"
#include "models/items/familychips.h"
#include "ui/editing/editdesk.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QTimer>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions halfTeam{.families = 2500};
constexpr int beat = 2; ///< milliseconds
constexpr Milliseconds calm = 2 * secondMs;

/// How much later than due each beat of a timer in this thread came.
class Heart {
public:
    Heart()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double late = double(m_since.nsecsElapsed()) / 1e6 - beat;
            m_since.start();
            m_stalls.push_back(std::max(0.0, late));
        });
        m_since.start();
        m_timer.start(beat);
    }
    /// The stalls since the last call, in milliseconds.
    std::vector<double> take() { return std::exchange(m_stalls, {}); }

private:
    QTimer m_timer{};
    QElapsedTimer m_since{};
    std::vector<double> m_stalls{};
};

/// The program's window on a client's workspace, its board in front.
class Window {
public:
    explicit Window(BenchClient& client)
        : m_catalogue(client.reader(), client.store()),
          m_chips(client.workspace(), client.clock(), zone()),
          m_desk(client.store()), m_context{client.workspace(), m_catalogue, m_chips, m_desk,
                                      m_theme, m_questions, client.clock(), client.ids(),
                                      client.session().account().viewer, zone()},
          m_shell(m_context, m_shortcuts, m_settings)
    {
        m_shell.window().showPage(u"board"_s);
        m_shell.window().show();
    }

private:
    static QTimeZone zone() { return QTimeZone("Asia/Shanghai"); }

    const QTemporaryDir m_folder{};
    Theme m_theme{*qApp};
    Shortcuts m_shortcuts{};
    Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    WindowQuestions m_questions{m_theme};
    Catalogue m_catalogue;
    FamilyChips m_chips;
    EditDesk m_desk;
    PageContext m_context;
    Shell m_shell;
};

void beatFor(Milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    waitUntil(u"the time"_s, [&] { return timer.elapsed() >= time; });
}

} // namespace

void benchStall(Report& report, ServerImages& images)
{
    LiveServer server(images.image(halfTeam));
    BenchClient client(server.url());
    client.signIn(server.image().user(u"lead1"_s));
    Window window(client);
    Heart heart;
    beatFor(calm);
    const std::vector<double> idle = heart.take();
    client.firstSession();
    beatFor(calm / 4); // what the pages read once all is there
    const std::vector<double> stalls = heart.take();
    demand(client.countAllRows() >= halfTeam.families * halfTeam.rowsPerFamily,
        u"the first sync lost rows"_s);
    report.line({u"ui_stall_p99"_s, quantile(stalls, 0.99), u"ms"_s, u"idle"_s,
        quantile(idle, 0.99), u"<= 16"_s});
    report.line({u"ui_stall_worst"_s, quantile(stalls, 1), u"ms"_s, u"idle"_s, quantile(idle, 1),
        u"<= 50"_s});
    client.engine().stop();
}

} // namespace homeroom::bench
