// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "ui/editing/familyserver.h"

namespace homeroom {

/// A server for pictures: tells of the same few families of a pool whenever it is asked, and
/// refuses every deed. Nothing leaves the program.
class ExampleServer : public QObject, public FamilyServer {
    Q_OBJECT

public:
    ExampleServer(const Catalogue& catalogue, const Clock& clock);

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

    /// Contacts that belong to nobody.
    static FullContacts contacts();

private:
    PoolFamilies pool() const;
    template <typename Answer> void refuse(const Answered<Answer>& done);

    const Catalogue& m_catalogue;
    const Clock& m_clock;
};

} // namespace homeroom
