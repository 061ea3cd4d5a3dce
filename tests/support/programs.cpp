// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"

#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QUrl>

#include <algorithm>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

const QString serverName = u"homeroom-server"_s;
const QString controlName = u"homeroomctl"_s;

QList<DemoUser> usersOf(const QJsonArray& array)
{
    QList<DemoUser> users;
    for (const QJsonValue& value : array) {
        const QJsonObject user = value.toObject();
        users.append({user.value("name"_L1).toString(), user.value("password"_L1).toString(),
            user.value("role"_L1).toString(), user.value("team"_L1).toString()});
    }
    return users;
}

template <typename Fits> DemoUser firstOf(const QList<DemoUser>& users, Fits fits)
{
    const auto found = std::ranges::find_if(users, fits);
    return found == users.end() ? DemoUser() : *found;
}

} // namespace

QJsonObject Ended::json() const
{
    return QJsonDocument::fromJson(out).object();
}

void startProgram(QProcess& process, const QString& name, const QStringList& arguments,
    const QString& passphrase, const QStringList& under)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOMEROOM_PASSPHRASE"_s, passphrase);
    process.setProcessEnvironment(environment);
    QStringList line = under;
    line << QStringLiteral(HOMEROOM_BINARY_DIR) + u'/' + name << arguments;
    process.start(line.takeFirst(), line);
}

Ended runProgram(const QString& name, const QStringList& arguments, const QByteArray& input,
    const QString& passphrase, const QStringList& under)
{
    QProcess process;
    startProgram(process, name, arguments, passphrase, under);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForStarted(programPatience))
        qFatal("%s does not start", qPrintable(name));
    if (!process.waitForFinished(programPatience))
        qFatal("%s does not end", qPrintable(name));
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

ServerProcess::ServerProcess(const QString& folder)
    : m_database(u"sqlite:"_s + folder + u"/server.db"_s)
{
}

ServerProcess::~ServerProcess()
{
    kill();
}

Ended ServerProcess::demo(int seed)
{
    const Ended ended =
        run({u"demo"_s, u"--families"_s, u"200"_s, u"--seed"_s, QString::number(seed)});
    m_users = usersOf(ended.json().value("users"_L1).toArray());
    return ended;
}

bool ServerProcess::start(const QStringList& moreArguments, const QStringList& under)
{
    const QStringList arguments{u"serve"_s, u"--database"_s, m_database, u"--listen"_s, m_listen};
    startProgram(m_process, serverName, arguments + moreArguments, testPassphrase, under);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(programPatience))
            return false;
    }
    const Ended line{0, m_process.readLine()};
    m_url = line.text(u"listening"_s);
    m_listen = u"127.0.0.1:%1"_s.arg(port());
    return port() != 0;
}

void ServerProcess::kill()
{
    m_process.kill();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(programPatience))
        qFatal("a killed server does not end");
}

int ServerProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(programPatience))
        qFatal("the server does not end");
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

Ended ServerProcess::run(QStringList command, const QByteArray& input) const
{
    command << u"--database"_s << m_database;
    return runProgram(serverName, command, input);
}

quint16 ServerProcess::port() const
{
    return quint16(std::max(0, QUrl(m_url).port()));
}

DemoUser ServerProcess::user(const QString& name) const
{
    return firstOf(m_users, [&](const DemoUser& user) { return user.name == name; });
}

DemoUser ServerProcess::first(const QString& role) const
{
    return firstOf(m_users, [&](const DemoUser& user) { return user.role == role; });
}

DemoUser ServerProcess::beside(const DemoUser& other, const QString& role) const
{
    return firstOf(m_users, [&](const DemoUser& user) {
        return user.role == role && user.team == other.team && user.name != other.name;
    });
}

DemoUser ServerProcess::apart(const DemoUser& other, const QString& role) const
{
    return firstOf(m_users,
        [&](const DemoUser& user) { return user.role == role && user.team != other.team; });
}

Ended ControlProgram::run(
    const QString& profile, const QStringList& words, const QByteArray& input) const
{
    return runProgram(controlName, line(profile, words), input);
}

Ended ControlProgram::runUnder(
    const QStringList& under, const QString& profile, const QStringList& words) const
{
    return runProgram(controlName, line(profile, words), {}, testPassphrase, under);
}

QByteArray ServerProcess::spoken()
{
    return m_process.readAllStandardOutput() + m_process.readAllStandardError();
}

bool ControlProgram::killed(
    const QString& profile, const QStringList& words, int afterMilliseconds) const
{
    QProcess process;
    startProgram(process, controlName, line(profile, words));
    const bool ended = process.waitForFinished(afterMilliseconds);
    process.kill();
    process.waitForFinished(programPatience);
    return !ended;
}

Ended ControlProgram::login(const QString& url, const DemoUser& user) const
{
    return run(user.name, {u"login"_s, u"--server"_s, url, u"--user"_s, user.name},
        user.password.toUtf8() + '\n');
}

bool ControlProgram::join(const QString& url, const DemoUser& user) const
{
    return login(url, user).code == 0 && run(user.name, {u"sync"_s}).code == 0;
}

QStringList ControlProgram::line(const QString& profile, const QStringList& words) const
{
    return QStringList{u"--profile"_s, folderOf(profile), u"--json"_s} + words;
}

} // namespace homeroom::test
