// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/oracle.h"
#include "sim/simimage.h"

namespace homeroom::sim {

/// The administrator at a desk of their own, always online: people come and go, families change
/// hands. Pushes go through the same rules as everybody's.
class Office {
public:
    Office(SimServer& server, Oracle& oracle, const SimImage& image, quint64 seed);

    /// Families by the name of the one who gives them away; all or nothing.
    bool assign(const std::vector<RecordId>& families, const RecordId& to);
    bool claim(const RecordId& user, const RecordId& family);
    bool giveBack(const RecordId& family);
    bool merge(const RecordId& winner, const RecordId& loser);
    bool unmerge(const RecordId& winner, const RecordId& loser);
    /// By the command; setTeam edits the user's record.
    bool moveUser(const RecordId& user, const RecordId& team);
    bool setTeam(const RecordId& user, const RecordId& team);
    bool setRole(const RecordId& user, UserRole role);
    bool setActive(const RecordId& user, bool active);
    /// Removes a child record, as operations tidy up.
    bool remove(const RowImage& row);
    Caller admin() const;

private:
    bool push(const Mutation& mutation);
    bool run(const std::function<Result<CommandAnswer>(const Commands&)>& work);
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
