// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/waitlist.h"

#include "models/values/mutants.h"
#include "sync/protocol/codec.h"

namespace homeroom {

void WaitNews::add(const Touched& touched, const RecordId& device)
{
    if (touched.isEmpty())
        return;
    Touched& pending = m_touched[device];
    pending.scopes.unite(touched.scopes);
    pending.viewers.unite(touched.viewers);
}

void WaitList::wait(const Caller& caller, const QString& mark, const Parked& parked)
{
    // Registered before looking: a commit in between then finds this waiter.
    {
        const std::lock_guard locked(m_mutex);
        m_waiters.insert(caller.viewer.user, Waiter{caller, mark, parked});
        if (knowsAll(caller.viewer.user, mark))
            return;
    }
    const Result<QString> now = m_pull.mark(caller);
    if (!now.ok())
        parked.answer(HttpResponse::failure(now.error()));
    else if (*now != mark)
        parked.answer(HttpResponse::json(encode(WaitResponse{*now})));
}

bool WaitList::knowsAll(const RecordId& viewer, const QString& mark)
{
    const auto told = m_told.find(viewer);
    if (told == m_told.end() || told->mark != mark)
        return false;
    if (--told->left == 0)
        m_told.erase(told);
    return true;
}

std::vector<WaitList::Answer> WaitList::answersTo(const WaitNews& news)
{
    QHash<RecordId, Authors> authors;
    for (auto each = news.byDevice().begin(); each != news.byDevice().end(); ++each) {
        const Result<QSet<RecordId>> viewers = m_pull.affected(each.value());
        // A waiter that is not woken asks again within a minute, so a failed look-up loses nothing.
        if (!viewers.ok() || mutated(Mutant::WakeLost))
            continue;
        for (const RecordId& viewer : *viewers)
            authors[viewer].insert(each.key());
    }
    std::vector<Answer> answers;
    for (auto each = authors.begin(); each != authors.end(); ++each)
        answerViewer(each.key(), each.value(), answers);
    return answers;
}

void WaitList::answerViewer(
    const RecordId& viewer, const Authors& authors, std::vector<Answer>& answers)
{
    {
        // Who asks between here and the end of this looks for themselves.
        const std::lock_guard locked(m_mutex);
        m_told.remove(viewer);
    }
    const std::vector<Waiter> woken = takeWaiters(viewer, authors);
    if (woken.empty())
        return;
    // One look for all of a person's devices: the mark is the viewer's.
    const Result<QString> mark = m_pull.mark(woken.front().caller);
    const HttpResponse response = mark.ok() ? HttpResponse::json(encode(WaitResponse{*mark}))
                                            : HttpResponse::failure(mark.error());
    const size_t before = answers.size();
    const std::lock_guard locked(m_mutex);
    for (const Waiter& waiter : woken) {
        // A pull was quicker than this: its client knows already, and waits for what comes next.
        if (mark.ok() && waiter.mark == *mark)
            m_waiters.insert(viewer, waiter);
        else
            answers.push_back({waiter.parked, response});
    }
    if (mark.ok() && answers.size() > before)
        m_told.insert(viewer, {*mark, qsizetype(answers.size() - before)});
}

std::vector<WaitList::Waiter> WaitList::takeWaiters(const RecordId& viewer, const Authors& authors)
{
    const std::lock_guard locked(m_mutex);
    std::vector<Waiter> taken;
    QHash<RecordId, int> open;
    for (auto each = m_waiters.constFind(viewer); each != m_waiters.cend() && each.key() == viewer;
         ++each)
        ++open[each->caller.device];
    auto waiter = m_waiters.find(viewer);
    while (waiter != m_waiters.end() && waiter.key() == viewer) {
        const RecordId& device = waiter->caller.device;
        // A profile waits once. Two that go by one name are copies, of which only one has pushed.
        const bool ownOnly =
            authors.size() == 1 && authors.contains(device) && open.value(device) == 1;
        if (ownOnly && !device.isNull()) {
            ++waiter;
            continue;
        }
        taken.push_back(*waiter);
        waiter = m_waiters.erase(waiter);
    }
    return taken;
}

void WaitList::dropAnswered()
{
    const std::lock_guard locked(m_mutex);
    m_waiters.removeIf([](const std::pair<const RecordId&, Waiter&>& entry) {
        return entry.second.parked.answered();
    });
}

} // namespace homeroom
