// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/startserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/// Test programs stand in a folder below the one of the programs.
QString serverProgram()
{
    return QApplication::applicationDirPath() + u"/../homeroom-server"_s;
}

} // namespace

StartServer::~StartServer()
{
    m_server.terminate();
    m_server.waitForFinished(patienceMs);
}

bool StartServer::start()
{
    const QString database = u"sqlite:"_s + m_folder.filePath(u"server.db"_s);
    if (!makeOrganisation(serverProgram(), database))
        return false;
    m_server.start(
        serverProgram(), {u"serve"_s, u"--database"_s, database, u"--listen"_s, u"127.0.0.1:0"_s});
    if (!m_server.waitForReadyRead(patienceMs))
        return false;
    m_url = QJsonDocument::fromJson(m_server.readLine()).object().value(u"listening"_s).toString();
    return !m_url.isEmpty();
}

bool StartServer::makeOrganisation(const QString& program, const QString& database)
{
    QProcess demo;
    demo.start(program,
        {u"demo"_s, u"--database"_s, database, u"--families"_s, u"200"_s, u"--seed"_s, u"7"_s});
    if (!demo.waitForFinished(patienceMs))
        return false;
    const QJsonArray users =
        QJsonDocument::fromJson(demo.readAllStandardOutput()).object().value(u"users"_s).toArray();
    for (const QJsonValue& user : users) {
        if (user.toObject().value(u"role"_s) == u"tutor"_s && m_user.isEmpty()) {
            m_user = user.toObject().value(u"name"_s).toString();
            m_password = user.toObject().value(u"password"_s).toString();
        }
    }
    return !m_user.isEmpty();
}

} // namespace homeroom::test
