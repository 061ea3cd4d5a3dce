// SPDX-License-Identifier: GPL-3.0-or-later
// What the oracle still knows when the server is put back to an earlier copy.
#include "sim/oracle.h"
#include "sim/wirewords.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

/// The edits that a client will still send, or send again.
std::vector<QJsonObject> heldBy(SimClient& client)
{
    std::vector<QJsonObject> held;
    if (!client.isOpen())
        return held;
    const SimDisk::Quiet quiet(client.disk());
    Statement entries = client.reader().statement(
        "SELECT mutation FROM outbox WHERE state IN ('queued', 'sent', 'acked')");
    while (entries.step())
        held.push_back(entries.object(0));
    return held;
}

bool isHeld(const LocalEdit& edit, const std::vector<QJsonObject>& held)
{
    return std::ranges::any_of(held, [&](const QJsonObject& mutation) {
        return wordIn(mutation, "id"_L1) == wordIn(edit.mutation, "id"_L1)
            && wordIn(mutation, "op"_L1) == wordIn(edit.mutation, "op"_L1)
            && isIn(edit.fields, partsOf(mutation.value("set"_L1).toObject()));
    });
}

} // namespace

Oracle::Copy Oracle::copy()
{
    m_mirror.refresh();
    return {m_guarded, m_content, m_merged, m_outcomes, m_answered, m_commands, m_mirror.seq(),
        m_mirror.generation(), m_server.starts()};
}

void Oracle::serverRestored(
    const Copy& copy, const std::vector<std::unique_ptr<SimClient>>& clients)
{
    m_mirror.forget();
    m_guarded.goBackTo(copy.guarded);
    m_content = copy.content;
    m_merged = copy.merged;
    // Its clients can name the incarnation that they have seen and the one before it. Where the
    // lost time had more, the server may not know up to where both times are one.
    const int begun = m_server.starts() - 1 - copy.starts + int(m_lastGeneration - copy.generation);
    m_guarded.endGeneration(copy.generation, copy.seq,
        begun <= 1 ? GuardedModel::End::Known : GuardedModel::End::InDoubt);
    // Those of the lost time end there, too: their numbers may be given to others.
    for (qint64 lost = copy.generation + 1; lost <= m_lastGeneration; ++lost)
        m_guarded.endGeneration(lost, copy.seq, GuardedModel::End::InDoubt);
    m_outcomes = copy.outcomes;
    m_commands = copy.commands;
    const std::map<QString, bool> answered = std::exchange(m_answered, copy.answered);
    for (const auto& client : clients)
        forgetSeen(*client, answered);
    m_contacts.clear();
    // The numbers behind the copy are given out once more until a client says what it has seen.
    std::erase_if(m_times, [&](const auto& time) {
        return time.first > Stamp{copy.generation, copy.seq};
    });
    m_expected.clear();
    // Acknowledged in the lost time: nobody can be sure of these any more.
    for (auto& [client, edits] : m_edits) {
        for (LocalEdit& edit : edits)
            edit.isVisibleDue = false;
    }
}

// What was acknowledged in the lost time must come to an outcome once more where its client still
// has it. It is gone where the client had seen it in a page, which may also be on its way, alone or
// with the answer to a push.
void Oracle::forgetSeen(SimClient& client, const std::map<QString, bool>& answered)
{
    const std::vector<QJsonObject> held = heldBy(client);
    const bool isReading = client.isOpen()
        && (client.network().isBusyWith(route::pull) || client.network().isBusyWith(route::push));
    for (LocalEdit& edit : m_edits[client.number()]) {
        const auto identities = identitiesOf(edit.mutation, edit.fields);
        const bool wasAnswered = std::ranges::any_of(identities, [&](const QString& identity) {
            const auto before = m_answered.find(identity);
            const auto after = answered.find(identity);
            // Another's refused edit of the same words may have been answered before.
            return after != answered.end()
                && (before == m_answered.end() || before->second != after->second);
        });
        if (wasAnswered && (isReading || !isHeld(edit, held)))
            edit.isForgotten = true;
    }
}

} // namespace homeroom::sim
