// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The command line by its contract: what scripts rely on, against the real server.
class CtlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void wrongUseIsSaid();
    void withoutALoginNothingIsDone();
    void workDoneOfflineReachesTheLead();
    void anEditIsUndone();
    void aForeignFamilyIsNotToBeFound();
    void anAssignedFamilyMoves();
    void theProfileOpensWithItsPassphraseOnly();
    void whatThereIsToDecideIsCountedAsInTheWindow();
    void aConflictIsDecidedByCommand();
    void aWatchTellsOfEachPage();
    void aProfileInUseIsRefused();
    void aKilledServerLosesNothing();
    void aFileIsParsedAsUnderstood();
    void aSheetIsRehearsedImportedAndExported();

private:
    Ended ctl(const QString& profile, const QStringList& arguments, const QByteArray& input = {});
    QString add(const QString& user, const QString& name);

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    ControlProgram m_control{m_folder.path()};
    QString m_tutor;
    QString m_lead;
    QString m_stranger; ///< a tutor of another team
    QString m_colleague; ///< a tutor of the same team
};

void CtlTest::initTestCase()
{
    QCOMPARE(m_server.demo(1).code, 0);
    QVERIFY(m_server.start());
    const DemoUser tutor = m_server.first(u"tutor"_s);
    const DemoUser lead = m_server.beside(tutor, u"lead"_s);
    const DemoUser stranger = m_server.apart(tutor, u"tutor"_s);
    m_tutor = tutor.name;
    m_lead = lead.name;
    m_stranger = stranger.name;
    m_colleague = m_server.beside(tutor, u"tutor"_s).name;
    for (const DemoUser& user : {tutor, lead, stranger}) {
        const Ended ended = m_control.login(m_server.url(), user);
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.text(u"user"_s), user.name);
        QCOMPARE(ctl(user.name, {u"sync"_s}).code, 0);
    }
}

void CtlTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

Ended CtlTest::ctl(const QString& profile, const QStringList& arguments, const QByteArray& input)
{
    return m_control.run(profile, arguments, input);
}

QString CtlTest::add(const QString& user, const QString& name)
{
    const Ended added = ctl(user, {u"add"_s, u"customer"_s, u"name="_s + name});
    return added.code == 0 ? added.text(u"id"_s) : QString();
}

void CtlTest::wrongUseIsSaid()
{
    QCOMPARE(runProgram(u"homeroomctl"_s, {}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"frobnicate"_s}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"list"_s}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"list"_s, u"dragon"_s}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"list"_s, u"customer"_s, u"--colour"_s, u"red"_s}).code, 2);
    const Ended unknown = ctl(m_tutor, {u"show"_s, u"customer"_s, u"nonsense"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY(!unknown.err.isEmpty());
    QVERIFY(unknown.out.isEmpty());
}

void CtlTest::withoutALoginNothingIsDone()
{
    QCOMPARE(ctl(u"nobody"_s, {u"status"_s}).code, 4);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(u"nobody"_s)));
    const Ended wrong = ctl(u"wrong"_s,
        {u"login"_s, u"--server"_s, m_server.url(), u"--user"_s, m_tutor}, "not the password\n");
    QCOMPARE(wrong.code, 1);
    QCOMPARE(ctl(u"wrong"_s, {u"sync"_s}).code, 4);
    QCOMPARE(ctl(u"wrong"_s,
                 {u"login"_s, u"--server"_s, u"http://127.0.0.1:1"_s, u"--user"_s, m_tutor}, "x\n")
                 .code,
        3);
}

