// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "models/values/result.h"

#include <functional>
#include <vector>

namespace homeroom {

/// A family and the owner that the person saw: where it is another by now, the deed is refused.
struct HeldFamily {
    RecordId customer{};
    RecordId owner{};
};

/// One line of the pool; the phone is masked by the server.
struct PoolFamily {
    RecordId id{};
    QString name{};
    QString phone{};
    QString city{};
    RecordId channel{};
    QString tier{}; ///< wire word
    Milliseconds createdAt = 0;
    std::optional<Milliseconds> lastContactAt{};

    bool operator==(const PoolFamily&) const = default;
};

struct PoolFamilies {
    std::vector<PoolFamily> families{};
    RecordId next{}; ///< null where this was the end
    qint64 kept = 0; ///< families that the person keeps
    qint64 cap = -1; ///< as many as may be kept by claiming; -1 for no bound
};

/// Contacts of one family in full; shown and never stored.
struct FullContacts {
    struct Adult {
        QString name{};
        QString phone{};
        QString wechatId{};
    };
    QString phone{};
    QString wechatId{};
    QString address{};
    std::vector<Adult> guardians{}; ///< besides the parent
};

/// The deeds that only the server can do, and only online. Pages ask; the answer comes later on the
/// same thread, and what a deed changed comes as records by the pull that follows. Errors are the
/// server's, and Unavailable where it could not be reached: nothing of these is queued.
class FamilyServer {
public:
    template <typename Answer> using Answered = std::function<void(const Result<Answer>&)>;

    virtual ~FamilyServer() = default;

    /// The answer is how many families moved; all of them or none.
    virtual void handOver(
        const std::vector<HeldFamily>& families, const RecordId& to, Answered<qint64> done) = 0;
    virtual void returnToPool(const std::vector<HeldFamily>& families, Answered<qint64> done) = 0;
    virtual void claim(const std::vector<RecordId>& families, Answered<qint64> done) = 0;
    /// Families of the pool whose name, city, campaign or source holds the text.
    virtual void listPool(
        const QString& text, const RecordId& after, Answered<PoolFamilies> done) = 0;
    /// Two records of one family become one.
    virtual void merge(
        const HeldFamily& winner, const HeldFamily& loser, Answered<qint64> done) = 0;
    /// Takes a merge back; Depends where something made since belongs to both.
    virtual void unmerge(const RecordId& winner, const RecordId& loser, Answered<qint64> done) = 0;
    virtual void unmask(
        const RecordId& customer, const QString& reason, Answered<FullContacts> done) = 0;
    /// Says what is about to leave the program; a file comes to be only after the answer.
    virtual void noteExport(
        RecordKind kind, const QString& filter, qint64 rows, Answered<void> done) = 0;
};

} // namespace homeroom
