// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace homeroom::test {

namespace {

/// Warnings in a plain-text log of Qt Test that no test expected. QTest puts its own message
/// handler in front of every other, so its log is the one place where all of them are.
QStringList unexpectedWarnings(const QString& logFile)
{
    QStringList warnings;
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly))
        return {QStringLiteral("the log of the run cannot be read")};
    while (!log.atEnd()) {
        const QByteArray line = log.readLine().trimmed();
        // What the offscreen plugin cannot do (size hints, raising, grabbing) is not about us.
        if (line.contains("This plugin does not support "))
            continue;
        if (line.startsWith("QWARN ") || line.startsWith("QCRITICAL"))
            warnings.append(QString::fromUtf8(line));
    }
    return warnings;
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
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log.txt"));
    QStringList arguments = QApplication::arguments();
    arguments << QStringLiteral("-o") << QStringLiteral("-,txt") << QStringLiteral("-o")
              << log + QStringLiteral(",txt");
    const int failed = QTest::qExec(test.get(), arguments);
    const QStringList warnings = unexpectedWarnings(log);
    if (warnings.isEmpty())
        return failed;
    fprintf(stderr, "FAIL!  : %d unexpected warnings, the first: %s\n", int(warnings.size()),
        qPrintable(warnings.first()));
    return failed ? failed : 1;
}

} // namespace homeroom::test
