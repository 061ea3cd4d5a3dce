// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customerquery.h"

#include "models/store/customerorder.h"
#include "models/store/outbox.h"
#include "models/store/records.h"
#include "models/values/filtertext.h"

#include <QHash>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype usualTextBytes = 96;

void addNames(QString& text, const QString& name, PinyinWriter& pinyin)
{
    const Pinyin written = pinyin.of(name);
    text += name + u'\n' + written.full + u'\n' + written.initials + u'\n';
}

/// What a filter text is made of, however it was read.
struct FilterParts {
    QString name;
    QStringList children;
    QStringList others; ///< phone, WeChat, external number, city, tags
};

QByteArray filterTextOf(const FilterParts& parts, PinyinWriter& pinyin)
{
    QString text;
    addNames(text, parts.name, pinyin);
    for (const QString& child : parts.children)
        addNames(text, child, pinyin);
    for (const QString& other : parts.others) {
        if (!other.isEmpty())
            text += other + u'\n';
    }
    return filterKey(text);
}

FilterParts partsOf(const CustomerRow& row, const QHash<QString, QString>& tags)
{
    const Customer& customer = row.customer;
    FilterParts parts{customer.name, {},
        {customer.phone, customer.wechatNick, customer.wechatId, customer.externalId,
            customer.city}};
    for (const Student& student : row.students)
        parts.children.append(student.name);
    for (const QString& tag : customer.tags)
        parts.others.append(tags.value(tag));
    return parts;
}

QHash<RecordId, QStringList> childrenByFamily(Database& database)
{
    QHash<RecordId, QStringList> children;
    Statement query =
        database.statement("SELECT root, name FROM r_student WHERE deleted = 0 AND name NOT NULL");
    while (query.step())
        children[query.id(0)].append(query.text(1));
    return children;
}

QHash<QString, QString> tagNamesById(Database& database)
{
    QHash<QString, QString> names;
    Statement query = database.statement("SELECT id, name FROM r_tag WHERE deleted = 0");
    while (query.step())
        names.insert(query.id(0).toString(), query.text(1));
    return names;
}

bool exists(Database& database, const QByteArray& sql, const RecordId& id)
{
    Statement query = database.statement(sql);
    query.bind(1, id);
    return query.step();
}

std::vector<Student> studentsOf(RecordTable& table, const RecordId& family)
{
    std::vector<Student> students;
    table.forEach(
        "WHERE root = ?1 AND deleted = 0 ORDER BY id",
        [&](Statement& query) { query.bind(1, family); },
        [&](const RecordRow& row) {
            students.push_back(fromRow<Student>(row));
            return true;
        });
    return students;
}

} // namespace

QByteArrayView CustomerIndex::text(size_t row) const
{
    const Key& key = m_keys[row];
    return QByteArrayView(m_texts).sliced(key.offset, key.length);
}

CustomerIndex::Key CustomerIndex::placed(const RecordId& id, const QByteArray& text)
{
    const Key key{id, quint32(m_texts.size()), quint32(text.size())};
    m_texts += text;
    return key;
}

void CustomerIndex::append(const RecordId& id, const QByteArray& text)
{
    m_keys.push_back(placed(id, text));
}

void CustomerIndex::insert(size_t row, const RecordId& id, const QByteArray& text)
{
    m_keys.insert(m_keys.begin() + qsizetype(row), placed(id, text));
}

void CustomerIndex::setText(size_t row, const QByteArray& text)
{
    if (this->text(row) == text)
        return;
    // The old text stays as a gap until the index is read again; edits are few.
    m_keys[row] = placed(m_keys[row].id, text);
}

void CustomerIndex::remove(size_t row)
{
    m_keys.erase(m_keys.begin() + qsizetype(row));
}

void CustomerIndex::reserve(size_t rows, qsizetype bytes)
{
    m_keys.reserve(rows);
    m_texts.reserve(bytes);
}

