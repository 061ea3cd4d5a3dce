// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"
#include "app/logging.h"
#include "app/screenshots.h"
#include "models/database/memorydump.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <kdsingleapplication.h>

#include <cstdio>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

struct Options {
    QCommandLineOption profile{u"profile"_s, u"Folder of the profile."_s, u"folder"_s};
    QCommandLineOption server{u"server"_s, u"Address of the server."_s, u"url"_s};
    QCommandLineOption demo{
        u"demo"_s, u"Folder of a demo organisation; signs in by itself."_s, u"folder"_s};
    QCommandLineOption role{u"role"_s, u"Role of the demo user."_s, u"role"_s, u"tutor"_s};
    QCommandLineOption screenshots{u"screenshots"_s,
        u"Renders every page and dialog into this folder and ends."_s, u"folder"_s};
    QCommandLineOption examples{
        u"examples"_s, u"With --screenshots: writes example conflicts into the profile first."_s};
};

/// The first user of the role in the demo's list; empty when there is none.
QJsonObject demoUser(const QString& folder, const QString& role)
{
    QFile file(folder + u"/users.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray users =
        QJsonDocument::fromJson(file.readAll()).object().value(u"users"_s).toArray();
    for (const QJsonValue& user : users) {
        if (user.toObject().value(u"role"_s).toString() == role)
            return user.toObject();
    }
    return {};
}

StartOptions startOptions(const QCommandLineParser& parser, const Options& options)
{
    StartOptions start;
    start.server = parser.value(options.server);
    start.folder = parser.value(options.profile);
    start.passphrase = qEnvironmentVariable("HOMEROOM_PASSPHRASE");
    if (parser.isSet(options.demo)) {
        const QString demo = parser.value(options.demo);
        const QJsonObject user = demoUser(demo, parser.value(options.role));
        start.user = user.value(u"name"_s).toString();
        start.password = user.value(u"password"_s).toString();
        // The demo's families are made up; its profile is locked with what is written beside it.
        start.passphrase = start.password;
        start.folder = u"%1/profile-%2"_s.arg(demo, start.user);
    }
    if (start.folder.isEmpty())
        start.folder =
            QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/profile"_s;
    return start;
}

/// Pictures of everything from a profile that is synced already; prints how many.
int renderScreenshots(
    QApplication& application, const QCommandLineParser& parser, const Options& options)
{
    const StartOptions start = startOptions(parser, options);
    const Result<std::unique_ptr<Screenshots>> screenshots = Screenshots::open(
        application, start.folder, start.passphrase, parser.value(options.screenshots));
    if (!screenshots.ok()) {
        std::fprintf(stderr, "homeroom: %s (%s)\n", qPrintable(screenshots.error().detail),
            qPrintable(errorCodeName(screenshots.error().code)));
        return 1;
    }
    QObject::connect(screenshots->get(), &Screenshots::finished, &application, [](int pictures) {
        std::printf("%d pictures\n", pictures);
        QApplication::exit(pictures > 0 ? 0 : 1);
    });
    if (parser.isSet(options.examples))
        (*screenshots)->addExamples();
    (*screenshots)->start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    refuseMemoryDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"homeroom"_s);
    QApplication::setApplicationDisplayName(u"Homeroom"_s);
    QApplication::setApplicationVersion(QStringLiteral(HOMEROOM_VERSION));
    // Locking and signing out close the window while the program goes on; closed() ends it.
    QApplication::setQuitOnLastWindowClosed(false);
    const Options options;
    QCommandLineParser parser;
    parser.addOptions({options.profile, options.server, options.demo, options.role,
        options.screenshots, options.examples});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (parser.isSet(options.screenshots))
        return renderScreenshots(application, parser, options);

    const StartOptions start = startOptions(parser, options);
    if (parser.isSet(options.demo) && start.user.isEmpty()) {
        std::fputs("homeroom: the demo organisation has no user of that role\n", stderr);
        return 2;
    }
    QDir().mkpath(start.folder);
    startLogging(start.folder + u"/homeroom.log"_s);
    // One window a profile: a second start raises the first.
    KDSingleApplication single(
        u"homeroom-%1"_s.arg(qHash(QDir(start.folder).canonicalPath(), 0), 0, 16));
    if (!single.isPrimaryInstance()) {
        single.sendMessage("raise");
        return 0;
    }
    CompositionRoot root(application, start);
    QObject::connect(
        &single, &KDSingleApplication::messageReceived, &root, &CompositionRoot::raise);
    QObject::connect(&root, &CompositionRoot::finished, &application, &QApplication::quit);
    root.start();
    return QApplication::exec();
}
