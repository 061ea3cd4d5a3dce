// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString leadsPath =
    QStringLiteral(HOMEROOM_SOURCE_DIR) + u"/../shared/data/x-education/Leads_dev.csv"_s;

} // namespace

/// Import and export as scripts use them, against the real server.
class CtlImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void wrongUseIsSaid();
    void aRehearsalChangesNothing();
    void rowsBecomeFamiliesThatTheLeadSees();
    void theKeyDecidesWithoutAMode();
    void rejectedRowsGoToAFile();
    void anImportIsUndoneAtOnce();
    void anExportComesBackUnchanged();
    void theWholeFileArrives();

private:
    Ended ctl(const QString& profile, const QStringList& arguments);
    QString file(const QString& name, const QByteArray& content);
    int count(const QString& profile, const QString& type);

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    ControlProgram m_control{m_folder.path()};
    QString m_tutor;
    QString m_lead;
};

void CtlImportTest::initTestCase()
{
    QCOMPARE(m_server.demo(3).code, 0);
    QVERIFY(m_server.start());
    m_tutor = m_server.first(u"tutor"_s).name;
    m_lead = m_server.first(u"operations"_s).name;
    for (const QString& user : {m_tutor, m_lead})
        QVERIFY(m_control.join(m_server.url(), m_server.user(user)));
}

void CtlImportTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

Ended CtlImportTest::ctl(const QString& profile, const QStringList& arguments)
{
    return m_control.run(profile, arguments);
}

QString CtlImportTest::file(const QString& name, const QByteArray& content)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

int CtlImportTest::count(const QString& profile, const QString& type)
{
    return ctl(profile, {u"status"_s}).json().value(u"records"_s).toObject().value(type).toInt(-1);
}

void CtlImportTest::wrongUseIsSaid()
{
    const QString sheet = file(u"a.csv"_s, "Name\nAnn\n");
    QCOMPARE(ctl(m_tutor, {u"import"_s, sheet}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"import"_s, sheet, u"--as"_s, u"order"_s}).code, 2);
    QCOMPARE(ctl(m_tutor, {u"import"_s, sheet, u"--as"_s, u"customer"_s, u"--mode"_s, u"replace"_s})
                 .code,
        2);
    const Ended keyless =
        ctl(m_tutor, {u"import"_s, sheet, u"--as"_s, u"customer"_s, u"--key"_s, u"phone"_s});
    QCOMPARE(keyless.code, 1);
    QVERIFY(keyless.out.isEmpty());
    QVERIFY(keyless.err.contains("phone"));
    QCOMPARE(ctl(m_tutor, {u"import"_s, u"/nowhere.csv"_s, u"--as"_s, u"customer"_s}).code, 1);
    QCOMPARE(ctl(u"nobody"_s, {u"import"_s, sheet, u"--as"_s, u"customer"_s}).code, 4);
    QCOMPARE(ctl(m_tutor, {u"export"_s, u"dragon"_s, u"x.csv"_s}).code, 2);
}

void CtlImportTest::aRehearsalChangesNothing()
{
    const int before = count(m_tutor, u"customer"_s);
    const QString sheet = file(u"b.csv"_s, "Name,Phone\nAnn,13800001111\nBea,12\n");
    const QString map = file(u"b.json"_s, R"({"Phone":"phone"})");
    const Ended ended = ctl(
        m_tutor, {u"import"_s, sheet, u"--as"_s, u"customer"_s, u"--map"_s, map, u"--rehearse"_s});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(ended.number(u"created"_s), 1);
    QCOMPARE(ended.number(u"failed"_s), 1);
    QVERIFY(ended.json().value(u"rejects"_s).isNull());
    QCOMPARE(ended.json().value(u"rows"_s).toArray().size(), 2);
    QCOMPARE(count(m_tutor, u"customer"_s), before);
}

void CtlImportTest::rowsBecomeFamiliesThatTheLeadSees()
{
    const QString sheet =
        file(u"c.csv"_s, "姓名,手机,来源,孩子\n王芳,138 0000 2222,某个地方,小雨\n");
    const Ended ended = ctl(m_tutor, {u"import"_s, sheet, u"--as"_s, u"customer"_s});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(ended.number(u"created"_s), 1);
    QVERIFY(!ended.text(u"batch"_s).isEmpty());
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    const QJsonArray rows =
        ctl(m_lead, {u"list"_s, u"customer"_s, u"--where"_s, u"sourceText=某个地方"_s}).rows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).toObject().value(u"name"_s).toString(), u"王芳"_s);
    QCOMPARE(rows.at(0).toObject().value(u"phone"_s).toString(), u"+86138****2222"_s);
}

