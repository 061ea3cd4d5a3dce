// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestLog = 1024 * 1024;

// Qt takes a plain function as its message handler, so what it needs has to stand here.
QMutex logMutex;
QFile* logFile = nullptr;

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    default:
        return "error"_L1;
    }
}

void logMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString line = u"%1 %2 %3: %4\n"_s.arg(
        QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), levelName(type),
        QString::fromLatin1(context.category ? context.category : ""), loggedText(message));
    const QMutexLocker lock(&logMutex);
    if (logFile) {
        logFile->write(line.toUtf8());
        logFile->flush();
    }
    if (type != QtDebugMsg && type != QtInfoMsg)
        std::fputs(line.toUtf8().constData(), stderr);
}

} // namespace

QString loggedText(const QString& message)
{
    static const QRegularExpression digits(u"[0-9]{7,}"_s);
    QString text = message;
    for (auto it = digits.globalMatch(message); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text.replace(
            match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u'*'));
    }
    return text;
}

void startLogging(const QString& file)
{
    if (QFile(file).size() > largestLog) {
        QFile::remove(file + u".1"_s);
        QFile::rename(file, file + u".1"_s);
    }
    static QFile log;
    log.setFileName(file);
    if (log.open(QIODevice::WriteOnly | QIODevice::Append))
        logFile = &log;
    qInstallMessageHandler(logMessage);
}

} // namespace homeroom
