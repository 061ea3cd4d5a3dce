// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/waitboard.h"

#include "sync/protocol/codec.h"

#include <chrono>

namespace homeroom {

namespace {

using namespace std::chrono_literals;

constexpr auto coalescing = 25ms; // sync.md section 3: 20 to 50 ms
constexpr auto sweepEvery = 60s; // requests that timed out or whose client left
// A woken client comes back with two requests. An office is told at once; hundreds more come in
// slices that leave most of the pause to others.
constexpr size_t toldAtOnce = 64;
constexpr size_t sliceOfAnswers = 16;
constexpr auto pauseBetweenSlices = 5ms;

} // namespace

WaitBoard::WaitBoard(const Pull& pull) : m_pull(pull), m_thread([this] { run(); }) { }

WaitBoard::~WaitBoard()
{
    {
        const std::lock_guard locked(m_mutex);
        m_stopping = true;
    }
    m_news.notify_all();
    m_thread.join();
}

void WaitBoard::wait(const Caller& caller, const QString& mark, const Parked& parked)
{
    // Registered before looking: a commit in between then finds this waiter.
    {
        const std::lock_guard locked(m_mutex);
        m_waiters.insert(caller.viewer.user, Waiter{caller, mark, parked});
    }
    const Result<QString> now = m_pull.mark(caller);
    if (!now.ok())
        parked.answer(HttpResponse::failure(now.error()));
    else if (*now != mark)
        parked.answer(HttpResponse::json(encode(WaitResponse{*now})));
}

void WaitBoard::committed(const Touched& touched, const RecordId& device)
{
    if (touched.isEmpty())
        return;
    {
        const std::lock_guard locked(m_mutex);
        Touched& pending = m_pending[device];
        pending.scopes.unite(touched.scopes);
        pending.viewers.unite(touched.viewers);
    }
    m_news.notify_all();
}

void WaitBoard::run()
{
    std::unique_lock locked(m_mutex);
    auto nextLook = std::chrono::steady_clock::now();
    while (!m_stopping) {
        m_news.wait_for(locked, sweepEvery, [this] { return m_stopping || !m_pending.isEmpty(); });
        if (!m_pending.isEmpty()) {
            m_news.wait_until(locked, nextLook, [this] { return m_stopping; });
            nextLook = std::chrono::steady_clock::now() + coalescing;
            const News news = std::exchange(m_pending, {});
            locked.unlock();
            const std::vector<Answer> answers = answersTo(news);
            locked.lock();
            deliver(locked, answers);
        }
        dropAnswered();
    }
}

std::vector<WaitBoard::Answer> WaitBoard::answersTo(const News& news)
{
    QHash<RecordId, Authors> authors;
    for (auto each = news.begin(); each != news.end(); ++each) {
        const Result<QSet<RecordId>> viewers = m_pull.affected(each.value());
        // A waiter that is not woken asks again within a minute, so a failed look-up loses nothing.
        if (!viewers.ok())
            continue;
        for (const RecordId& viewer : *viewers)
            authors[viewer].insert(each.key());
    }
    std::vector<Answer> answers;
    for (auto each = authors.begin(); each != authors.end(); ++each)
        answerViewer(each.key(), each.value(), answers);
    return answers;
}

void WaitBoard::answerViewer(
    const RecordId& viewer, const Authors& authors, std::vector<Answer>& answers)
{
    const std::vector<Waiter> woken = takeWaiters(viewer, authors);
    if (woken.empty())
        return;
    // One look for all of a person's devices: the mark is the viewer's.
    const Result<QString> mark = m_pull.mark(woken.front().caller);
    const HttpResponse response = mark.ok() ? HttpResponse::json(encode(WaitResponse{*mark}))
                                            : HttpResponse::failure(mark.error());
    for (const Waiter& waiter : woken) {
        // A pull was quicker than this: its client knows already, and waits for what comes next.
        if (mark.ok() && waiter.mark == *mark) {
            const std::lock_guard locked(m_mutex);
            m_waiters.insert(viewer, waiter);
        } else {
            answers.push_back({waiter.parked, response});
        }
    }
}

void WaitBoard::deliver(std::unique_lock<std::mutex>& locked, const std::vector<Answer>& answers)
{
    for (size_t i = 0; i < answers.size(); ++i) {
        if (i >= toldAtOnce && i % sliceOfAnswers == 0)
            m_news.wait_for(locked, pauseBetweenSlices, [this] { return m_stopping; });
        locked.unlock();
        answers[i].parked.answer(answers[i].response);
        locked.lock();
    }
}

std::vector<WaitBoard::Waiter> WaitBoard::takeWaiters(
    const RecordId& viewer, const Authors& authors)
{
    const std::lock_guard locked(m_mutex);
    std::vector<Waiter> taken;
    auto waiter = m_waiters.find(viewer);
    while (waiter != m_waiters.end() && waiter.key() == viewer) {
        const bool ownOnly = authors.size() == 1 && authors.contains(waiter->caller.device);
        if (ownOnly && !waiter->caller.device.isNull()) {
            ++waiter;
            continue;
        }
        taken.push_back(*waiter);
        waiter = m_waiters.erase(waiter);
    }
    return taken;
}

void WaitBoard::dropAnswered()
{
    m_waiters.removeIf([](const std::pair<const RecordId&, Waiter&>& entry) {
        return entry.second.parked.answered();
    });
}

} // namespace homeroom
