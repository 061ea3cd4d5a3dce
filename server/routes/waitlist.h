// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/parked.h"
#include "server/rules/pull.h"

#include <QHash>

namespace homeroom {

/// What commits have changed of the world, by the device that they came from; null for none.
class WaitNews {
public:
    void add(const Touched& touched, const RecordId& device);
    bool isEmpty() const { return m_touched.isEmpty(); }
    const QHash<RecordId, Touched>& byDevice() const { return m_touched; }

private:
    QHash<RecordId, Touched> m_touched{};
};

/// Who waits for news, and whom a commit concerns (sync.md section 3). It knows neither time nor
/// threads of its own; any thread may call it.
class WaitList {
public:
    struct Answer {
        Parked parked;
        HttpResponse response;
    };

    explicit WaitList(const Pull& pull) : m_pull(pull) { }

    /// Answers at once where the viewer's mark is another than `mark`.
    void wait(const Caller& caller, const QString& mark, const Parked& parked);
    /// Takes out everybody whom the news concern. The device that they all came from is not among
    /// them: who has pushed pulls as the next thing.
    std::vector<Answer> answersTo(const WaitNews& news);
    /// Forgets requests that timed out or whose client left.
    void dropAnswered();

private:
    struct Waiter {
        Caller caller{};
        QString mark{}; ///< that its client knows
        Parked parked;
    };
    /// The devices that touched a viewer's world.
    using Authors = QSet<RecordId>;

    /// The mark that a viewer's devices were told by the last news, for as many as those were:
    /// each of them comes back with it, and nothing has happened since. Not for longer, since a
    /// generation rises without news.
    struct Told {
        QString mark{};
        qsizetype left = 0;
    };

    bool knowsAll(const RecordId& viewer, const QString& mark);
    void answerViewer(const RecordId& viewer, const Authors& authors, std::vector<Answer>& answers);
    std::vector<Waiter> takeWaiters(const RecordId& viewer, const Authors& authors);

    const Pull& m_pull;
    std::mutex m_mutex;
    QMultiHash<RecordId, Waiter> m_waiters{}; ///< by viewer
    QHash<RecordId, Told> m_told{};
};

} // namespace homeroom