void CtlTest::workDoneOfflineReachesTheLead()
{
    const QString id = add(m_tutor, u"王小明"_s);
    QVERIFY(!id.isEmpty());
    QCOMPARE(
        ctl(m_tutor, {u"set"_s, u"customer"_s, id, u"city=西安"_s, u"custom={\"k\":3}"_s}).code, 0);
    const Ended note =
        ctl(m_tutor, {u"add"_s, u"followup"_s, u"customer="_s + id, u"text=rang the bell"_s});
    QVERIFY2(note.code == 0, note.err.constData());
    const QJsonObject before = ctl(m_tutor, {u"status"_s}).json();
    QCOMPARE(before.value("outbox"_L1).toInt(), 3);
    QCOMPARE(before.value("user"_L1).toString(), m_tutor);
    QCOMPARE(before.value("role"_L1).toString(), u"tutor"_s);
    const QJsonObject synced = ctl(m_tutor, {u"sync"_s}).json();
    QCOMPARE(synced.value("pushed"_L1).toInt(), 3);
    QCOMPARE(synced.value("conflicts"_L1).toInt(), 0);
    QVERIFY(!synced.value("cursor"_L1).toString().isEmpty());
    QCOMPARE(ctl(m_tutor, {u"status"_s}).number(u"outbox"_s), 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    const QJsonObject seen = ctl(m_lead, {u"show"_s, u"customer"_s, id}).json();
    QCOMPARE(seen, ctl(m_tutor, {u"show"_s, u"customer"_s, id}).json());
    QCOMPARE(seen.value("city"_L1).toString(), u"西安"_s);
    const QJsonArray notes =
        ctl(m_lead, {u"list"_s, u"followup"_s, u"--where"_s, u"customer="_s + id}).rows();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.at(0).toObject().value("text"_L1).toString(), u"rang the bell"_s);
    QCOMPARE(ctl(m_tutor, {u"check"_s}).code, 0);
}

void CtlTest::anEditIsUndone()
{
    const QString id = add(m_tutor, u"before"_s);
    QCOMPARE(ctl(m_tutor, {u"set"_s, u"customer"_s, id, u"name=after"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"undo"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"show"_s, u"customer"_s, id}).text(u"name"_s), u"before"_s);
}

void CtlTest::aForeignFamilyIsNotToBeFound()
{
    const QString id = add(m_tutor, u"ours"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_stranger, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_stranger, {u"show"_s, u"customer"_s, id}).code, 1);
    QVERIFY(!ctl(m_stranger, {u"list"_s, u"customer"_s}).out.contains("ours"));
}

void CtlTest::anAssignedFamilyMoves()
{
    const QString id = add(m_tutor, u"to be moved"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"assign"_s, id, u"--to"_s, m_colleague}).code, 1); // a lead's right
    const Ended moved = ctl(m_lead, {u"assign"_s, id, u"--to"_s, m_colleague});
    QVERIFY2(moved.code == 0, moved.err.constData());
    QCOMPARE(moved.number(u"assigned"_s), 1);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"show"_s, u"customer"_s, id}).code, 1);
}

void CtlTest::theProfileOpensWithItsPassphraseOnly()
{
    const QStringList arguments{u"--profile"_s, m_folder.filePath(m_tutor), u"status"_s};
    QCOMPARE(runProgram(u"homeroomctl"_s, arguments, {}, u"another"_s).code, 1);
    QCOMPARE(runProgram(u"homeroomctl"_s, arguments, {}, {}).code, 1);
    QCOMPARE(runProgram(u"homeroomctl"_s, arguments).code, 0);
}

