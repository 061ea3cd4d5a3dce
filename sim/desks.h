// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/oracle.h"
#include "sync/protocol/codec.h"

namespace homeroom::sim {

/// Commands that people give at their own desks, through the product's client and the network of
/// the run. What becomes of them is judged on the wire; here it is seen that each is answered,
/// once.
class Desks {
public:
    explicit Desks(Oracle& oracle) : m_oracle(oracle) { }

    void give(SimClient& client, const AssignRequest& request);
    void give(SimClient& client, const ClaimRequest& request);
    void give(SimClient& client, const ReturnRequest& request);
    void give(SimClient& client, const MergeRequest& request);
    void give(SimClient& client, const UnmergeRequest& request);
    void give(SimClient& client, const MoveUserRequest& request);
    void give(SimClient& client, const UnmaskRequest& request);
    void give(SimClient& client, const ExportNotice& notice);

    /// Its program has ended: nobody waits any more.
    void forget(const SimClient& client);
    /// Its engine was stopped, which drops open requests without a word.
    void excuse(const SimClient& client);
    /// I13: everybody has an answer.
    void checkAllAnswered();
    qint64 answered() const { return m_answered; }

private:
    struct Open {
        int client;
        QString path;
        bool isExcused = false; ///< need not be answered
    };
    /// A new wish; what takes its answer.
    auto asked(const SimClient& client, QLatin1StringView path)
    {
        const qint64 number = ++m_last;
        m_open[number] = {client.number(), path, false};
        return [this, number](const auto& answer) { close(number, answer.ok()); };
    }
    void close(qint64 number, bool isDone);

    Oracle& m_oracle;
    std::map<qint64, Open> m_open{};
    qint64 m_last = 0;
    qint64 m_answered = 0;
};

} // namespace homeroom::sim
