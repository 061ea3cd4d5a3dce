// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <map>

namespace homeroom::sim {

/// What a client is doing when something happens to it.
enum class ClientState { Idle, Pushing, Pulling, Offline, SignedOut };
constexpr int clientStateCount = 5;

/// How often each event met a client in each state.
class Coverage {
public:
    void note(ClientState state, const QString& event) { ++m_cells[event][size_t(state)]; }
    /// The events that must show up: each of a step, each fault of network and disks.
    void expectAll();
    void add(const Coverage& other);
    QString table() const;
    qint64 emptyCells() const;

private:
    std::map<QString, std::array<qint64, clientStateCount>> m_cells{};
};

} // namespace homeroom::sim
