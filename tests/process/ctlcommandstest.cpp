// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/database.h"
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The commands of homeroomctl by their contract, against the real server.
class CtlCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUseIsSaid();
    void aSearchFindsWhatIsReadHere();
    void familiesThatMayBeOneAreListed();
    void aFamilyGoesToThePoolAndIsClaimed();
    void twoFamiliesAreMergedAndTakenApart();
    void unmaskingAsksForARightAndAReason();
    void anOrphanLeavesTypedWordsOnly();
    void anExportIsNotedOrNotWritten();
    void usersMoveAndEnd();
    void nothingIsInPlainBytes();
    void theAuditIsVerified();

private:
    Ended ctl(const DemoUser& user, const QStringList& words) const
    {
        return m_control->run(user.name, words);
    }
    QString add(const DemoUser& user, const QStringList& fields) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ControlProgram> m_control;
    DemoUser m_tutor{};
    DemoUser m_colleague{};
    DemoUser m_stranger{};
    DemoUser m_lead{};
    DemoUser m_admin{};
};

void CtlCommandsTest::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(m_folder.path());
    m_control = std::make_unique<ControlProgram>(m_folder.path());
    QCOMPARE(m_server->demo(1).code, 0);
    m_tutor = m_server->first(u"tutor"_s);
    m_colleague = m_server->beside(m_tutor, u"tutor"_s);
    m_stranger = m_server->apart(m_tutor, u"tutor"_s);
    m_lead = m_server->beside(m_tutor, u"lead"_s);
    m_admin = m_server->first(u"admin"_s);
    QVERIFY(m_server->start());
    for (const DemoUser& user : {m_tutor, m_colleague, m_stranger, m_lead, m_admin})
        QVERIFY2(m_control->join(m_server->url(), user), qPrintable(user.name));
}

QString CtlCommandsTest::add(const DemoUser& user, const QStringList& fields) const
{
    const Ended added = ctl(user, QStringList{u"add"_s, u"customer"_s} + fields);
    return added.code == 0 && ctl(user, {u"sync"_s}).code == 0 ? added.text(u"id"_s) : QString();
}

void CtlCommandsTest::wrongUseIsSaid()
{
    for (const QStringList& words : {QStringList{u"claim"_s}, QStringList{u"claim"_s, u"no-id"_s},
             QStringList{u"claim"_s, u"--list"_s, u"--limit"_s, u"0"_s}, QStringList{u"return"_s},
             QStringList{u"merge"_s, u"one"_s}, QStringList{u"unmask"_s, u"x"_s},
             QStringList{u"assign"_s, u"no-id"_s, u"--to"_s, m_tutor.name},
             QStringList{u"assign"_s, u"no-id"_s, u"--to"_s, u"nobody"_s},
             QStringList{u"show"_s, u"customer"_s, u"no-id"_s},
             QStringList{u"move-user"_s, m_tutor.name}, QStringList{u"deactivate"_s},
             QStringList{u"search"_s, u"customers"_s}, QStringList{u"search"_s, u"notes"_s, u"x"_s},
             QStringList{u"search"_s, u"customers"_s, u"x"_s, u"--limit"_s, u"0"_s}})
        QCOMPARE(ctl(m_tutor, words).code, 2);
    QCOMPARE(m_control->run(u"nobody"_s, {u"claim"_s, u"--list"_s}).code, 4);
}