// Fields of one record that one person wants otherwise are decided together.
void CtlTest::whatThereIsToDecideIsCountedAsInTheWindow()
{
    const QString id = add(m_tutor, u"Qian"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    for (const auto& [user, name, number] : {std::tuple{m_lead, u"name=Wang"_s, u"externalId=A1"_s},
             std::tuple{m_tutor, u"name=Wu"_s, u"externalId=B2"_s}})
        QCOMPARE(ctl(user, {u"set"_s, u"customer"_s, id, name, number}).code, 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    const QJsonObject synced = ctl(m_tutor, {u"sync"_s}).json();
    const QJsonArray open = ctl(m_tutor, {u"conflicts"_s}).rows();
    QCOMPARE(open.size(), 2);
    QCOMPARE(synced.value("conflicts"_L1).toInt(), 1);
    QCOMPARE(ctl(m_tutor, {u"status"_s}).json().value("conflicts"_L1).toInt(), 1);
    const QString named = open[0].toObject().value("id"_L1).toString();
    QStringList both{u"resolve"_s, named};
    for (const QJsonValue& row : open)
        both << u"--field"_s << row.toObject().value("field"_L1).toString() + u"=mine"_s;
    QCOMPARE(ctl(m_tutor, both).code, 0);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).json().value("conflicts"_L1).toInt(), 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
}

void CtlTest::aConflictIsDecidedByCommand()
{
    const auto rows = [this](const QString& user, const QStringList& words) {
        return ctl(user, words).json().value("rows"_L1).toArray();
    };
    const QString id = add(m_tutor, u"Li"_s);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_lead, {u"set"_s, u"customer"_s, id, u"name=Wang"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"set"_s, u"customer"_s, id, u"name=Wu"_s}).code, 0);
    const QJsonObject waiting = rows(m_tutor, {u"outbox"_s}).last().toObject();
    QCOMPARE(waiting.value("state"_L1).toString(), u"queued"_s);
    QCOMPARE(waiting.value("id"_L1).toString(), id);
    QCOMPARE(waiting.value("op"_L1).toString(), u"set"_s);
    QVERIFY(waiting.value("mid"_L1).isNull());
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).json().value("conflicts"_L1).toInt(), 1);
    const QJsonArray open = rows(m_tutor, {u"conflicts"_s});
    QCOMPARE(open.size(), 1);
    const QJsonObject conflict = open[0].toObject();
    QCOMPARE(conflict.value("mine"_L1).toString(), u"Wu"_s);
    QCOMPARE(conflict.value("theirs"_L1).toString(), u"Wang"_s);
    const QString named = conflict.value("id"_L1).toString();
    QCOMPARE(ctl(m_tutor, {u"resolve"_s, named}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"resolve"_s, named, u"--field"_s, u"city=mine"_s}).code, 1);
    QCOMPARE(ctl(m_tutor, {u"resolve"_s, named, u"--field"_s, u"nope=mine"_s}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"resolve"_s, u"no-id"_s, u"--field"_s, u"name=mine"_s}).code, 2);
    for (const QString& key : {u"mine"_s, u"theirs"_s, u"before"_s})
        QVERIFY(conflict.contains(key));
    const Ended decided = ctl(m_tutor, {u"resolve"_s, named, u"--field"_s, u"name=Lin"_s});
    QVERIFY2(decided.code == 0, decided.err.constData());
    QCOMPARE(ctl(m_tutor, {u"resolve"_s, named, u"--field"_s, u"name=mine"_s}).code, 1);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).json().value("conflicts"_L1).toInt(), 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).json().value("conflicts"_L1).toInt(), 0);
    const QJsonArray history = rows(m_lead, {u"history"_s, u"customer"_s, id});
    QCOMPARE(history, rows(m_tutor, {u"history"_s, u"customer"_s, id}));
    QCOMPARE(history.size(), 2);
    QCOMPARE(history[0].toObject().value("from"_L1).toString(), u"Wang"_s);
    QCOMPARE(history[0].toObject().value("to"_L1).toString(), u"Lin"_s);
    QVERIFY(!history[0].toObject().value("device"_L1).toString().isEmpty());
}

void CtlTest::aWatchTellsOfEachPage()
{
    const Ended watched = ctl(m_lead, {u"sync"_s, u"--watch"_s, u"--for"_s, u"1"_s});
    QCOMPARE(watched.code, 0);
    const QList<QByteArray> lines = watched.out.trimmed().split('\n');
    const QJsonObject page = QJsonDocument::fromJson(lines.first()).object();
    QVERIFY(page.value("last"_L1).toBool());
    QVERIFY(!page.value("cursor"_L1).toString().isEmpty());
}

