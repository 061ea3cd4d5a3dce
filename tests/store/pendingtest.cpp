// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pending.h"
#include "models/values/threadexecutor.h"
#include "tests/support/testmain.h"

#include <QSemaphore>
#include <QThread>
#include <QtTest/QtTest>

using namespace homeroom;
using namespace Qt::StringLiterals;

/// Who asks may go before the answer comes: a dialog that is closed while it reads.
class PendingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesInTheThreadOfWhoAsked();
    void anAnswerThatIsThereComesAtOnce();
    void whoIsGoneGetsNothing();
    void whoGoesAfterTheAnswerWasSentGetsNothing();
    void whoGoesInTheMiddleOfTheAnswerMayDoSo();
    void manyAskAndGoWhileAnswersCome();
};

void PendingTest::theAnswerComesInTheThreadOfWhoAsked()
{
    ThreadExecutor executor(u"worker"_s);
    QObject asker;
    int heard = 0;
    QThread* thread = nullptr;
    runOn(executor, [] { return 7; }).then(&asker, [&](int answer) {
        heard = answer;
        thread = QThread::currentThread();
    });
    QTRY_COMPARE(heard, 7);
    QCOMPARE(thread, QThread::currentThread());
}

void PendingTest::anAnswerThatIsThereComesAtOnce()
{
    InlineExecutor executor;
    int heard = 0;
    runOn(executor, [] { return 7; }).then(this, [&](int answer) { heard = answer; });
    QCOMPARE(heard, 7);
}

void PendingTest::whoIsGoneGetsNothing()
{
    bool heard = false;
    {
        ThreadExecutor executor(u"worker"_s);
        QSemaphore gone;
        auto asker = std::make_unique<QObject>();
        runOn(executor, [&] {
            gone.acquire();
            return 7;
        }).then(asker.get(), [&](int) { heard = true; });
        asker.reset();
        gone.release();
    }
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

void PendingTest::whoGoesAfterTheAnswerWasSentGetsNothing()
{
    bool heard = false;
    auto asker = std::make_unique<QObject>();
    {
        ThreadExecutor executor(u"worker"_s);
        runOn(executor, [] { return 7; }).then(asker.get(), [&](int) { heard = true; });
    }
    asker.reset();
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

void PendingTest::whoGoesInTheMiddleOfTheAnswerMayDoSo()
{
    InlineExecutor executor;
    auto* asker = new QObject;
    runOn(executor, [] { return 7; }).then(asker, [&](int) { delete asker; });
    ThreadExecutor thread(u"worker"_s);
    QPointer<QObject> other(new QObject);
    runOn(thread, [] { return 7; }).then(other, [&](int) { delete other; });
    QTRY_VERIFY(!other);
}

void PendingTest::manyAskAndGoWhileAnswersCome()
{
    std::vector<std::unique_ptr<QObject>> staying;
    int heardByStaying = 0;
    {
        ThreadExecutor executor(u"worker"_s);
        for (int i = 0; i < 2000; ++i) {
            auto asker = std::make_unique<QObject>();
            const bool stays = i % 3 == 0;
            runOn(executor, [i] { return i; }).then(asker.get(), [&, stays](int) {
                heardByStaying += stays ? 1 : 0;
            });
            if (stays)
                staying.push_back(std::move(asker));
        }
    }
    QCoreApplication::processEvents();
    QCOMPARE(heardByStaying, int(staying.size()));
}

HOMEROOM_TEST_MAIN(PendingTest)
#include "pendingtest.moc"
