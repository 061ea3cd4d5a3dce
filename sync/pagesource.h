// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/executor.h"
#include "sync/syncclient.h"
#include "sync/syncwork.h"

#include <deque>

namespace homeroom {

/// A page of a session, read and found whole; or why there is none.
struct ArrivedPage {
    PullWork work{}; ///< what was asked for
    Result<std::shared_ptr<PullPage>> page; ///< its rows go while it is written
    int status = 0; ///< of HTTP; 0 where the page that came was none
    Milliseconds retryAfter = 0;
    Milliseconds took = 0; ///< to read it
};

/// Brings the pages of a session in their order. While one is being written, the next one is read,
/// and the one after it is asked for, so that server, reading and writing work at the same time.
class PageSource : public QObject {
public:
    using Taker = std::function<void(const ArrivedPage&)>;

    /// Collaborators; all outlive the source.
    struct Parts {
        SyncClient& client;
        Executor& reading; ///< where pages are read
        const Clock& clock;
        std::function<PullRequest(const PullWork&)> request;
    };

    explicit PageSource(Parts parts);
    /// Waits for what is being read.
    ~PageSource() override;

    /// The page behind a cursor was asked for.
    bool isComing(const QString& cursor) const;
    /// Hands over the page behind `work.cursor`, asking for it where nobody has.
    void take(const PullWork& work, Taker taker);
    /// Hands over a page that came in another way.
    void read(const PullWork& work, const QByteArray& body, Taker taker);
    /// What was asked for is not taken any more.
    void drop();

private:
    struct Coming {
        PullWork work{};
        std::optional<QByteArray> body{}; ///< from its arrival until it is being read; may be empty
        std::optional<ArrivedPage> arrived{};
    };

    void ask(const PullWork& work);
    void askOn();
    void answered(const std::shared_ptr<Coming>& coming, const Reply<QByteArray>& reply);
    void keepBody(Coming& coming, const QByteArray& body);
    void readFirst();
    void hand();

    Parts m_parts;
    std::deque<std::shared_ptr<Coming>> m_coming{}; ///< asked for and not handed over, in order
    std::optional<PullWork> m_next{}; ///< behind the last of them, where there is more
    Taker m_taker{};
};

} // namespace homeroom
