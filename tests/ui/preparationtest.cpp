// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/customers/customerspage.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds longAgo = 1'700'000'000'000;

} // namespace

/// What is noted of many families at once before their camp begins.
class PreparationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void manyAreMarkedAsAddedInOneStep();
    void manyAreMarkedAsInTheGroup();
    void whoIsMarkedAlreadyStaysAsItIs();
    void nothingToMarkIsSaid();

private:
    void chooses(const QString& action);
    Id<Customer> addFriend(const QString& name);
    Customer held(const Id<Customer>& id) { return *m_world->store.find(id); }

    std::unique_ptr<PageWorld> m_world{};
    std::unique_ptr<CustomersPage> m_page{};
};

void PreparationTest::init()
{
    m_world = std::make_unique<PageWorld>();
}

void PreparationTest::cleanup()
{
    m_page.reset();
    m_world.reset();
}

Id<Customer> PreparationTest::addFriend(const QString& name)
{
    const Id<Customer> id = m_world->families.add(name);
    m_world->families.set(id, &Customer::friendState, FriendState::Added);
    m_world->families.set(id, &Customer::friendAddedAt, std::optional<Milliseconds>(longAgo));
    return id;
}

/// Selects all families and takes that line of the menu.
void PreparationTest::chooses(const QString& action)
{
    if (!m_page) {
        m_page = std::make_unique<CustomersPage>(m_world->context, m_world->shortcuts);
        m_page->show();
    }
    m_page->table().selectAll();
    Q_EMIT m_page->table().customContextMenuRequested(QPoint(10, 10));
    QAction* found = nullptr;
    for (QMenu* menu : m_page->findChildren<QMenu*>()) {
        for (QAction* one : menu->actions()) {
            if (one->text() == action)
                found = one;
        }
    }
    QVERIFY2(found, qPrintable(action));
    found->trigger();
}

void PreparationTest::manyAreMarkedAsAddedInOneStep()
{
    const Id<Customer> one = m_world->families.add(u"赵敏"_s);
    const Id<Customer> other = m_world->families.add(u"王芳"_s);
    m_world->families.set(other, &Customer::friendState, FriendState::Requested);
    chooses(u"Mark as added"_s);
    for (const Id<Customer>& id : {one, other}) {
        QCOMPARE(held(id).friendState, FriendState::Added);
        QCOMPARE(held(id).friendAddedAt, std::optional(m_world->store.clock().now()));
    }
    m_world->desk.undo();
    QCOMPARE(held(one).friendState, FriendState::NotAdded);
    QCOMPARE(held(other).friendState, FriendState::Requested);
    QCOMPARE(held(other).friendAddedAt, std::nullopt);
}

void PreparationTest::manyAreMarkedAsInTheGroup()
{
    const Id<Customer> one = addFriend(u"赵敏"_s);
    const Id<Customer> other = addFriend(u"王芳"_s);
    chooses(u"Mark as in the group"_s);
    for (const Id<Customer>& id : {one, other}) {
        QCOMPARE(held(id).groupState, GroupState::In);
        QCOMPARE(held(id).groupJoinedAt, std::optional(m_world->store.clock().now()));
        QCOMPARE(held(id).friendAddedAt, std::optional(longAgo));
    }
}

void PreparationTest::whoIsMarkedAlreadyStaysAsItIs()
{
    const Id<Customer> before = addFriend(u"赵敏"_s);
    const Id<Customer> added = m_world->families.add(u"王芳"_s);
    chooses(u"Mark as added"_s);
    QCOMPARE(held(before).friendAddedAt, std::optional(longAgo));
    QCOMPARE(held(added).friendState, FriendState::Added);
}

void PreparationTest::nothingToMarkIsSaid()
{
    const Id<Customer> before = addFriend(u"赵敏"_s);
    chooses(u"Mark as in the group"_s);
    QSignalSpy told(m_page.get(), &CustomersPage::told);
    chooses(u"Mark as added"_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0][0].toString().startsWith(u"Nothing to change"_s));
    QCOMPARE(held(before).friendAddedAt, std::optional(longAgo));
}

HOMEROOM_TEST_MAIN(PreparationTest)
#include "preparationtest.moc"