void CtlCommandsTest::aSearchFindsWhatIsReadHere()
{
    const QString id = add(m_tutor, {u"name=尉迟恭敬"_s, u"phone=13912347193"_s});
    const QString other = add(m_tutor, {u"name=Quite Another"_s, u"remark=as ycgj said"_s});
    QVERIFY(!id.isEmpty() && !other.isEmpty());
    const auto found = [&](const DemoUser& user, const QString& query) {
        QStringList lines;
        for (const QJsonValue& row :
            ctl(user, {u"search"_s, u"customers"_s, query, u"--limit"_s, u"5"_s}).rows())
            lines.append(row["customer"_L1].toString() + u' ' + row["match"_L1].toString());
        return lines;
    };
    QCOMPARE(found(m_tutor, u"ycgj"_s), (QStringList{id + u" initials"_s, other + u" note"_s}));
    QCOMPARE(found(m_tutor, u"尉迟g"_s), QStringList{id + u" pinyin"_s});
    QCOMPARE(found(m_tutor, u"13912347193"_s), QStringList{id + u" phoneTail"_s});
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QCOMPARE(found(m_lead, u"尉迟恭敬"_s), QStringList{id + u" name"_s});
    QCOMPARE(found(m_lead, u"13912347193"_s), QStringList());
    QCOMPARE(found(m_lead, u"尉迟 7193"_s), QStringList{id + u" phoneTail"_s});
}

