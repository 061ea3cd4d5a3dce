// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class PushTogetherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsOfOneCommitHaveTheirOwnSeqs();
    void aRequestThatIsRefusedLeavesTheOthersAlone();
    void aRefusedGroupLeavesTheAuditChainWhole();
    void whatTheDatabaseRefusesIsTriedAlone();
};

namespace {

Mutation cityOf(const Id<Customer>& family, const QString& city)
{
    return Change<Customer>(family, family).set(&Customer::city, city).mutation();
}

QStringList problemsOf(ServerFixture& server)
{
    const auto problems = server.storage->read(
        [](ReadTransaction& transaction) -> Result<QStringList> { return transaction.problems(); });
    return problems.ok() ? *problems : QStringList{u"cannot read"_s};
}

} // namespace

void PushTogetherTest::requestsOfOneCommitHaveTheirOwnSeqs()
{
    ServerFixture server;
    TestDevice first = server.device(u"a1"_s);
    TestDevice second = server.device(u"a2"_s);
    const Id<Customer> one = server.family(first, u"Li"_s);
    const Id<Customer> two = server.family(second, u"Wu"_s);
    const Seq before = server.stamp().seq;
    const std::vector<PushWish> wishes{
        {first.caller, server.requestFor(first, {cityOf(one, u"Wuhan"_s)})},
        {second.caller, server.requestFor(second, {cityOf(two, u"Xi'an"_s)})}};
    const auto answers = Push(server.parts()).runTogether(wishes);
    QCOMPARE(answers.size(), size_t(2));
    QVERIFY(answers[0].ok() && answers[1].ok());
    QCOMPARE(answers[0]->response.outcomes[0].stamp.seq, before + 1);
    QCOMPARE(answers[1]->response.outcomes[0].stamp.seq, before + 2);
    QCOMPARE(server.find(one).city, u"Wuhan"_s);
    QCOMPARE(server.find(two).city, u"Xi'an"_s);
}

void PushTogetherTest::aRequestThatIsRefusedLeavesTheOthersAlone()
{
    ServerFixture server;
    TestDevice first = server.device(u"a1"_s);
    TestDevice second = server.device(u"a2"_s);
    const Id<Customer> one = server.family(first, u"Li"_s);
    const Id<Customer> two = server.family(second, u"Wu"_s);
    const Seq before = server.stamp().seq;
    PushRequest gap = server.requestFor(second, {cityOf(two, u"Xi'an"_s)});
    ++gap.mutations.front().mid;
    const std::vector<PushWish> wishes{
        {first.caller, server.requestFor(first, {cityOf(one, u"Wuhan"_s)})}, {second.caller, gap},
        {second.caller, server.requestFor(second, {cityOf(two, u"Jinan"_s)})}};
    const auto answers = Push(server.parts()).runTogether(wishes);
    QVERIFY(answers[0].ok());
    QCOMPARE(answers[1].error().code, ErrorCode::Gap);
    QVERIFY(answers[2].ok());
    QCOMPARE(server.stamp().seq, before + 2);
    QCOMPARE(server.find(one).city, u"Wuhan"_s);
    QCOMPARE(server.find(two).city, u"Jinan"_s);
    QCOMPARE(problemsOf(server), QStringList());
}

void PushTogetherTest::aRefusedGroupLeavesTheAuditChainWhole()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> family = server.family(tutor, u"Li"_s);
    Mutation kept = cityOf(family, u"Wuhan"_s);
    Mutation written = cityOf(family, u"Xi'an"_s);
    // Refused after the other one of its group has been written, audited and taken back.
    Mutation refused = cityOf(family, u"Jinan"_s);
    refused.id = server.newId();
    written.group = refused.group = 7;
    const std::vector<Outcome> outcomes =
        server.push(tutor, {kept, written, refused, cityOf(family, u"Harbin"_s)});
    QCOMPARE(outcomes[1].kind, OutcomeKind::Refused);
    QCOMPARE(outcomes[3].kind, OutcomeKind::Applied);
    QCOMPARE(server.find(family).city, u"Harbin"_s);
    QCOMPARE(problemsOf(server), QStringList());
}

void PushTogetherTest::whatTheDatabaseRefusesIsTriedAlone()
{
    ServerFixture server;
    TestDevice maker = server.device(u"a1"_s);
    const Id<Customer> family = server.family(maker, u"Li"_s);
    for (int statement = 0; statement < 60; statement += 3) {
        const TestDevice first = server.device(u"a1"_s);
        const TestDevice second = server.device(u"a1"_s);
        const QString text = u"text %1"_s.arg(statement);
        Mutation city = cityOf(family, text);
        Mutation remark = Change<Customer>(family, family).set(&Customer::remark, text).mutation();
        city.base = remark.base = server.stamp();
        const std::vector<PushWish> wishes{{first.caller, server.requestFor(first, {city})},
            {second.caller, server.requestFor(second, {remark})}};
        server.observer.failAfter(statement);
        const auto answers = Push(server.parts()).runTogether(wishes);
        server.observer.never();
        QVERIFY(answers[0].ok());
        QVERIFY(answers[1].ok());
        QCOMPARE(server.find(family).city, text);
        QCOMPARE(server.find(family).remark, text);
    }
    QVERIFY(server.observer.failed());
    QCOMPARE(problemsOf(server), QStringList());
}

HOMEROOM_TEST_MAIN(PushTogetherTest)
#include "pushtogethertest.moc"