void CtlImportTest::theKeyDecidesWithoutAMode()
{
    const QStringList keyed{u"--as"_s, u"customer"_s, u"--key"_s, u"externalId"_s};
    const QString first = file(u"d.csv"_s, "Lead Number,City\nK1,Wuhan\nK2,Wuhan\n");
    QCOMPARE(ctl(m_tutor, QStringList{u"import"_s, first} + keyed).number(u"created"_s), 2);
    const QString second = file(u"e.csv"_s, "Lead Number,City\nK1,Hefei\nK2,Wuhan\nK3,Hefei\n");
    const Ended ended = ctl(m_tutor, QStringList{u"import"_s, second} + keyed);
    QCOMPARE(ended.number(u"created"_s), 1);
    QCOMPARE(ended.number(u"updated"_s), 1);
    QCOMPARE(ended.number(u"skipped"_s), 1);
}

void CtlImportTest::rejectedRowsGoToAFile()
{
    const QString sheet = file(u"f.csv"_s, "Name,Phone\nAnn,12\nBea,13800003333\n");
    const QString map = file(u"f.json"_s, R"({"Phone":"phone"})");
    const Ended ended =
        ctl(m_tutor, {u"import"_s, sheet, u"--as"_s, u"customer"_s, u"--map"_s, map});
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.number(u"failed"_s), 1);
    const Ended parsed = ctl(m_tutor, {u"parse"_s, ended.text(u"rejects"_s)});
    const QJsonObject row = QJsonDocument::fromJson(parsed.out).array().at(0).toObject();
    QCOMPARE(row.value(u"Name"_s).toString(), u"Ann"_s);
    QCOMPARE(row.value(u"line"_s).toString(), u"2"_s);
    QVERIFY(row.value(u"reason"_s).toString().contains(u"Phone"_s));
}

void CtlImportTest::anImportIsUndoneAtOnce()
{
    const int before = count(m_tutor, u"customer"_s);
    QByteArray csv("Name\n");
    for (int i = 0; i < 250; ++i)
        csv += "Ann\n";
    QCOMPARE(ctl(m_tutor, {u"import"_s, file(u"g.csv"_s, csv), u"--as"_s, u"customer"_s})
                 .number(u"created"_s),
        250);
    QCOMPARE(count(m_tutor, u"customer"_s), before + 250);
    QCOMPARE(ctl(m_tutor, {u"undo"_s}).code, 0);
    QCOMPARE(count(m_tutor, u"customer"_s), before);
}

void CtlImportTest::anExportComesBackUnchanged()
{
    const QString sheet = m_folder.filePath(u"export.csv"_s);
    const Ended out = ctl(m_tutor, {u"export"_s, u"customer"_s, sheet});
    QVERIFY2(out.code == 0, out.err.constData());
    QVERIFY(out.number(u"rows"_s) > 0);
    const Ended back = ctl(m_tutor,
        {u"import"_s, sheet, u"--as"_s, u"customer"_s, u"--key"_s, u"id"_s, u"--rehearse"_s});
    QVERIFY2(back.code == 0, back.err.constData());
    QCOMPARE(back.number(u"skipped"_s), out.number(u"rows"_s));
}

void CtlImportTest::theWholeFileArrives()
{
    if (!QFile::exists(leadsPath))
        QSKIP("../shared/data/x-education/Leads_dev.csv is not here");
    const int before = count(m_tutor, u"customer"_s);
    const QString map =
        file(u"map.json"_s, R"({"Converted":{"field":"stage","values":{"1":"paid","0":"lost"}}})");
    const Ended ended = ctl(m_tutor,
        {u"import"_s, leadsPath, u"--as"_s, u"customer"_s, u"--map"_s, map, u"--empty"_s,
            u"Select"_s});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(ended.number(u"created"_s), 6468);
    QCOMPARE(ended.number(u"failed"_s), 0);
    QCOMPARE(count(m_tutor, u"customer"_s), before + 6468);
}

HOMEROOM_TEST_MAIN(CtlImportTest)
#include "ctlimporttest.moc"
