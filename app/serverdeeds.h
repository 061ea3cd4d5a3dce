// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/commandclient.h"
#include "ui/editing/familyserver.h"

namespace homeroom {

/// What pages ask of the server, carried by the client of commands. `client` must outlive it.
class ServerDeeds final : public FamilyServer {
public:
    explicit ServerDeeds(CommandClient& client) : m_client(client) { }

    void handOver(const std::vector<HeldFamily>& families, const RecordId& to,
        Answered<qint64> done) override;
    void returnToPool(const std::vector<HeldFamily>& families, Answered<qint64> done) override;
    void claim(const std::vector<RecordId>& families, Answered<qint64> done) override;
    void listPool(const QString& text, const RecordId& after, Answered<PoolFamilies> done) override;
    void merge(const HeldFamily& winner, const HeldFamily& loser, Answered<qint64> done) override;
    void unmerge(const RecordId& winner, const RecordId& loser, Answered<qint64> done) override;
    void unmask(
        const RecordId& customer, const QString& reason, Answered<FullContacts> done) override;
    void noteExport(
        RecordKind kind, const QString& filter, qint64 rows, Answered<void> done) override;

private:
    CommandClient& m_client;
};

} // namespace homeroom