void CtlCommandsTest::familiesThatMayBeOneAreListed()
{
    const QString id = add(m_tutor, {u"name=twice"_s, u"phone=13912347001"_s});
    const QString other = add(m_tutor, {u"name=twice again"_s, u"phone=13912347002"_s});
    QVERIFY(!id.isEmpty() && !other.isEmpty());
    const auto paired = [&] {
        const Ended listed = ctl(m_tutor, {u"duplicates"_s});
        for (const QJsonValue& row : listed.rows()) {
            if (row["customer"_L1] == id)
                return row.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(paired(), QJsonObject());
    QCOMPARE(ctl(m_tutor, {u"set"_s, u"customer"_s, other, u"phone=13912347001"_s}).code, 0);
    QCOMPARE(paired(),
        (QJsonObject{{u"customer"_s, id}, {u"name"_s, u"twice"_s}, {u"other"_s, other},
            {u"otherName"_s, u"twice again"_s}, {u"reasons"_s, QJsonArray{u"phone"_s}},
            {u"families"_s, 2}}));
}

void CtlCommandsTest::aFamilyGoesToThePoolAndIsClaimed()
{
    const QString id = add(m_tutor, {u"name=to the pool"_s, u"phone=13912340001"_s});
    QVERIFY(!id.isEmpty());
    QCOMPARE(ctl(m_tutor, {u"add"_s, u"followup"_s, u"customer="_s + id, u"text=rang"_s}).code, 0);
    const Ended returned = ctl(m_tutor, {u"return"_s, id});
    QVERIFY2(returned.code == 0, returned.err.constData());
    QCOMPARE(returned.number(u"returned"_s), 1);
    QCOMPARE(ctl(m_tutor, {u"show"_s, u"customer"_s, id}).code, 1);
    const QStringList list{u"claim"_s, u"--list"_s, u"--text"_s, u"to the pool"_s};
    const Ended listed = ctl(m_colleague, list);
    QVERIFY2(listed.code == 0, listed.err.constData());
    QCOMPARE(listed.rows().size(), 1);
    QVERIFY(!listed.out.contains("13912340001"));
    QVERIFY(listed.json().contains("cap"_L1) && listed.json().contains("next"_L1));
    QVERIFY(ctl(m_stranger, list).rows().isEmpty());
    QCOMPARE(ctl(m_stranger, {u"claim"_s, id}).code, 1);
    const Ended claimed = ctl(m_colleague, {u"claim"_s, id});
    QVERIFY2(claimed.code == 0, claimed.err.constData());
    QCOMPARE(claimed.number(u"claimed"_s), 1);
    QCOMPARE(
        ctl(m_colleague, {u"show"_s, u"customer"_s, id}).text(u"phone"_s), u"+8613912340001"_s);
    QCOMPARE(ctl(m_colleague, {u"list"_s, u"followup"_s, u"--where"_s, u"customer="_s + id})
                 .rows()
                 .size(),
        1);
    const Ended late = ctl(m_tutor, {u"claim"_s, id});
    QCOMPARE(late.code, 1);
    QVERIFY2(late.err.contains("changed"), late.err.constData());
}

void CtlCommandsTest::twoFamiliesAreMergedAndTakenApart()
{
    const QString winner = add(m_tutor, {u"name=one"_s, u"phone=13912340002"_s});
    const QString loser = add(m_tutor, {u"name=two"_s, u"city=Xi'an"_s});
    QCOMPARE(ctl(m_tutor, {u"add"_s, u"student"_s, u"customer="_s + loser, u"name=Lan"_s}).code, 0);
    const Ended merged = ctl(m_tutor, {u"merge"_s, winner, loser});
    QVERIFY2(merged.code == 0, merged.err.constData());
    QCOMPARE(merged.number(u"moved"_s), 1);
    QCOMPARE(ctl(m_tutor, {u"show"_s, u"customer"_s, loser}).code, 1);
    QCOMPARE(ctl(m_tutor, {u"show"_s, u"customer"_s, winner}).text(u"city"_s), u"Xi'an"_s);
    const QStringList children{u"list"_s, u"student"_s, u"--where"_s, u"customer="_s + winner};
    QCOMPARE(ctl(m_tutor, children).rows().size(), 1);
    const Ended parted = ctl(m_tutor, {u"unmerge"_s, winner, loser});
    QVERIFY2(parted.code == 0, parted.err.constData());
    QCOMPARE(ctl(m_tutor, {u"show"_s, u"customer"_s, loser}).text(u"name"_s), u"two"_s);
    QVERIFY(ctl(m_tutor, children).rows().isEmpty());
    QCOMPARE(ctl(m_tutor, {u"unmerge"_s, winner, loser}).code, 1);
}

void CtlCommandsTest::unmaskingAsksForARightAndAReason()
{
    const QString id = add(m_tutor, {u"name=masked"_s, u"phone=13912340003"_s});
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QVERIFY(!ctl(m_lead, {u"show"_s, u"customer"_s, id}).out.contains("13912340003"));
    QCOMPARE(ctl(m_tutor, {u"unmask"_s, id, u"--reason"_s, u"curious"_s}).code, 1);
    QCOMPARE(ctl(m_lead, {u"unmask"_s, id, u"--reason"_s, u" "_s}).code, 2);
    const Ended unmasked = ctl(m_lead, {u"unmask"_s, id, u"--reason"_s, u"a complaint"_s});
    QVERIFY2(unmasked.code == 0, unmasked.err.constData());
    QCOMPARE(unmasked.text(u"phone"_s), u"+8613912340003"_s);
}

void CtlCommandsTest::anOrphanLeavesTypedWordsOnly()
{
    const QString id = add(m_tutor, {u"name=with a task"_s});
    const Ended task = ctl(m_tutor, {u"add"_s, u"task"_s, u"customer="_s + id, u"text=first"_s});
    QVERIFY2(task.code == 0, task.err.constData());
    for (const DemoUser& user : {m_tutor, m_lead})
        QCOMPARE(ctl(user, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_lead,
                 {u"set"_s, u"task"_s, task.text(u"id"_s), u"text=typed words"_s, u"state=done"_s})
                 .code,
        0);
    QCOMPARE(ctl(m_tutor, {u"undo"_s}).code, 0); // the task is gone
    for (const DemoUser& user : {m_tutor, m_lead})
        QCOMPARE(ctl(user, {u"sync"_s}).code, 0);
    const QJsonArray open = ctl(m_lead, {u"conflicts"_s}).rows();
    QCOMPARE(open.size(), 1);
    const QJsonObject orphan = open.at(0).toObject();
    QCOMPARE(orphan.value("kind"_L1).toString(), u"orphan"_s);
    QVERIFY(orphan.contains("theirs"_L1) && orphan.value("theirs"_L1).isNull());
    QVERIFY(orphan.contains("before"_L1) && orphan.value("before"_L1).isNull());
    const Ended kept = ctl(m_lead, {u"resolve"_s, orphan.value("id"_L1).toString(), u"--keep"_s});
    QVERIFY2(kept.code == 0, kept.err.constData());
    const QJsonArray notes =
        ctl(m_lead, {u"list"_s, u"followup"_s, u"--where"_s, u"customer="_s + id}).rows();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.at(0).toObject().value("text"_L1).toString(), u"typed words"_s);
}

void CtlCommandsTest::anExportIsNotedOrNotWritten()
{
    const QString file = m_folder.filePath(u"out.csv"_s);
    QCOMPARE(ctl(m_lead, {u"export"_s, u"customer"_s, file}).code, 0);
    QVERIFY(QFileInfo::exists(file));
    QVERIFY(QFile::remove(file));
    m_server->kill();
    const Ended offline = ctl(m_lead, {u"export"_s, u"customer"_s, file});
    QCOMPARE(offline.code, 3);
    QVERIFY2(offline.err.contains("noted on the server first"), offline.err.constData());
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(m_server->start());
}

void CtlCommandsTest::usersMoveAndEnd()
{
    QCOMPARE(ctl(m_lead, {u"move-user"_s, m_tutor.name, u"--to"_s, m_stranger.team}).code, 1);
    QCOMPARE(ctl(m_admin, {u"move-user"_s, m_tutor.name, u"--to"_s, u"nowhere"_s}).code, 2);
    const Ended moved = ctl(m_admin, {u"move-user"_s, m_tutor.name, u"--to"_s, m_stranger.team});
    QVERIFY2(moved.code == 0, moved.err.constData());
    QCOMPARE(moved.text(u"team"_s), m_stranger.team);
    QCOMPARE(ctl(m_lead, {u"deactivate"_s, m_colleague.name}).code, 1);
    const Ended ended = ctl(m_admin, {u"deactivate"_s, m_colleague.name});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QVERIFY(m_control->login(m_server->url(), m_colleague).code != 0);
}

void CtlCommandsTest::nothingIsInPlainBytes()
{
    const QString id = add(m_tutor, {u"name=sentinelname"_s, u"phone=13912349999"_s});
    QVERIFY(!id.isEmpty());
    const QByteArrayList sentinels{"sentinelname", "13912349999", m_tutor.password.toUtf8()};
    int searched = 0;
    for (const QString& folder : {m_control->folderOf(m_tutor.name), m_folder.path()}) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const QByteArray& sentinel : sentinels)
                QVERIFY2(!bytes.contains(sentinel), qPrintable(file.fileName()));
            ++searched;
        }
    }
    QVERIFY(searched >= 4);
}

