// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/pinyin.h"
#include "models/values/records/records.h"

#include <QHash>

#include <span>

namespace homeroom {

// Reading the table of families. Call inside Database::read; SQL errors throw.

/// What the table of families can show and sort by.
enum class CustomerColumn {
    Name,
    Child,
    Grade,
    Phone,
    Tier,
    Stage, ///< of the family's newest opportunity
    Tags,
    NextStep,
    NextStepAt,
    LastContactAt,
    Intention,
    Score,
    City,
    Channel,
    FriendState,
    GroupState,
    WechatNick,
    WechatId,
    Owner,
    Lifecycle,
    ExternalId,
    Remark,
    CreatedAt,
    Custom ///< a field of the organisation's own, named by its key
};
/// Columns that every organisation has.
constexpr int customerColumnCount = int(CustomerColumn::Custom);

struct CustomerSort {
    CustomerColumn column = CustomerColumn::CreatedAt;
    Qt::SortOrder order = Qt::DescendingOrder;
    QString customKey{}; ///< for CustomerColumn::Custom

    bool operator==(const CustomerSort&) const = default;
};

/// Every family's id in the order of the sort, with the text that a typed filter is looked for in.
/// All texts lie in one piece of memory: 50,000 of them cost as many bytes as they are long.
class CustomerIndex {
public:
    size_t size() const { return m_keys.size(); }
    const RecordId& id(size_t row) const { return m_keys[row].id; }
    QByteArrayView text(size_t row) const;
    void append(const RecordId& id, const QByteArray& text);
    void insert(size_t row, const RecordId& id, const QByteArray& text);
    void setText(size_t row, const QByteArray& text);
    void remove(size_t row);
    void reserve(size_t rows, qsizetype bytes);
    /// Takes the order of `ids`; families that are not among them come last.
    void reorder(const std::vector<RecordId>& ids);

private:
    struct Key {
        RecordId id{};
        quint32 offset = 0;
        quint32 length = 0;
    };
    Key placed(const RecordId& id, const QByteArray& text);

    std::vector<Key> m_keys;
    QByteArray m_texts;
};

/// All living families. The text of a family holds the names of parent and children with their
/// pinyin, phone, WeChat, external number, city and tags, as filterKey() writes them.
CustomerIndex readCustomerIndex(Database& database, const CustomerSort& sort, PinyinWriter& pinyin);

/// The texts alone, in no order.
QHash<RecordId, QByteArray> filterTexts(Database& database, PinyinWriter& pinyin);

/// What one row of the table shows.
struct CustomerRow {
    Customer customer{};
    std::vector<Student> students{};
    Id<Stage> stage{}; ///< of the newest opportunity
    bool waiting = false; ///< has changes that the server has not answered
    bool conflict = false;
};

/// The rows of these families that still live, in the order asked; about 60 µs each.
std::vector<CustomerRow> readCustomerRows(Database& database, std::span<const RecordId> ids);

/// A family as it is now, for a table that holds its older state.
struct CustomerUpdate {
    RecordId id{};
    std::optional<CustomerRow> row{}; ///< nothing when the family is gone
    QByteArray text{}; ///< see readCustomerIndex()
    RecordId after{}; ///< see placeNewFamilies()
};

std::vector<CustomerUpdate> readCustomerUpdates(
    Database& database, std::span<const RecordId> ids, PinyinWriter& pinyin);

/// How many living families each owner keeps. Reads every family, out of one index where there is
/// one: some milliseconds for 50,000.
QHash<RecordId, int> familiesByOwner(Database& database);

} // namespace homeroom
