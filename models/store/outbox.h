// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rowlayers.h"
#include "models/values/syncvalues.h"

namespace homeroom {

/// How the chain goes on after a mutation; the wire's rule, handed in since the store does not know
/// the wire.
using ChainRule = QString (*)(const QString& chainBefore, const Mutation& mutation);

/// Mutations to send in one request, in order, and the chain before the first.
struct OutboxBatch {
    QString chain{};
    std::vector<Mutation> mutations{};
};

/// In SQL: edits that a person made. That somebody opened a family is written and sent by itself.
inline constexpr auto madeByHand = "type <> 'familyaccess'";

/// For the status bar.
struct OutboxCounts {
    qint64 waiting = 0; ///< edits that the server has not answered
    qint64 attention = 0; ///< groups that it refused: what the sync centre shows as one line
    qint64 looks = 0; ///< of those waiting: FamilyAccess, which nobody is told of

    /// What a person is told to wait for.
    qint64 told() const { return waiting - looks; }

    bool operator==(const OutboxCounts&) const = default;
};

/// An edit that the server refused, until a person has seen it.
struct RefusedEdit {
    qint64 number = 0; ///< for dismiss
    RecordKind kind = RecordKind::None;
    RecordId id{};
    RecordId root{};
    Error reason{};
    QJsonObject mutation{}; ///< as it was sent; without values where the family is gone
};

/// The edits on their way to the server: queued → sent → acked → echoed and gone, or refused and
/// kept until a person has seen them. Call inside one write transaction; throws SQLite::Exception
/// and Error.
class Outbox {
public:
    explicit Outbox(Database& database) : m_database(database), m_layers(database) { }

    /// What is to be sent next: again all that was sent without an answer, else whole groups of
    /// queued edits up to `limit` mutations or 4 MiB, one group at least. Gives numbers on the
    /// first send. Edits of one record that follow each other and were never sent become one.
    OutboxBatch peek(ChainRule chainAfter, qsizetype limit);
    /// Takes the server's answers in. Unknown and repeated numbers are passed over.
    ChangeSet settle(const std::vector<Outcome>& outcomes);
    /// The server took nothing of what was sent: the edits are queued again and lose their numbers.
    void withdrawSent();
    /// As withdrawSent, and the first group of the queue is refused for this reason: it alone
    /// cannot be sent.
    ChangeSet refuseFirstGroup(const Error& reason);
    /// Begins the numbers of another device: the server knows another history of this one.
    void restart(const RecordId& device);
    /// The server may have lost what it acknowledged (it was restored): what it has not shown since
    /// is sent once more. Where it has it after all, nothing happens twice.
    void queueAcknowledgedAgain();
    /// The clock that edits not yet sent were made by has proved wrong: they win no conflict.
    void distrustQueued();

    OutboxCounts counts();
    std::vector<RefusedEdit> refused();
    /// The greatest number among the refused edits; 0 where there are none.
    qint64 lastRefused();
    void dismiss(qint64 number);

private:
    struct Entry {
        qint64 n = 0;
        Mutation mutation{};
        bool merged = false;
    };
    OutboxBatch sentAgain(qsizetype limit);
    std::vector<Entry> nextQueued(qsizetype limit);
    std::vector<Entry> coalesced(std::vector<Entry> entries);
    void store(const Entry& entry, const QString& chainBefore);
    std::optional<ChangedRecord> settleOne(const Outcome& outcome);
    bool isEchoed(RecordKind kind, const RecordId& id, const Stamp& stamp);
    ChangeSet refuseGroup(qint64 group, const Error& reason);
    void refuse(qint64 n, const Error& reason, bool withContent);
    void endEviction(const RecordId& root);
    bool isEvicted(const RecordId& root);

    Database& m_database;
    RowLayers m_layers;
};

} // namespace homeroom
