// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesswatch.h"
#include "models/store/records.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What counts as opening a family.
class AccessWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void walkingPastIsNoLook();
    void aFamilyThatGoesAtOnceWasNotLookedAt();
};

void AccessWatchTest::walkingPastIsNoLook()
{
    StoreFixture store;
    Families families(store);
    store.store().setAuthor({store.ids().next(), {}});
    std::vector<Id<Customer>> walked;
    for (const QString& name : {u"王芳"_s, u"李强"_s, u"赵敏"_s})
        walked.push_back(families.add(name));
    const Viewer lead{store.ids().next(), UserRole::Lead, {}};
    store.store().setAuthor({lead.user, {}});
    AccessWatch watch(store.workspace(), store.clock(), lead, QTimeZone("Asia/Shanghai"));
    QSignalSpy looked(&watch, &AccessWatch::looked);
    for (const Id<Customer>& family : walked) {
        QCoreApplication::processEvents(); // what is due by now comes now
        watch.setShown(family);
    }
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(looked[0][0].value<RecordId>(), RecordId(walked.back()));
    QVERIFY(familyRecords<FamilyAccess>(store.reader(), walked[0]).empty());
    QVERIFY(familyRecords<FamilyAccess>(store.reader(), walked[1]).empty());
    QCOMPARE(familyRecords<FamilyAccess>(store.reader(), walked[2]).size(), size_t(1));
}

void AccessWatchTest::aFamilyThatGoesAtOnceWasNotLookedAt()
{
    StoreFixture store;
    Families families(store);
    store.store().setAuthor({store.ids().next(), {}});
    const Id<Customer> left = families.add(u"王芳"_s);
    const Id<Customer> stays = families.add(u"李强"_s);
    const Viewer lead{store.ids().next(), UserRole::Lead, {}};
    AccessWatch watch(store.workspace(), store.clock(), lead, QTimeZone("Asia/Shanghai"));
    AccessWatch other(store.workspace(), store.clock(), lead, QTimeZone("Asia/Shanghai"));
    QSignalSpy looked(&watch, &AccessWatch::looked);
    QSignalSpy otherLooked(&other, &AccessWatch::looked);
    watch.setShown(left);
    watch.setShown({}); // the panel was closed
    other.setShown(stays); // a look that began later is over: so would the first have been
    QTRY_COMPARE(otherLooked.size(), 1);
    QCOMPARE(looked.size(), 0);
    QVERIFY(familyRecords<FamilyAccess>(store.reader(), left).empty());
}

HOMEROOM_TEST_MAIN(AccessWatchTest)
#include "accesswatchtest.moc"