void CtlCommandsTest::theAuditIsVerified()
{
    QCOMPARE(m_server->stop(), 0);
    const Ended good = m_server->run({u"verify"_s});
    QVERIFY2(good.code == 0, good.err.constData());
    const QJsonObject answer = good.json();
    QVERIFY(answer.value("ok"_L1).toBool());
    const qint64 entries = answer.value("entries"_L1).toInteger();
    QVERIFY(entries > 10);
    QCOMPARE(answer.value("head"_L1).toString().size(), 64);
    QCOMPARE(m_server->run({u"check"_s}).code, 0);
    const QString path = m_folder.filePath(u"server.db"_s);
    QFile keyFile(path + u".key"_s);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    const auto key = DatabaseKey::fromBytes(QByteArray::fromHex(keyFile.readAll().trimmed()));
    {
        auto database = Database::open({path, *key});
        QVERIFY(database.ok());
        const auto tampered = (*database)->write([](Database& each) -> Result<void> {
            each.execute("DROP TRIGGER t_audit_update;"
                         "UPDATE audit SET action = 'nothing' WHERE number = 3");
            return {};
        });
        QVERIFY(tampered.ok());
    }
    const Ended bad = m_server->run({u"verify"_s});
    QCOMPARE(bad.code, 1);
    QCOMPARE(bad.number(u"firstBad"_s), 3);
    QVERIFY(!bad.json().value("ok"_L1).toBool());
    QCOMPARE(m_server->run({u"check"_s}).code, 1);
}

HOMEROOM_TEST_MAIN(CtlCommandsTest)
#include "ctlcommandstest.moc"
