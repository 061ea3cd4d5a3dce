// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/edit.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;

class ChangeSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void familiesComeOnceInOrder();
    void whatBelongsToNoFamilyIsLeftOut();
};

void ChangeSetTest::familiesComeOnceInOrder()
{
    StoreFixture store;
    const RecordId first = store.newId<Customer>();
    const RecordId second = store.newId<Customer>();
    const RecordId child = store.newId<Student>();
    const ChangeSet changes{Origin::Remote,
        {{RecordKind::Customer, second, second}, {RecordKind::Student, child, second},
            {RecordKind::Customer, first, first}, {RecordKind::FollowUp, child, second}}};
    QCOMPARE(changes.families(), (std::vector<RecordId>{first, second}));
}

void ChangeSetTest::whatBelongsToNoFamilyIsLeftOut()
{
    StoreFixture store;
    const RecordId tag = store.newId<Tag>();
    const RecordId family = store.newId<Customer>();
    const ChangeSet changes{Origin::Remote,
        {{RecordKind::Tag, tag, tag}, {RecordKind::Customer, family, {}},
            {RecordKind::Student, family, family}}};
    QCOMPARE(changes.families(), std::vector<RecordId>{family});
}

HOMEROOM_TEST_MAIN(ChangeSetTest)
#include "changesettest.moc"
