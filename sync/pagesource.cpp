// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pagesource.h"

#include "sync/protocol/codec.h"

#include <QSemaphore>

#include <algorithm>

namespace homeroom {

namespace {

/// Of those not handed over yet; each is in memory as bytes and as rows for a moment.
constexpr size_t mostComing = 2;

ArrivedPage readPage(const PullWork& work, const QByteArray& body, const Clock& clock)
{
    const Milliseconds start = clock.now();
    Result<PullPage> page = decodePullPage(body);
    if (!page.ok()) // a proxy's, or not all of it
        return {work, Error{ErrorCode::Unavailable, page.error().detail}, 0, 0, 0};
    return {work, std::make_shared<PullPage>(std::move(*page)), 0, 0, clock.now() - start};
}

} // namespace

PageSource::PageSource(Parts parts) : m_parts(std::move(parts)) { }

PageSource::~PageSource()
{
    // Jobs already posted report to this object: they must be through before it goes.
    QSemaphore drained;
    m_parts.reading.post([&drained] { drained.release(); });
    drained.acquire();
}

bool PageSource::isComing(const QString& cursor) const
{
    return !m_coming.empty() && m_coming.front()->work.cursor == cursor;
}

void PageSource::take(const PullWork& work, Taker taker)
{
    if (!isComing(work.cursor)) {
        drop();
        ask(work);
    }
    m_taker = std::move(taker);
    hand();
}

void PageSource::read(const PullWork& work, const QByteArray& body, Taker taker)
{
    drop();
    m_taker = std::move(taker);
    m_coming.push_back(std::make_shared<Coming>(Coming{work}));
    keepBody(*m_coming.back(), body);
}

void PageSource::drop()
{
    m_coming.clear();
    m_next.reset();
    m_taker = {};
}

void PageSource::ask(const PullWork& work)
{
    const auto coming = std::make_shared<Coming>(Coming{work});
    m_coming.push_back(coming);
    m_parts.client.pull(m_parts.request(work),
        [this, coming](const Reply<QByteArray>& reply) { answered(coming, reply); });
}

void PageSource::askOn()
{
    if (m_next && m_coming.size() < mostComing)
        ask(*std::exchange(m_next, std::nullopt));
}

void PageSource::answered(const std::shared_ptr<Coming>& coming, const Reply<QByteArray>& reply)
{
    if (std::ranges::find(m_coming, coming) == m_coming.end())
        return;
    if (reply.result.ok()) {
        keepBody(*coming, *reply.result);
        return;
    }
    coming->arrived =
        ArrivedPage{coming->work, reply.result.error(), reply.status, reply.retryAfter, 0};
    hand();
}

// Where the page turns out not to be whole, what was asked for behind it is thrown away with the
// session.
void PageSource::keepBody(Coming& coming, const QByteArray& body)
{
    coming.body = body;
    const std::optional<PageHead> head = headOfPage(body);
    if (head && !head->last)
        m_next = PullWork{coming.work.device, head->cursor, {}, coming.work.first};
    askOn();
    readFirst();
}

// Only the next page is kept as rows, which take three times the memory of bytes.
void PageSource::readFirst()
{
    if (m_coming.empty() || !m_coming.front()->body)
        return;
    const std::shared_ptr<Coming> coming = m_coming.front();
    m_parts.reading.post([this, coming, body = *std::exchange(coming->body, std::nullopt),
                             &clock = m_parts.clock] {
        QMetaObject::invokeMethod(this, [this, coming, page = readPage(coming->work, body, clock)] {
            if (std::ranges::find(m_coming, coming) == m_coming.end())
                return;
            coming->arrived = page;
            hand();
        });
    });
}

void PageSource::hand()
{
    if (!m_taker || m_coming.empty() || !m_coming.front()->arrived)
        return;
    const std::shared_ptr<Coming> coming = m_coming.front();
    const Taker taker = std::exchange(m_taker, {});
    m_coming.pop_front();
    askOn();
    readFirst();
    taker(*coming->arrived);
}

} // namespace homeroom
