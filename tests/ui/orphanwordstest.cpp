// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/synccentrepageobject.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Only what a person typed is worth a follow-up, or a question before it goes.
class OrphanWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choicesAloneAreLetGoUnasked();
    void choicesAloneAreNotKept();
};

void OrphanWordsTest::choicesAloneAreLetGoUnasked()
{
    CentreWorld world;
    const Conflict orphan = world.hasOrphan({{u"intention"_s, u"high"_s}});
    CentrePage centre(world);
    centre.presses(Qt::Key_2);
    QVERIFY(world.questions.asked.isEmpty());
    QCOMPARE(world.store.find(orphan.id)->resolution, u"dismissed"_s);
}

void OrphanWordsTest::choicesAloneAreNotKept()
{
    CentreWorld world;
    const Conflict orphan = world.hasOrphan({{u"intention"_s, u"high"_s}});
    CentrePage centre(world);
    centre.presses(Qt::Key_1);
    QVERIFY(world.followUps().isEmpty());
    QVERIFY(!world.store.find(orphan.id)->resolved);
}

HOMEROOM_TEST_MAIN(OrphanWordsTest)
#include "orphanwordstest.moc"
