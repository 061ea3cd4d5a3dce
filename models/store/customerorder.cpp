// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customerorder.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// The SQL that a column sorts by; Name is sorted by pinyin instead.
QByteArray sortExpression(CustomerColumn column)
{
    switch (column) {
    case CustomerColumn::Child:
        return "(SELECT min(s.name) FROM r_student s WHERE s.root = c.id AND s.deleted = 0)";
    case CustomerColumn::Grade:
        return "(SELECT min(s.grade) FROM r_student s WHERE s.root = c.id AND s.deleted = 0)";
    case CustomerColumn::Tier:
        return "nullif(c.tier, 'none')";
    case CustomerColumn::Stage:
        return "(SELECT t.pipeline || t.rank FROM r_opportunity o JOIN r_stage t ON t.id = o.stage "
               "WHERE o.root = c.id AND o.deleted = 0 ORDER BY o.id DESC LIMIT 1)";
    case CustomerColumn::Channel:
        return "coalesce((SELECT h.name FROM r_channel h WHERE h.id = c.channel), "
               "c.\"sourceText\")";
    case CustomerColumn::Owner:
        return "(SELECT u.\"displayName\" FROM r_user u WHERE u.id = c.owner)";
    case CustomerColumn::Intention:
        return "CASE c.intention WHEN 'high' THEN 4 WHEN 'medium' THEN 3 WHEN 'low' THEN 2 "
               "WHEN 'none' THEN 1 END";
    case CustomerColumn::Custom:
        return "json_extract(c.custom, ?1)";
    default:
        break;
    }
    static const QHash<CustomerColumn, QByteArray> fields{{CustomerColumn::Phone, "phone"},
        {CustomerColumn::Tags, "tags"}, {CustomerColumn::NextStep, "nextStep"},
        {CustomerColumn::NextStepAt, "nextStepAt"},
        {CustomerColumn::LastContactAt, "lastContactAt"}, {CustomerColumn::Score, "score"},
        {CustomerColumn::City, "city"}, {CustomerColumn::FriendState, "friendState"},
        {CustomerColumn::GroupState, "groupState"}, {CustomerColumn::WechatNick, "wechatNick"},
        {CustomerColumn::WechatId, "wechatId"}, {CustomerColumn::Lifecycle, "lifecycle"},
        {CustomerColumn::ExternalId, "externalId"}, {CustomerColumn::Remark, "remark"}};
    return "c.\"" + fields.value(column, "createdAt") + '"';
}

QByteArray orderTail(const CustomerSort& sort)
{
    const QByteArray expression = sortExpression(sort.column);
    const QByteArray direction = sort.order == Qt::DescendingOrder ? " DESC" : "";
    return " ORDER BY (" + expression + ") IS NULL, " + expression + direction + ", c.id"
        + direction;
}

std::vector<RecordId> sortedByName(Database& database, Qt::SortOrder order, PinyinWriter& pinyin)
{
    struct Named {
        QByteArray key;
        RecordId id;
    };
    std::vector<Named> families;
    Statement query = database.statement("SELECT id, name FROM r_customer WHERE deleted = 0");
    while (query.step()) {
        families.push_back({pinyin.sortKey(query.text(1)).toUtf8(), query.id(0)});
    }
    std::sort(families.begin(), families.end(), [order](const Named& one, const Named& other) {
        const bool oneEmpty = one.key.isEmpty();
        const bool otherEmpty = other.key.isEmpty();
        if (oneEmpty != otherEmpty)
            return otherEmpty;
        if (one.key != other.key)
            return (one.key < other.key) == (order == Qt::AscendingOrder);
        return one.id < other.id;
    });
    std::vector<RecordId> ids;
    ids.reserve(families.size());
    std::transform(families.begin(), families.end(), std::back_inserter(ids),
        [](const Named& named) { return named.id; });
    return ids;
}

QString pathOf(const CustomerSort& sort)
{
    return u"$.\""_s + sort.customKey + u'"';
}

/// Compares families as the sort does, one by one.
class Comparison {
public:
    Comparison(Database& database, const CustomerSort& sort, PinyinWriter& pinyin)
        : m_database(database), m_sort(sort), m_pinyin(pinyin),
          m_sql(sort.column == CustomerColumn::Name
                  ? QByteArray("SELECT name, 'text' FROM r_customer c WHERE c.id = ?2")
                  : "SELECT v, typeof(v) FROM (SELECT " + sortExpression(sort.column)
                      + " AS v FROM r_customer c WHERE c.id = ?2)")
    {
    }

    bool operator()(const RecordId& one, const RecordId& other)
    {
        const Key& first = keyOf(one);
        const Key& second = keyOf(other);
        if (first.rank == nothing || second.rank == nothing) {
            if (first.rank != second.rank)
                return second.rank == nothing;
        }
        const bool ascending = m_sort.order == Qt::AscendingOrder;
        const auto value = [](const Key& key) { return std::tie(key.rank, key.number, key.text); };
        if (value(first) != value(second))
            return (value(first) < value(second)) == ascending;
        return (one < other) == (ascending || m_sort.column == CustomerColumn::Name);
    }

private:
    enum Rank { number, text, nothing }; // numbers before texts, as SQLite has it
    struct Key {
        Rank rank = nothing;
        double number = 0;
        QByteArray text{};
    };

    const Key& keyOf(const RecordId& id)
    {
        auto known = m_keys.find(id);
        if (known == m_keys.end())
            known = m_keys.emplace(id, read(id)).first;
        return known->second;
    }

    Key read(const RecordId& id)
    {
        Statement query = m_database.statement(m_sql);
        if (m_sort.column == CustomerColumn::Custom)
            query.bind(1, pathOf(m_sort));
        query.bind(2, id);
        if (!query.step() || query.isNull(0))
            return {};
        if (query.text(1) != "text"_L1)
            return {number, query.real(0), {}};
        if (m_sort.column != CustomerColumn::Name)
            return {text, 0, query.text(0).toUtf8()};
        const QString key = m_pinyin.sortKey(query.text(0));
        return key.isEmpty() ? Key() : Key{text, 0, key.toUtf8()};
    }

    Database& m_database;
    const CustomerSort& m_sort;
    PinyinWriter& m_pinyin;
    QByteArray m_sql;
    std::map<RecordId, Key> m_keys{};
};

} // namespace

std::vector<RecordId> sortedCustomers(
    Database& database, const CustomerSort& sort, PinyinWriter& pinyin)
{
    if (sort.column == CustomerColumn::Name)
        return sortedByName(database, sort.order, pinyin);
    Statement query =
        database.statement("SELECT c.id FROM r_customer c WHERE c.deleted = 0" + orderTail(sort));
    if (sort.column == CustomerColumn::Custom)
        query.bind(1, pathOf(sort));
    std::vector<RecordId> ids;
    while (query.step())
        ids.push_back(query.id(0));
    return ids;
}

void placeNewFamilies(Database& database, const CustomerSort& sort, PinyinWriter& pinyin,
    std::vector<RecordId> held, std::vector<CustomerUpdate>& updates)
{
    Comparison comesBefore(database, sort, pinyin);
    for (CustomerUpdate& update : updates) {
        if (!update.row || std::find(held.begin(), held.end(), update.id) != held.end())
            continue;
        const auto place = std::lower_bound(held.begin(), held.end(), update.id,
            [&](const RecordId& one, const RecordId& other) { return comesBefore(one, other); });
        update.after = place == held.begin() ? RecordId() : *std::prev(place);
        held.insert(place, update.id);
    }
}

} // namespace homeroom
