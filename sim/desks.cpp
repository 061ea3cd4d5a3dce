// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/desks.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

void Desks::give(SimClient& client, const AssignRequest& request)
{
    client.commands().assign(request, asked(client, route::assign));
}

void Desks::give(SimClient& client, const ClaimRequest& request)
{
    client.commands().claim(request, asked(client, route::claim));
}

void Desks::give(SimClient& client, const ReturnRequest& request)
{
    client.commands().returnToPool(request, asked(client, route::returnToPool));
}

void Desks::give(SimClient& client, const MergeRequest& request)
{
    client.commands().merge(request, asked(client, route::merge));
}

void Desks::give(SimClient& client, const UnmergeRequest& request)
{
    client.commands().unmerge(request, asked(client, route::unmerge));
}

void Desks::give(SimClient& client, const MoveUserRequest& request)
{
    client.commands().moveUser(request, asked(client, route::moveUser));
}

void Desks::give(SimClient& client, const UnmaskRequest& request)
{
    client.commands().unmask(request, asked(client, route::unmask));
}

void Desks::give(SimClient& client, const ExportNotice& notice)
{
    client.commands().noteExport(notice, asked(client, route::exportNotice));
}

void Desks::forget(const SimClient& client)
{
    std::erase_if(m_open, [&](const auto& open) { return open.second.client == client.number(); });
}

void Desks::excuse(const SimClient& client)
{
    for (auto& [number, open] : m_open) {
        if (open.client == client.number())
            open.isExcused = true;
    }
}

void Desks::close(qint64 number, bool isDone)
{
    if (m_open.erase(number) == 0)
        m_oracle.fail(u"I3"_s, u"a command was answered twice, or after its program had ended"_s);
    m_answered += isDone ? 1 : 0;
}

void Desks::checkAllAnswered()
{
    for (const auto& [number, open] : m_open) {
        if (!open.isExcused)
            m_oracle.fail(u"I13"_s, u"%1 was never answered"_s.arg(open.path));
    }
}

} // namespace homeroom::sim