void CtlTest::aProfileInUseIsRefused()
{
    // A login that waits for its password holds the profile.
    QProcess holder;
    startProgram(holder, u"homeroomctl"_s,
        {u"--profile"_s, m_folder.filePath(m_lead), u"login"_s, u"--server"_s, m_server.url(),
            u"--user"_s, m_lead});
    const QString lock = m_folder.filePath(m_lead + u"/homeroom.db.lock"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(lock), programPatience);
    const Ended refused = ctl(m_lead, {u"status"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(
        refused.err.contains("Another program has this profile open."), refused.err.constData());
    // Killed: what it left behind keeps nobody out.
    holder.kill();
    QVERIFY(holder.waitForFinished(programPatience));
    QCOMPARE(ctl(m_lead, {u"status"_s}).code, 0);
}

void CtlTest::aKilledServerLosesNothing()
{
    const QString id = add(m_tutor, u"survivor"_s);
    m_server.kill();
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 3);
    QCOMPARE(ctl(m_tutor, {u"status"_s}).number(u"outbox"_s), 1);
    QVERIFY(m_server.start());
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).number(u"pushed"_s), 1);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_lead, {u"show"_s, u"customer"_s, id}).text(u"name"_s), u"survivor"_s);
}

void CtlTest::aFileIsParsedAsUnderstood()
{
    QFile file(m_folder.filePath(u"sheet.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\r1,\"x, y\"\r");
    file.close();
    const Ended parsed = runProgram(u"homeroomctl"_s, {u"parse"_s, file.fileName()});
    QCOMPARE(parsed.code, 0);
    QCOMPARE(parsed.out.trimmed(), QByteArray(R"([{"a":"1","b":"x, y"}])"));
}

void CtlTest::aSheetIsRehearsedImportedAndExported()
{
    QFile sheet(m_folder.filePath(u"leads.csv"_s));
    QVERIFY(sheet.open(QIODevice::WriteOnly));
    sheet.write("Ref,Who,Mobile,Visits,Result\nL-1,Ann,13900000001,3,1\n"
                "L-2,Select,13900000002,4,0\nL-3,Cat,12,5,0\n");
    sheet.close();
    QFile map(m_folder.filePath(u"map.json"_s));
    QVERIFY(map.open(QIODevice::WriteOnly));
    map.write(R"({"Ref":"externalId","Who":"name","Mobile":"phone",)"
              R"("Result":{"field":"stage","values":{"1":"paid","0":"lost"}}})");
    map.close();
    const QStringList order{u"import"_s, sheet.fileName(), u"--as"_s, u"customer"_s, u"--map"_s,
        map.fileName(), u"--key"_s, u"externalId"_s, u"--empty"_s, u"Select"_s};
    const Ended rehearsed = ctl(m_tutor, order + QStringList{u"--rehearse"_s});
    QVERIFY2(rehearsed.code == 0, rehearsed.err.constData());
    QCOMPARE(rehearsed.number(u"created"_s), 2);
    const QStringList find{u"list"_s, u"customer"_s, u"--where"_s, u"externalId=L-1"_s};
    QVERIFY(ctl(m_tutor, find).rows().isEmpty());
    const Ended imported = ctl(m_tutor, order);
    QVERIFY2(imported.code == 0, imported.err.constData());
    QCOMPARE(imported.number(u"created"_s), 2);
    QCOMPARE(imported.number(u"failed"_s), 1);
    QVERIFY(QFileInfo::exists(imported.text(u"rejects"_s)));
    const Ended again = ctl(m_tutor, order);
    QCOMPARE(again.number(u"created"_s), 0);
    const QJsonArray rows = ctl(m_tutor, find).rows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).toObject().value("phone"_L1).toString(), u"+8613900000001"_s);
    const QString file = m_folder.filePath(u"out.csv"_s);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    const Ended exported = ctl(m_lead, {u"export"_s, u"customer"_s, file});
    QVERIFY2(exported.code == 0, exported.err.constData());
    QVERIFY(exported.number(u"rows"_s) > 0);
    QCOMPARE(runProgram(u"homeroomctl"_s, {u"parse"_s, file}).code, 0);
}

HOMEROOM_TEST_MAIN(CtlTest)
#include "ctltest.moc"
