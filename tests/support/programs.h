// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace homeroom::test {

/// Milliseconds that a program may take; bounds a hang, decides nothing.
constexpr int programPatience = 120'000;

/// The passphrase of every profile that these classes make.
inline const QString testPassphrase = QStringLiteral("a passphrase");

/// What a program left behind.
struct Ended {
    int code = -1; ///< -1 for one that was killed
    QByteArray out{};
    QByteArray err{};

    QJsonObject json() const;
    int number(const QString& key) const { return json().value(key).toInt(-1); }
    QString text(const QString& key) const { return json().value(key).toString(); }
    QJsonArray rows() const { return json().value(QStringLiteral("rows")).toArray(); }
};

/// Runs one of our programs to its end. `under`: the command that starts it in its place, such as
/// those of systemfaults.h.
Ended runProgram(const QString& name, const QStringList& arguments, const QByteArray& input = {},
    const QString& passphrase = testPassphrase, const QStringList& under = {});
/// Starts one of our programs, its standard input open.
void startProgram(QProcess& process, const QString& name, const QStringList& arguments,
    const QString& passphrase = testPassphrase, const QStringList& under = {});

/// One user of a demo organisation.
struct DemoUser {
    QString name{};
    QString password{};
    QString role{};
    QString team{};
};

/// homeroom-server with a database in a folder. Killed when it goes out of scope.
class ServerProcess {
public:
    explicit ServerProcess(const QString& folder);
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Fills the database with 200 families.
    Ended demo(int seed);
    /// Serves on loopback; again on the port it had before. False when it does not.
    bool start(const QStringList& moreArguments = {}, const QStringList& under = {});
    void kill();
    /// Asks it to end; its exit code, or -1 after a crash.
    int stop();
    /// homeroom-server COMMAND --database …, while it does not run.
    Ended run(QStringList command, const QByteArray& input = {}) const;

    QString url() const { return m_url; }
    quint16 port() const;
    QString database() const { return m_database; }
    QString databaseFile() const { return m_database.section(QLatin1Char(':'), 1); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }
    /// What it has written to its outputs since it was asked last.
    QByteArray spoken();

    const QList<DemoUser>& users() const { return m_users; }
    DemoUser user(const QString& name) const;
    /// The first user of that role.
    DemoUser first(const QString& role) const;
    /// The first user of that role and the team of `other`, but not `other`.
    DemoUser beside(const DemoUser& other, const QString& role) const;
    /// The first user of that role and of another team than `other`.
    DemoUser apart(const DemoUser& other, const QString& role) const;

private:
    const QString m_database;
    QString m_listen = QStringLiteral("127.0.0.1:0");
    QString m_url;
    QList<DemoUser> m_users;
    QProcess m_process;
};

/// homeroomctl with profiles in a folder, one a name.
class ControlProgram {
public:
    explicit ControlProgram(const QString& folder) : m_folder(folder) { }

    Ended run(const QString& profile, const QStringList& words, const QByteArray& input = {}) const;
    Ended runUnder(
        const QStringList& under, const QString& profile, const QStringList& words) const;
    /// Starts the command and kills it after the time; whether it was still running.
    bool killed(const QString& profile, const QStringList& words, int afterMilliseconds) const;
    Ended login(const QString& url, const DemoUser& user) const;
    /// login and sync into a profile of the user's name; whether both were done.
    bool join(const QString& url, const DemoUser& user) const;
    QString folderOf(const QString& profile) const { return m_folder + QLatin1Char('/') + profile; }
    QString databaseOf(const QString& profile) const
    {
        return folderOf(profile) + QLatin1String("/homeroom.db");
    }

private:
    QStringList line(const QString& profile, const QStringList& words) const;

    QString m_folder;
};

} // namespace homeroom::test
