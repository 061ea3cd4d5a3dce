// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/oracle.h"
#include "sim/simimage.h"
#include "sync/protocol/commandmessages.h"

namespace homeroom::sim {

/// The administrator at a desk of their own, always online: people come and go, families change
/// hands. Pushes go through the same rules as everybody's.
class Office {
public:
    Office(SimServer& server, Oracle& oracle, const SimImage& image, quint64 seed);

    // What a command has to say about the world as it is now.
    AssignRequest assignRequest(const std::vector<RecordId>& families, const RecordId& to);
    ReturnRequest returnRequest(const RecordId& family);
    MergeRequest mergeRequest(const RecordId& winner, const RecordId& loser);
    MoveUserRequest moveRequest(const RecordId& user, const RecordId& team);

    // Commands by the administrator, a claim by the user who gets the family; all or nothing.
    bool give(const AssignRequest& request);
    bool give(const ReturnRequest& request);
    bool give(const MergeRequest& request);
    bool give(const UnmergeRequest& request);
    /// Moves by the command; setTeam edits the user's record.
    bool give(const MoveUserRequest& request);
    bool claim(const RecordId& user, const ClaimRequest& request);
    /// Sends the command once more, or another one of its kind under its key.
    void repeat(const KnownCommand& known, const QByteArray& key, bool asItWas);

    bool setTeam(const RecordId& user, const RecordId& team);
    bool setRole(const RecordId& user, UserRole role);
    bool setActive(const RecordId& user, bool active);
    /// Removes a child record, as operations tidy up.
    bool remove(const RowImage& row);
    Caller admin() const;

private:
    bool push(const Mutation& mutation);
    bool run(const Caller& caller, QLatin1StringView path, const QByteArray& body);
    Caller callerOf(const RecordId& user);
    RecordId ownerOf(const RecordId& family);
    Mutation userEdit(const RecordId& user);

    SimServer& m_server;
    Oracle& m_oracle;
    const SimImage& m_image;
    ManualClock m_clock{1'764'000'000'000};
    IdFactory m_ids;
    RecordId m_device;
    qint64 m_mid = 0;
    QString m_chain{};
};

} // namespace homeroom::sim
