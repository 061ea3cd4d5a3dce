// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familyteams.h"
#include "models/store/export/exporttable.h"
#include "models/store/familyquery.h"
#include "models/values/rights.h"
#include "tests/support/familyfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A tutor has changed team; the families keep the team of their first day.
class FamilyTeamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }
    void theOwnersTeamCounts();
    void thePoolKeepsItsOwn();
    void thePanelJudgesByTheOwnersTeam();
    void theNewLeadExportsAndTheFormerDoesNot();

private:
    qint64 exportedBy(const RecordId& team);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<FamilyFixture> m_families;
    RecordId m_before{};
    RecordId m_now{};
    Customer m_owned{};
    Customer m_pooled{};
};

void FamilyTeamsTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_families = std::make_unique<FamilyFixture>(*m_store);
    m_before = m_store->ids().next();
    m_now = m_store->ids().next();
    User tutor;
    tutor.id = m_store->newId<User>();
    tutor.team = Id<Team>(m_now);
    m_families->absorb(tutor);
    m_owned = m_families->addFamily(m_families->stage("new")).customer;
    m_owned.owner = tutor.id;
    m_owned.team = Id<Team>(m_before);
    m_families->absorb(m_owned);
    m_pooled = m_families->addFamily(m_families->stage("new")).customer;
    m_pooled.owner = {};
    m_pooled.team = Id<Team>(m_before);
    m_families->absorb(m_pooled);
}

void FamilyTeamsTest::theOwnersTeamCounts()
{
    const FamilyTeams teams(m_store->reader());
    QCOMPARE(teams.of(m_owned), m_now);
}

void FamilyTeamsTest::thePoolKeepsItsOwn()
{
    const FamilyTeams teams(m_store->reader());
    QCOMPARE(teams.of(m_pooled), m_before);
    QCOMPARE(teams.of(m_store->ids().next(), m_before), m_before);
}

void FamilyTeamsTest::thePanelJudgesByTheOwnersTeam()
{
    const auto family = m_store->reader().read(
        [&](Database& database) { return readFamily(database, m_owned.id); });
    QVERIFY(family.ok() && *family);
    QCOMPARE((*family)->team, m_now);
    const Viewer lead{m_store->ids().next(), UserRole::Lead, m_now};
    const Viewer former{m_store->ids().next(), UserRole::Lead, m_before};
    QVERIFY(covers(lead, Right::EditFamily, m_owned.owner, (*family)->team));
    QVERIFY(!covers(former, Right::EditFamily, m_owned.owner, (*family)->team));
}

qint64 FamilyTeamsTest::exportedBy(const RecordId& team)
{
    ExportRequest request;
    request.viewer = {m_store->ids().next(), UserRole::Lead, team};
    request.only = std::vector<RecordId>{m_owned.id};
    const Result<ExportReport> report = m_store->reader().read(
        [&](Database& database) { return exportPreview(database, request); });
    return report.ok() ? report->rows : -1;
}

void FamilyTeamsTest::theNewLeadExportsAndTheFormerDoesNot()
{
    QCOMPARE(exportedBy(m_now), 1);
    QCOMPARE(exportedBy(m_before), 0);
}

HOMEROOM_TEST_MAIN(FamilyTeamsTest)
#include "familyteamstest.moc"
