// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/pushqueue.h"

#include "sync/protocol/codec.h"

#include <QSemaphore>

namespace homeroom {

namespace {

// Other writers wait as long as one commit takes.
constexpr size_t mostRequests = 64;
constexpr size_t mostMutations = 400;

} // namespace

PushQueue::PushQueue(const Parts& parts) : m_parts(parts) { }

// What the writer still has posts to the pages.
PushQueue::~PushQueue()
{
    for (Executor* executor : {&m_parts.writer, &m_parts.pages}) {
        QSemaphore drained;
        executor->post([&drained] { drained.release(); });
        drained.acquire();
    }
}

void PushQueue::add(PushWish wish, const Parked& parked)
{
    {
        const std::lock_guard locked(m_mutex);
        m_waiting.push_back({std::move(wish), parked});
    }
    // One job a request: whichever of them runs first takes along what the others came for.
    m_parts.writer.post([this] { commitNext(); });
}

void PushQueue::commitNext()
{
    const std::vector<Entry> entries = takeNext();
    if (entries.empty())
        return;
    std::vector<PushWish> wishes;
    for (const Entry& entry : entries)
        wishes.push_back(entry.wish);
    const std::vector<Result<PushAnswer>> answers = m_parts.push.runTogether(wishes);
    for (size_t i = 0; i < entries.size(); ++i)
        answer(entries[i], answers[i]);
}

std::vector<PushQueue::Entry> PushQueue::takeNext()
{
    const std::lock_guard locked(m_mutex);
    std::vector<Entry> taken;
    size_t mutations = 0;
    while (!m_waiting.empty() && taken.size() < mostRequests) {
        mutations += m_waiting.front().wish.request.mutations.size();
        if (!taken.empty() && mutations > mostMutations)
            break;
        taken.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return taken;
}

void PushQueue::answer(const Entry& entry, const Result<PushAnswer>& answer) const
{
    if (!answer.ok()) {
        entry.parked.answer(HttpResponse::failure(answer.error()));
        return;
    }
    m_parts.waitBoard.committed(answer->touched, entry.wish.caller.device);
    if (entry.wish.request.page)
        m_parts.pages.post(
            [this, entry, response = answer->response] { answerWithPage(entry, response); });
    else
        entry.parked.answer(HttpResponse::json(encode(answer->response)));
}

void PushQueue::answerWithPage(const Entry& entry, PushResponse response) const
{
    m_parts.pull.addWishedPage(entry.wish.caller, entry.wish.request, response);
    entry.parked.answer(HttpResponse::json(encode(response)));
}

} // namespace homeroom
