// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/duplicatemodel.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class DuplicateModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeItIsWanted();
    void aPairComesAndGoesWithItsFamilies();
    void aPairThatIsDecidedGoesAtOnce();
    void whatChangesNoPairMovesNothing();
};

namespace {

struct World {
    World() { model.setPatience(std::chrono::milliseconds(0)); }

    Id<Customer> add(const QString& name)
    {
        return families.add(name, {}, [](Customer& c) { c.phone = u"+8613812342046"_s; });
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.pair(row)->firstName + u'/' + model.pair(row)->secondName);
        return names;
    }

    StoreFixture store{};
    Families families{store};
    DuplicateModel model{store.workspace()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

void DuplicateModelTest::nothingIsReadBeforeItIsWanted()
{
    World world;
    world.add(u"一"_s);
    world.add(u"二"_s);
    QCoreApplication::processEvents();
    QVERIFY(!world.model.isLoaded());
    QCOMPARE(world.model.rowCount(), 0);
    QSignalSpy counted(&world.model, &DuplicateModel::counted);
    world.model.start();
    QTRY_VERIFY(world.model.isLoaded());
    QCOMPARE(counted.last().at(0).toInt(), 1);
    QVERIFY(!world.model.problem());
    QVERIFY(!world.model.pair(1));
}

void DuplicateModelTest::aPairComesAndGoesWithItsFamilies()
{
    World world;
    world.model.start();
    world.add(u"一"_s);
    const Id<Customer> second = world.add(u"二"_s);
    QTRY_COMPARE(world.names(), QStringList{u"一/二"_s});
    world.families.set(second, &Customer::phone, u"+8613900000001"_s);
    QTRY_COMPARE(world.names(), QStringList());
    QVERIFY(world.store.store().undo().result().ok());
    QTRY_COMPARE(world.names(), QStringList{u"一/二"_s});
}

void DuplicateModelTest::aPairThatIsDecidedGoesAtOnce()
{
    World world;
    world.add(u"一"_s);
    world.add(u"二"_s);
    world.add(u"三"_s);
    world.model.start();
    QTRY_COMPARE(world.names(), (QStringList{u"二/三"_s, u"一/三"_s, u"一/二"_s}));
    QSignalSpy counted(&world.model, &DuplicateModel::counted);
    const DuplicatePair pair = *world.model.pair(1);
    QCOMPARE(world.model.rowOf(pair.first, pair.second), 1);
    world.model.take(pair.first, pair.second);
    QCOMPARE(world.names(), (QStringList{u"二/三"_s, u"一/二"_s}));
    QCOMPARE(counted.size(), 1);
    QCOMPARE(counted.last().at(0).toInt(), 2);
    world.model.take(pair.first, pair.second);
    QCOMPARE(counted.size(), 1);
    // Nothing was kept of the decision: the next reading finds it again.
    world.model.reload();
    QTRY_COMPARE(world.model.rowCount(), 3);
}

void DuplicateModelTest::whatChangesNoPairMovesNothing()
{
    World world;
    const Id<Customer> first = world.add(u"一"_s);
    world.add(u"二"_s);
    world.model.start();
    QTRY_COMPARE(world.model.rowCount(), 1);
    QSignalSpy reset(&world.model, &QAbstractItemModel::modelReset);
    QSignalSpy counted(&world.model, &DuplicateModel::counted);
    world.families.set(first, &Customer::remark, u"晚上联系"_s);
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(reset.size(), 0);
}

HOMEROOM_TEST_MAIN(DuplicateModelTest)
#include "duplicatemodeltest.moc"
