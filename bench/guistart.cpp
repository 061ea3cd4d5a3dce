// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guistart.h"

#include "app/shell.h"
#include "bench/memory.h"
#include "bench/profileimage.h"
#include "models/items/familychips.h"
#include "ui/board/boardpage.h"
#include "ui/editing/editdesk.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 7;
constexpr qint64 families = 50000;
constexpr int startLimitMs = 60000;

void tellPainted()
{
    const QJsonObject line{{u"painted"_s, true}, {u"rss"_s, residentBytes()}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int runEmpty()
{
    QWidget window;
    window.resize(1440, 900);
    window.show();
    QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        tellPainted();
        QApplication::quit();
    });
    return QApplication::exec();
}

int runBoard(const QString& file, const QByteArray& keyHex, const QString& user)
{
    const SystemClock clock;
    const Result<DatabaseKey> key = DatabaseKey::fromBytes(QByteArray::fromHex(keyHex));
    Result<std::unique_ptr<Workspace>> workspace =
        Workspace::open({file, *key}, clock, Threading::OwnThreads);
    if (!workspace.ok())
        return 1;
    const QTemporaryDir folder;
    Theme theme(*qApp);
    Shortcuts shortcuts;
    Settings settings(folder.filePath(u"settings.ini"_s));
    WindowQuestions questions(theme);
    IdFactory ids(clock, QRandomGenerator(1));
    Catalogue catalogue((*workspace)->reader(), (*workspace)->store());
    const QTimeZone zone("Asia/Shanghai");
    FamilyChips chips(**workspace, clock, zone);
    EditDesk desk((*workspace)->store());
    const Viewer viewer{*RecordId::fromString(user), UserRole::Operations, {}};
    PageContext context{
        **workspace, catalogue, chips, desk, theme, questions, clock, ids, viewer, zone};
    Shell shell(context, shortcuts, settings);
    BoardModel& model = shell.board().model();
    qint64 first = 0;
    const auto paintedIfReady = [&] {
        if (model.state() != BoardModel::State::Ready)
            return;
        if (first == 0 || first != model.cardCount())
            qFatal("bench: the first picture counts other cards than there are");
        shell.window().repaint();
        tellPainted();
        QApplication::quit();
    };
    QObject::connect(&model, &BoardModel::stateChanged, &shell, [&] {
        // After the views have laid out what the model just told them.
        QTimer::singleShot(0, &shell, paintedIfReady);
    });
    shell.window().showPage(u"board"_s);
    shell.window().show();
    QTimer::singleShot(0, &shell, [&] {
        // The screen is complete here: the cards in sight, and count and amount of whole columns.
        first = model.cardCount();
        shell.window().repaint();
        tellPainted();
        paintedIfReady();
    });
    return QApplication::exec();
}

struct Started {
    double milliseconds = 0; ///< until the first picture
    double whole = 0; ///< until the cards below it are there, too
    double bytes = 0;
};

Started start(const QStringList& arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QApplication::applicationFilePath(), arguments);
    if (!process.waitForReadyRead(startLimitMs))
        qFatal("bench: the started process painted nothing");
    const double elapsed = double(timer.nsecsElapsed()) / 1e6;
    QByteArray line = process.readLine();
    double whole = elapsed;
    while (process.canReadLine() || process.waitForReadyRead(startLimitMs)) {
        whole = double(timer.nsecsElapsed()) / 1e6;
        line = process.readLine();
    }
    return {elapsed, whole, QJsonDocument::fromJson(line).object().value(u"rss"_s).toDouble()};
}

} // namespace

int runStartChild(const QString& what, const QStringList& arguments)
{
    if (what == u"empty"_s)
        return runEmpty();
    return runBoard(arguments.value(0), arguments.value(1).toLatin1(), arguments.value(2));
}

double emptyStartMilliseconds()
{
    return start({u"--child"_s, u"empty"_s}).milliseconds;
}

void benchGuiStart(Report& report)
{
    const ProfileImage image(families);
    const QStringList board{u"--child"_s, u"board"_s, image.options().path,
        QString::fromLatin1(image.key().bytes().toHex()), image.viewer().user.toString()};
    std::vector<double> boards;
    std::vector<double> wholes;
    std::vector<double> empties;
    std::vector<double> memory;
    for (int i = 0; i < runs; ++i) {
        empties.push_back(emptyStartMilliseconds());
        const Started started = start(board);
        boards.push_back(started.milliseconds);
        wholes.push_back(started.whole);
        memory.push_back(started.bytes / 1e6);
    }
    report.line(
        u"gui_start"_s, quantile(boards, 0.5), u"ms"_s, u"empty_window"_s, quantile(empties, 0.5));
    report.line(u"gui_start_whole"_s, quantile(wholes, 0.5), u"ms"_s, u"empty_window"_s,
        quantile(empties, 0.5));
    report.line(u"rss"_s, quantile(memory, 0.5), u"MB"_s);
}

} // namespace homeroom::bench
