// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/liveserver.h"
#include "bench/wire.h"
#include "sync/protocol/messages.h"

namespace homeroom::bench {

/// A signed-in device without a profile, which edits its user's families over one connection.
class RawDevice {
public:
    RawDevice(LiveServer& server, const DemoUser& user);

    /// The next numbers of this device: each sets the next step of one family after the other.
    QByteArray nextPush(size_t mutations);
    /// The next number of this device: a task of one's own, which nobody else is told about.
    QByteArray nextPrivatePush();
    /// How often the answer says `applied`.
    static qint64 applied(const QByteArray& answer);

    Wire& wire() { return m_wire; }
    RecordId device() const { return m_device; }
    QByteArray token() const { return m_token; }

private:
    QByteArray numbered(std::vector<Mutation> mutations);

    SystemClock m_clock{};
    IdFactory m_ids;
    const std::vector<RecordId>& m_families;
    RecordId m_device;
    QByteArray m_token{};
    QString m_chain{};
    qint64 m_mid = 0;
    Wire m_wire;
};

} // namespace homeroom::bench
