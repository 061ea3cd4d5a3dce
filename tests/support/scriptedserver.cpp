// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

void ScriptedServer::answer(std::function<void()> work)
{
    if (silent)
        m_kept.push_back(std::move(work));
    else
        work();
}

void ScriptedServer::speak()
{
    silent = false;
    for (const auto& work : std::exchange(m_kept, {}))
        work();
}

void ScriptedServer::answerMoved(size_t count, const Answered<qint64>& done)
{
    const Result<qint64> result =
        refusal ? Result<qint64>(*refusal) : Result<qint64>(qint64(count));
    answer([done, result] { done(result); });
}

void ScriptedServer::handOver(
    const std::vector<HeldFamily>& held, const RecordId& to, Answered<qint64> done)
{
    asked << u"hand over %1"_s.arg(held.size());
    families = held;
    receiver = to;
    answerMoved(held.size(), done);
}

void ScriptedServer::returnToPool(const std::vector<HeldFamily>& held, Answered<qint64> done)
{
    asked << u"return %1"_s.arg(held.size());
    families = held;
    answerMoved(held.size(), done);
}

void ScriptedServer::claim(const std::vector<RecordId>& wanted, Answered<qint64> done)
{
    asked << u"claim %1"_s.arg(wanted.size());
    families.clear();
    for (const RecordId& family : wanted)
        families.push_back({family, {}});
    answerMoved(wanted.size(), done);
}

void ScriptedServer::listPool(
    const QString& text, const RecordId& after, Answered<PoolFamilies> done)
{
    asked << u"pool «%1»%2"_s.arg(text, after.isNull() ? u""_s : u" more"_s);
    Result<PoolFamilies> page = PoolFamilies();
    if (refusal) {
        page = *refusal;
    } else if (!pool.empty()) {
        page = pool.front();
        pool.pop_front();
    }
    answer([done, page] { done(page); });
}

void ScriptedServer::merge(const HeldFamily& winner, const HeldFamily& loser, Answered<qint64> done)
{
    asked << u"merge"_s;
    families = {winner, loser};
    answerMoved(1, done);
}

void ScriptedServer::unmerge(const RecordId& winner, const RecordId& loser, Answered<qint64> done)
{
    asked << u"unmerge"_s;
    families = {{winner, {}}, {loser, {}}};
    answerMoved(1, done);
}

void ScriptedServer::unmask(
    const RecordId& customer, const QString& reason, Answered<FullContacts> done)
{
    asked << u"unmask «%1»"_s.arg(reason);
    families = {{customer, {}}};
    const Result<FullContacts> result =
        refusal ? Result<FullContacts>(*refusal) : Result<FullContacts>(contacts);
    answer([done, result] { done(result); });
}

void ScriptedServer::noteExport(RecordKind, const QString&, qint64 rows, Answered<void> done)
{
    asked << u"export %1"_s.arg(rows);
    const Result<void> result = refusal ? Result<void>(*refusal) : Result<void>();
    answer([done, result] { done(result); });
}

} // namespace homeroom::test
