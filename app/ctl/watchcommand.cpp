// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookups.h"

#include <QJsonDocument>
#include <QTimer>

#include <csignal>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEveryMs = 100;

// What a signal handler may touch, and no more.
volatile std::sig_atomic_t stopAsked = 0;

void askToStop(int)
{
    stopAsked = 1;
}

void printPage(const PulledPage& page, Database& reader)
{
    printRaw(QJsonDocument(
        QJsonObject{{u"rows"_s, page.rows}, {u"remaining"_s, page.remaining},
            {u"last"_s, page.last}, {u"cursor"_s, page.cursor}, {u"outbox"_s, page.counts.waiting},
            {u"attention"_s, page.counts.attention}, {u"conflicts"_s, linesToDecide(reader)}})
                 .toJson(QJsonDocument::Compact));
}

} // namespace

void watch(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    bool number = true;
    const int seconds = line.has(u"for"_s) ? line.option(u"for"_s).toInt(&number) : 0;
    if (!number || seconds < 0) {
        finished(misused(u"--for is a number of seconds."_s));
        return;
    }
    if (!profile.session().isSignedIn()) {
        finished(complain(Error{ErrorCode::Unauthorized, u"not signed in"_s}));
        return;
    }
    SyncEngine& engine = profile.engine();
    const auto end = [&engine, finished](ExitCode code) {
        engine.stop();
        finished(code);
    };
    QObject::connect(&engine, &SyncEngine::pageApplied, &engine,
        [&profile](const PulledPage& page) { printPage(page, profile.reader()); });
    QObject::connect(
        &engine, &SyncEngine::sessionFailed, &engine, [&engine, end](const Error& error) {
            complain(error); // another try follows by itself
            if (engine.status().activity == SyncActivity::SignInNeeded)
                end(NotSignedIn);
        });
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    auto* look = new QTimer(&engine);
    QObject::connect(look, &QTimer::timeout, &engine, [end, look] {
        if (!stopAsked)
            return;
        look->stop();
        end(Done);
    });
    look->start(lookEveryMs);
    if (line.has(u"for"_s))
        QTimer::singleShot(seconds * 1000, &engine, [end] { end(Done); });
    engine.start();
}

} // namespace homeroom::ctl
