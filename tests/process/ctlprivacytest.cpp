// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeprograms.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What homeroomctl writes down of looks, and what it does not save of children.
class CtlPrivacyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aLeadsLookIsSeenByTheTutor();
    void nobodyTakesItBack();
    void aChildUnderFourteenNeedsAConsent();
    void aSheetNeedsAWordForItsChildren();

private:
    QString makeFamily(const QString& name);

    OfficePrograms m_office{};
};

void CtlPrivacyTest::initTestCase()
{
    QVERIFY(m_office.open(1));
}

void CtlPrivacyTest::cleanupTestCase()
{
    QCOMPARE(m_office.server.stop(), 0);
}

QString CtlPrivacyTest::makeFamily(const QString& name)
{
    const Ended added = m_office.tutor({u"add"_s, u"customer"_s, u"name="_s + name});
    const bool known = added.code == 0 && m_office.tutor({u"sync"_s}).code == 0
        && m_office.lead({u"sync"_s}).code == 0;
    return known ? added.text(u"id"_s) : QString();
}

void CtlPrivacyTest::aLeadsLookIsSeenByTheTutor()
{
    const QString family = makeFamily(u"looked at"_s);
    QVERIFY(!family.isEmpty());
    const QStringList list{u"list"_s, u"familyaccess"_s, u"--where"_s, u"customer="_s + family};
    QCOMPARE(m_office.tutor({u"show"_s, u"customer"_s, family}).code, 0);
    QVERIFY(m_office.tutor(list).rows().isEmpty());
    QCOMPARE(m_office.lead({u"show"_s, u"customer"_s, family}).code, 0);
    QCOMPARE(m_office.lead({u"show"_s, u"customer"_s, family}).code, 0);
    QCOMPARE(m_office.lead({u"sync"_s}).code, 0);
    QCOMPARE(m_office.tutor({u"sync"_s}).code, 0);
    const QJsonArray seen = m_office.tutor(list).rows();
    QCOMPARE(seen.size(), 1);
    QVERIFY(!seen.at(0).toObject().value(u"author"_s).toString().isEmpty());
    QCOMPARE(m_office.lead(list).rows(), seen);
}

void CtlPrivacyTest::nobodyTakesItBack()
{
    const QString family = makeFamily(u"looked at, too"_s);
    QCOMPARE(m_office.lead({u"show"_s, u"customer"_s, family}).code, 0);
    const Ended undone = m_office.lead({u"undo"_s});
    QVERIFY(undone.code != 0 || !undone.out.contains("familyaccess"));
    QCOMPARE(m_office.lead({u"list"_s, u"familyaccess"_s, u"--where"_s, u"customer="_s + family})
                 .rows()
                 .size(),
        1);
}

void CtlPrivacyTest::aChildUnderFourteenNeedsAConsent()
{
    const QString family = makeFamily(u"with a child"_s);
    const QStringList child{u"add"_s, u"student"_s, u"customer="_s + family, u"grade=3"_s};
    const Ended refused = m_office.tutor(child);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("guardian"), refused.err.constData());
    const Ended added = m_office.tutor(child + QStringList{u"guardianConsent=true"_s});
    QVERIFY2(added.code == 0, added.err.constData());
    const QString id = added.text(u"id"_s);
    QCOMPARE(m_office.tutor({u"set"_s, u"student"_s, id, u"guardianConsent=false"_s}).code, 1);
    QCOMPARE(m_office.tutor({u"set"_s, u"student"_s, id, u"grade=4"_s}).code, 0);
}

void CtlPrivacyTest::aSheetNeedsAWordForItsChildren()
{
    const QString path = m_office.folder.filePath(u"children.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("姓名,手机,孩子,年级\n王芳,13800007777,小雨,三年级\n");
    file.close();
    const QStringList import{u"import"_s, path, u"--as"_s, u"customer"_s};
    const Ended without = m_office.tutor(import);
    QCOMPARE(without.number(u"failed"_s), 1);
    QFile rejects(without.text(u"rejects"_s));
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QVERIFY(rejects.readAll().contains("guardian"));
    QCOMPARE(m_office.tutor(import + QStringList{u"--guardians-agreed"_s}).number(u"created"_s), 1);
}

HOMEROOM_TEST_MAIN(CtlPrivacyTest)
#include "ctlprivacytest.moc"