void CustomerIndex::reorder(const std::vector<RecordId>& ids)
{
    QHash<RecordId, size_t> places;
    places.reserve(qsizetype(ids.size()));
    for (size_t place = 0; place < ids.size(); ++place)
        places.insert(ids[place], place);
    std::vector<std::pair<size_t, Key>> placedKeys;
    placedKeys.reserve(m_keys.size());
    for (const Key& key : m_keys)
        placedKeys.emplace_back(places.value(key.id, ids.size()), key);
    std::stable_sort(placedKeys.begin(), placedKeys.end(),
        [](const auto& one, const auto& other) { return one.first < other.first; });
    std::transform(placedKeys.begin(), placedKeys.end(), m_keys.begin(),
        [](const auto& placed) { return placed.second; });
}

QHash<RecordId, QByteArray> filterTexts(Database& database, PinyinWriter& pinyin)
{
    const QHash<RecordId, QStringList> children = childrenByFamily(database);
    const QHash<QString, QString> tags = tagNamesById(database);
    QHash<RecordId, QByteArray> texts;
    Statement query = database.statement(
        "SELECT id, name, phone, \"wechatNick\", \"wechatId\", \"externalId\", city, tags "
        "FROM r_customer WHERE deleted = 0");
    while (query.step()) {
        FilterParts parts{query.text(1), children.value(query.id(0)), {}};
        for (int column = 2; column <= 6; ++column)
            parts.others.append(query.text(column));
        const FieldValue held = query.value(7, FieldKind::Set);
        if (const auto* ids = std::get_if<QStringList>(&held)) {
            for (const QString& id : *ids)
                parts.others.append(tags.value(id));
        }
        texts.insert(query.id(0), filterTextOf(parts, pinyin));
    }
    return texts;
}

CustomerIndex readCustomerIndex(Database& database, const CustomerSort& sort, PinyinWriter& pinyin)
{
    const QHash<RecordId, QByteArray> texts = filterTexts(database, pinyin);
    CustomerIndex index;
    index.reserve(size_t(texts.size()), texts.size() * usualTextBytes);
    for (const RecordId& id : sortedCustomers(database, sort, pinyin))
        index.append(id, texts.value(id));
    return index;
}

std::vector<CustomerRow> readCustomerRows(Database& database, std::span<const RecordId> ids)
{
    RecordTable customers(database, recordTypeOf<Customer>());
    RecordTable students(database, recordTypeOf<Student>());
    std::vector<CustomerRow> rows;
    rows.reserve(ids.size());
    for (const RecordId& id : ids) {
        const std::optional<RecordRow> found = customers.find(id);
        if (!found || found->deleted)
            continue;
        CustomerRow row{fromRow<Customer>(*found), studentsOf(students, id), {}, false, false};
        Statement stage = database.statement("SELECT stage FROM r_opportunity WHERE root = ?1 AND "
                                             "deleted = 0 ORDER BY id DESC LIMIT 1");
        stage.bind(1, id);
        if (stage.step())
            row.stage = Id<Stage>(stage.id(0));
        row.waiting = exists(database,
            QByteArray("SELECT 1 FROM outbox WHERE root = ?1 AND acked_seq IS NULL AND ")
                + madeByHand + " LIMIT 1",
            id);
        row.conflict = exists(database,
            "SELECT 1 FROM r_conflict WHERE root = ?1 AND resolved = 0 AND deleted = 0 LIMIT 1",
            id);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CustomerUpdate> readCustomerUpdates(
    Database& database, std::span<const RecordId> ids, PinyinWriter& pinyin)
{
    const QHash<QString, QString> tags = tagNamesById(database);
    std::vector<CustomerUpdate> updates;
    updates.reserve(ids.size());
    for (const RecordId& id : ids)
        updates.push_back({id, std::nullopt, {}});
    for (CustomerRow& row : readCustomerRows(database, ids)) {
        const auto update = std::find_if(updates.begin(), updates.end(),
            [&](const CustomerUpdate& one) { return one.id == row.customer.id; });
        update->text = filterTextOf(partsOf(row, tags), pinyin);
        update->row = std::move(row);
    }
    return updates;
}

QHash<RecordId, int> familiesByOwner(Database& database)
{
    QHash<RecordId, int> counts;
    Statement query = database.statement("SELECT owner, count(*) FROM r_customer "
                                         "WHERE deleted = 0 AND owner IS NOT NULL GROUP BY owner");
    while (query.step())
        counts.insert(query.id(0), int(query.integer(1)));
    return counts;
}

} // namespace homeroom
