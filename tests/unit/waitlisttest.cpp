// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/waitlist.h"
#include "sync/protocol/codec.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Who waits for news, and when they are answered (sync.md section 3).
class WaitListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoKnowsLessIsAnsweredAtOnce();
    void whoWasToldWaitsForWhatComesNext();
    void whatCameAfterTheTellingIsNotWaitedFor();
    void aTellingIsTakenForNewOnce();
    void whoPushedIsNotWoken();
    void copiesOfAProfileAreWoken();
};

namespace {

/// A tutor's list, and the answers that one who waits gets.
class Waiting {
public:
    Waiting()
    {
        m_device = server.device(u"a1"_s);
        server.family(m_device, u"Li"_s);
        mark = *m_pull.mark(m_device.caller);
    }

    Parked ask(const QString& known)
    {
        const Parked parked([this](const HttpResponse& response) {
            answers.append(decodeWaitResponse(response.body)->mark);
        });
        list.wait(m_device.caller, known, parked);
        return parked;
    }

    /// A commit in the tutor's family by another of their devices, or by this one.
    Touched commit(bool byThisDevice = false)
    {
        TestDevice other = server.device(u"a1"_s);
        TestDevice& author = byThisDevice ? m_device : other;
        const Customer family{.id = Id<Customer>(server.newId()), .name = u"Wu"_s};
        const auto answer =
            Push(server.parts())
                .run(author.caller, server.requestFor(author, {createMutation(family)}));
        if (!answer.ok())
            qFatal("push: %s", qPrintable(answer.error().detail));
        mark = *m_pull.mark(m_device.caller);
        return answer->touched;
    }

    void tell(const Touched& touched, const RecordId& device = {})
    {
        WaitNews news;
        news.add(touched, device);
        for (const WaitList::Answer& answer : list.answersTo(news))
            answer.parked.answer(answer.response);
    }

    RecordId device() const { return m_device.caller.device; }

    ServerFixture server;

private:
    TestDevice m_device;
    const Pull m_pull{server.parts()};

public:
    WaitList list{m_pull};
    QString mark{}; ///< of everything that was committed
    QStringList answers{};
};

} // namespace

void WaitListTest::whoKnowsLessIsAnsweredAtOnce()
{
    Waiting tutor;
    const QString before = tutor.mark;
    tutor.ask(before);
    QVERIFY(tutor.answers.isEmpty());
    tutor.commit();
    tutor.ask(before);
    QCOMPARE(tutor.answers, QStringList(tutor.mark));
}

void WaitListTest::whoWasToldWaitsForWhatComesNext()
{
    Waiting tutor;
    tutor.ask(tutor.mark);
    tutor.tell(tutor.commit());
    QCOMPARE(tutor.answers, QStringList(tutor.mark));
    tutor.ask(tutor.mark);
    QCOMPARE(tutor.answers.size(), 1);
    tutor.tell(tutor.commit());
    QCOMPARE(tutor.answers.size(), 2);
    QCOMPARE(tutor.answers.back(), tutor.mark);
}

void WaitListTest::whatCameAfterTheTellingIsNotWaitedFor()
{
    Waiting tutor;
    tutor.ask(tutor.mark);
    tutor.tell(tutor.commit());
    const QString told = tutor.mark;
    tutor.tell(tutor.commit()); // while nobody waits
    tutor.ask(told);
    QCOMPARE(tutor.answers.size(), 2);
    QCOMPARE(tutor.answers.back(), tutor.mark);
}

// A generation rises without news: somebody who asks once more finds it.
void WaitListTest::aTellingIsTakenForNewOnce()
{
    Waiting tutor;
    tutor.ask(tutor.mark);
    tutor.tell(tutor.commit());
    const QString told = tutor.mark;
    tutor.commit(); // nobody hears of it
    tutor.ask(told);
    QCOMPARE(tutor.answers.size(), 1);
    tutor.ask(told);
    QCOMPARE(tutor.answers.size(), 2);
    QCOMPARE(tutor.answers.back(), tutor.mark);
}

void WaitListTest::whoPushedIsNotWoken()
{
    Waiting tutor;
    tutor.ask(tutor.mark);
    tutor.tell(tutor.commit(true), tutor.device());
    QVERIFY(tutor.answers.isEmpty());
    tutor.tell(tutor.commit());
    QCOMPARE(tutor.answers, QStringList(tutor.mark));
}

// Two computers with one profile wait under one name until an edit of theirs differs.
void WaitListTest::copiesOfAProfileAreWoken()
{
    Waiting tutor;
    tutor.ask(tutor.mark);
    tutor.ask(tutor.mark);
    tutor.tell(tutor.commit(true), tutor.device());
    QCOMPARE(tutor.answers, (QStringList{tutor.mark, tutor.mark}));
}

HOMEROOM_TEST_MAIN(WaitListTest)
#include "waitlisttest.moc"
