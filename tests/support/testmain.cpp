// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

namespace homeroom::test {

namespace {

QtMessageHandler previousHandler = nullptr;
QStringList unexpectedWarnings;

void failOnWarning(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    // The offscreen plugin says this of every window with a smallest size; it is not about us.
    const bool ofPlugin =
        message == QLatin1String("This plugin does not support propagateSizeHints()");
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !ofPlugin)
        unexpectedWarnings.append(message);
    previousHandler(type, context, message);
}

} // namespace

void expectWarning(const QRegularExpression& pattern)
{
    QTest::ignoreMessage(QtWarningMsg, pattern);
}

int run(int argc, char** argv, const std::function<std::unique_ptr<QObject>()>& make)
{
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("homeroom-test"));
    const std::unique_ptr<QObject> test = make();
    QTEST_SET_MAIN_SOURCE_PATH
    // QTest installs its own handler while it runs and passes on what no test expected.
    previousHandler = qInstallMessageHandler(failOnWarning);
    const int failed = QTest::qExec(test.get(), argc, argv);
    qInstallMessageHandler(nullptr);
    if (!unexpectedWarnings.isEmpty()) {
        fprintf(stderr, "FAIL!  : %d unexpected warnings, the first: %s\n",
            int(unexpectedWarnings.size()), qPrintable(unexpectedWarnings.first()));
        return failed ? failed : 1;
    }
    return failed;
}

} // namespace homeroom::test
