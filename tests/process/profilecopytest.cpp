// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeprograms.h"
#include "tests/support/testmain.h"

#include <QDirIterator>

using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

bool copyFolder(const QString& from, const QString& to)
{
    if (!QDir(to).removeRecursively() || !QDir().mkpath(to))
        return false;
    for (const QFileInfo& file : QDir(from).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (!QFile::copy(file.filePath(), to + u'/' + file.fileName()))
            return false;
    }
    return true;
}

} // namespace

/// Files that are copied and put back: a profile used twice, a profile and a server out of a
/// backup. Each is noticed, and no edit is lost or made twice by it.
class ProfileCopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bothCopiesOfAProfileGoOn();
    void aProfileFromABackupGoesOn();
    void aServerFromABackupLosesNoUnconfirmedEdit();

private:
    Ended ctl(const QString& profile, const QStringList& words) const
    {
        return m_office->control.run(profile, words);
    }
    QString add(const QString& profile, const QString& name) const
    {
        return ctl(profile, {u"add"_s, u"customer"_s, u"name="_s + name}).text(u"id"_s);
    }
    QString nameOf(const QString& profile, const QString& id) const
    {
        return ctl(profile, {u"show"_s, u"customer"_s, id}).text(u"name"_s);
    }
    /// Syncs, after a login where the server wants one; the exit code.
    int syncSomehow(const QString& profile) const;
    bool keepServer(const QString& name);
    bool putServerBack(const QString& name);

    std::unique_ptr<OfficePrograms> m_office;
    QString m_tutor;
};

void ProfileCopyTest::init()
{
    m_office.reset();
    m_office = std::make_unique<OfficePrograms>();
    QVERIFY(m_office->open(13));
    m_tutor = m_office->tutorUser.name;
}

int ProfileCopyTest::syncSomehow(const QString& profile) const
{
    const Ended synced = ctl(profile, {u"sync"_s});
    if (synced.code != 4)
        return synced.code;
    const DemoUser& user = m_office->tutorUser;
    const Ended login = m_office->control.run(profile,
        {u"login"_s, u"--server"_s, m_office->server.url(), u"--user"_s, user.name},
        user.password.toUtf8() + '\n');
    return login.code == 0 ? ctl(profile, {u"sync"_s}).code : login.code;
}

bool ProfileCopyTest::keepServer(const QString& name)
{
    if (m_office->server.stop() != 0)
        return false;
    return QFile::copy(m_office->server.databaseFile(), m_office->folder.filePath(name))
        && m_office->server.start();
}

bool ProfileCopyTest::putServerBack(const QString& name)
{
    if (m_office->server.stop() != 0)
        return false;
    const QString file = m_office->server.databaseFile();
    return QFile::remove(file) && QFile::copy(m_office->folder.filePath(name), file)
        && m_office->server.start();
}

void ProfileCopyTest::bothCopiesOfAProfileGoOn()
{
    const QString copy = u"copy"_s;
    const QString waiting = add(m_tutor, u"typed before the copy"_s);
    QVERIFY(copyFolder(m_office->control.folderOf(m_tutor), m_office->control.folderOf(copy)));
    QStringList made{waiting};
    for (const QString& round : {u"one"_s, u"two"_s}) {
        for (const QString& profile : {m_tutor, copy}) {
            made.append(add(profile, round + u' ' + profile));
            QCOMPARE(syncSomehow(profile), 0);
        }
    }
    QCOMPARE(syncSomehow(m_tutor), 0);
    QCOMPARE(m_office->families(m_office->tutorUser).size(),
        ctl(copy, {u"list"_s, u"customer"_s}).rows().size());
    for (const QString& id : made) {
        for (const QString& profile : {m_tutor, copy})
            QVERIFY2(!nameOf(profile, id).isEmpty(), qPrintable(profile));
    }
    for (const QString& profile : {m_tutor, copy}) {
        QCOMPARE(ctl(profile, {u"check"_s}).code, 0);
        QCOMPARE(ctl(profile, {u"status"_s}).number(u"outbox"_s), 0);
        QCOMPARE(ctl(profile, {u"status"_s}).number(u"attention"_s), 0);
    }
    QVERIFY(m_office->closesInOrder());
}

void ProfileCopyTest::aProfileFromABackupGoesOn()
{
    const QString backup = m_office->control.folderOf(u"backup"_s);
    const QString folder = m_office->control.folderOf(m_tutor);
    const QString early = add(m_tutor, u"early"_s);
    QVERIFY(copyFolder(folder, backup));
    const QString later = add(m_tutor, u"later"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"set"_s, u"customer"_s, early, u"name=renamed"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QVERIFY(copyFolder(backup, folder));
    const QString fresh = add(m_tutor, u"fresh"_s);
    QCOMPARE(syncSomehow(m_tutor), 0);
    QCOMPARE(nameOf(m_tutor, early), u"renamed"_s);
    QCOMPARE(nameOf(m_tutor, later), u"later"_s);
    QCOMPARE(nameOf(m_tutor, fresh), u"fresh"_s);
    QVERIFY(m_office->closesInOrder());
    QCOMPARE(nameOf(m_office->leadUser.name, fresh), u"fresh"_s);
}

void ProfileCopyTest::aServerFromABackupLosesNoUnconfirmedEdit()
{
    const QString old = add(m_tutor, u"old"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QVERIFY(keepServer(u"backup.db"_s));
    const QString lost = add(m_tutor, u"lost with the disk"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    const QString waiting = add(m_tutor, u"waiting"_s);
    QCOMPARE(ctl(m_tutor, {u"set"_s, u"customer"_s, old, u"name=corrected"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"set"_s, u"customer"_s, lost, u"city=typed in vain"_s}).code, 0);
    QVERIFY(putServerBack(u"backup.db"_s));
    QCOMPARE(syncSomehow(m_tutor), 0);
    QCOMPARE(nameOf(m_tutor, waiting), u"waiting"_s);
    QCOMPARE(nameOf(m_tutor, old), u"corrected"_s);
    // The edit of what the server has lost is kept for the person.
    QCOMPARE(ctl(m_tutor, {u"status"_s}).number(u"attention"_s), 1);
    QCOMPARE(ctl(m_tutor, {u"check"_s}).code, 0);
    QCOMPARE(ctl(m_office->leadUser.name, {u"sync"_s}).code, 0);
    QCOMPARE(nameOf(m_office->leadUser.name, waiting), u"waiting"_s);
    QCOMPARE(nameOf(m_office->leadUser.name, old), u"corrected"_s);
    QCOMPARE(m_office->server.stop(), 0);
    QCOMPARE(m_office->server.run({u"check"_s}).code, 0);
}

HOMEROOM_TEST_MAIN(ProfileCopyTest)
#include "profilecopytest.moc"
