// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pagesource.h"
#include "tests/support/testmain.h"
#include "tests/support/tutorandlead.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// Jobs wait until the test lets them run.
class HeldExecutor final : public Executor {
public:
    void post(std::function<void()> job) override
    {
        if (m_held)
            m_jobs.push_back(std::move(job));
        else
            job();
    }
    void runOne()
    {
        QVERIFY(!m_jobs.empty());
        const std::function<void()> job = m_jobs.front();
        m_jobs.pop_front();
        job();
    }
    size_t waiting() const { return m_jobs.size(); }
    void release()
    {
        m_held = false;
        while (!m_jobs.empty())
            runOne();
    }

private:
    std::deque<std::function<void()>> m_jobs{};
    bool m_held = true;
};

} // namespace

/// Five families on the server, a page each, and a client whose own engine rests.
class PageSourceTest : public QObject, private TutorAndLead {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesComeInTheirOrder();
    void twoPagesAreAskedForAhead();
    void aPageThatIsNotWholeIsAnError();
    void anEmptyAnswerIsAnError();
    void whatTheServerRefusesIsSaid();
    void afterADropNothingComes();

private:
    int pulls() const { return m_tutor->network().count(route::pull) - m_before; }
    PullWork work(const QString& cursor = {}) const { return {m_device, cursor, {}, true}; }
    void take(const QString& cursor = {});

    RecordId m_device{};
    int m_before = 0;
    std::unique_ptr<HeldExecutor> m_reading{};
    std::unique_ptr<SyncClient> m_client{};
    std::unique_ptr<PageSource> m_source{};
    std::vector<ArrivedPage> m_taken{};
};

void PageSourceTest::init()
{
    begin();
    for (int i = 0; i < 5; ++i)
        m_tutor->create(u"family %1"_s.arg(i));
    m_world->time.run(secondMs);
    m_tutor->engine().stop();
    m_tutor->network().setPageRows(1);
    m_device = SyncState(m_tutor->reader()).device();
    m_before = m_tutor->network().count(route::pull);
    m_taken.clear();
    m_reading = std::make_unique<HeldExecutor>();
    m_client = std::make_unique<SyncClient>(m_tutor->session());
    m_source = std::make_unique<PageSource>(
        PageSource::Parts{*m_client, *m_reading, m_tutor->clock(), [](const PullWork& work) {
                              return PullRequest{.device = work.device, .cursor = work.cursor};
                          }});
}

void PageSourceTest::cleanup()
{
    m_reading->release();
    m_source.reset();
}

void PageSourceTest::take(const QString& cursor)
{
    m_source->take(work(cursor), [this](const ArrivedPage& page) { m_taken.push_back(page); });
    m_world->time.run(secondMs);
}

void PageSourceTest::pagesComeInTheirOrder()
{
    m_reading->release();
    take();
    QSet<RecordId> roots;
    while (!(*m_taken.back().page)->last) {
        const ArrivedPage last = m_taken.back();
        QVERIFY(m_source->isComing((*last.page)->cursor));
        take((*last.page)->cursor);
        QCOMPARE(m_taken.back().work.cursor, (*last.page)->cursor);
    }
    for (const ArrivedPage& page : m_taken) {
        for (const RootUpdate& root : (*page.page)->roots)
            roots.insert(root.root);
    }
    QVERIFY(roots.size() >= 5);
    QCOMPARE(size_t(pulls()), m_taken.size()); // each was asked for once
}

void PageSourceTest::twoPagesAreAskedForAhead()
{
    take();
    QCOMPARE(pulls(), 2); // the second while nobody has read the first
    QCOMPARE(m_reading->waiting(), size_t(1)); // bytes are smaller than rows
    QVERIFY(m_taken.empty());
    m_reading->runOne();
    m_world->time.run(secondMs);
    QCOMPARE(m_taken.size(), size_t(1));
    QCOMPARE(pulls(), 3); // the third while the first is written
    m_reading->runOne();
    m_world->time.run(secondMs);
    QCOMPARE(m_reading->waiting(), size_t(0));
    QCOMPARE(m_taken.size(), size_t(1));
    QCOMPARE(pulls(), 3); // and no more before somebody takes the second
    take((*m_taken[0].page)->cursor);
    QCOMPARE(m_taken.size(), size_t(2));
    QCOMPARE(pulls(), 4);
}

void PageSourceTest::aPageThatIsNotWholeIsAnError()
{
    m_reading->release();
    m_tutor->network().meet(route::pull, {Fault::AnswerCut});
    take();
    QCOMPARE(m_taken.size(), size_t(1));
    QVERIFY(!m_taken[0].page.ok());
    QCOMPARE(m_taken[0].page.error().code, ErrorCode::Unavailable);
}

void PageSourceTest::anEmptyAnswerIsAnError()
{
    m_reading->release();
    m_source->read(work(), {}, [this](const ArrivedPage& page) { m_taken.push_back(page); });
    m_world->time.run(secondMs);
    QCOMPARE(m_taken.size(), size_t(1)); // nobody waits for it for ever
    QVERIFY(!m_taken.front().page.ok());
}

void PageSourceTest::whatTheServerRefusesIsSaid()
{
    m_tutor->network().meet(route::pull, {Fault::TooMany});
    take();
    QCOMPARE(m_taken.size(), size_t(1));
    QCOMPARE(m_taken[0].status, 429);
    QCOMPARE(m_taken[0].retryAfter, 7 * secondMs);
}

void PageSourceTest::afterADropNothingComes()
{
    take();
    m_source->drop();
    m_reading->release();
    m_world->time.run(secondMs);
    QVERIFY(m_taken.empty());
    const int asked = pulls();
    take(); // begins anew
    QVERIFY(pulls() > asked);
    QCOMPARE(m_taken.size(), size_t(1));
}

HOMEROOM_TEST_MAIN(PageSourceTest)
#include "pagesourcetest.moc"
