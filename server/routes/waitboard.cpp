// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/waitboard.h"

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

WaitBoard::WaitBoard(const Pull& pull) : m_list(pull), m_thread([this] { run(); }) { }

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
    m_list.wait(caller, mark, parked);
}

void WaitBoard::committed(const Touched& touched, const RecordId& device)
{
    if (touched.isEmpty())
        return;
    {
        const std::lock_guard locked(m_mutex);
        m_pending.add(touched, device);
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
            const WaitNews news = std::exchange(m_pending, {});
            locked.unlock();
            const std::vector<WaitList::Answer> answers = m_list.answersTo(news);
            locked.lock();
            deliver(locked, answers);
        }
        m_list.dropAnswered();
    }
}

void WaitBoard::deliver(
    std::unique_lock<std::mutex>& locked, const std::vector<WaitList::Answer>& answers)
{
    for (size_t i = 0; i < answers.size(); ++i) {
        if (i >= toldAtOnce && i % sliceOfAnswers == 0)
            m_news.wait_for(locked, pauseBetweenSlices, [this] { return m_stopping; });
        locked.unlock();
        answers[i].parked.answer(answers[i].response);
        locked.lock();
    }
}

} // namespace homeroom
