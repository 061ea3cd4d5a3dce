// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/synccentrequery.h"

#include "models/store/historyquery.h"
#include "models/store/outbox.h"
#include "models/store/records.h"
#include "models/store/resolution.h"
#include "models/values/recordjson.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

class Reading {
public:
    explicit Reading(Database& database) : m_database(database) { }

    CentreContent run(qint64 waitingLimit);
    qint64 countDisputes();

private:
    void forEachOpen(const std::function<void(const Conflict&, const RecordRow&)>& take);
    void readRefused();
    qint64 readWaiting(qint64 limit);
    void take(CentreItem& item, qint64 number, const QJsonObject& json);
    void readConflicts();
    void addDispute(const Conflict& conflict, const RecordRow& row);
    void addOrphan(const Conflict& conflict, const RecordRow& row);
    CentreItem newItem(
        CentreSection section, RecordKind kind, const RecordId& id, const RecordId& root);
    CentreItem& disputeOf(const Conflict& conflict, const RecordRow& row);
    DisputedField disputed(const Conflict& conflict, const CentreItem& item);

    Database& m_database;
    std::vector<CentreItem> m_items{};
    std::map<QString, size_t> m_open{}; ///< where more of the same goes
};

CentreSection sectionOf(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::Conflict:
        return CentreSection::Conflicts;
    case ConflictKind::Suggestion:
        return CentreSection::Suggestions;
    case ConflictKind::Orphan:
        break;
    }
    return CentreSection::Orphans;
}

/// The same for conflicts that are decided together.
QString lineKey(const Conflict& conflict)
{
    return u"%1/%2/%3"_s.arg(
        QString::number(int(conflict.kind)), conflict.record, conflict.author.toString());
}

CentreItem Reading::newItem(
    CentreSection section, RecordKind kind, const RecordId& id, const RecordId& root)
{
    CentreItem item;
    item.section = section;
    item.kind = kind;
    item.id = id;
    item.root = root;
    if (kind != RecordKind::None)
        item.row = RecordTable(m_database, recordType(kind)).find(id);
    if (item.row && item.row->deleted)
        item.row.reset();
    if (const std::optional<Customer> family = findRecord<Customer>(m_database, root)) {
        item.family = family->name.isEmpty() ? family->wechatNick : family->name;
        item.familyIsHere = true;
    }
    return item;
}

void Reading::take(CentreItem& item, qint64 number, const QJsonObject& json)
{
    item.numbers.push_back(number);
    Result<Mutation> mutation = mutationFromJson(json);
    if (!mutation.ok())
        return;
    if (item.at == 0)
        item.at = mutation->at;
    item.edits.push_back(std::move(*mutation));
}

// A group was refused as a whole and is one line.
void Reading::readRefused()
{
    qint64 group = -1;
    Statement query = m_database.statement("SELECT n, grp, type, id, root, mutation, outcome "
                                           "FROM outbox WHERE state = 'attention' ORDER BY n");
    while (query.step()) {
        if (m_items.empty() || query.integer(1) != group) {
            group = query.integer(1);
            const RecordType* type = recordTypeByName(query.text(2));
            CentreItem item = newItem(CentreSection::Refused, type ? type->kind : RecordKind::None,
                query.id(3), query.id(4));
            const QJsonObject outcome = query.object(6);
            item.reason = {errorCodeFromName(outcome.value("code"_L1).toString()),
                outcome.value("message"_L1).toString(), outcome.value("field"_L1).toString(), {}};
            if (type && item.reason.code == ErrorCode::Changed && !item.reason.field.isEmpty()) {
                const auto change = lastChangeOf(
                    m_database, item.root, recordKey(type->kind, item.id), item.reason.field);
                item.reason.person = change ? shownName(m_database, change->author) : QString();
            }
            m_items.push_back(std::move(item));
        }
        take(m_items.back(), query.integer(0), query.object(5));
    }
}

qint64 Reading::readWaiting(qint64 limit)
{
    Statement records =
        m_database.statement(QByteArray("SELECT min(n), type, id, root, max(state = 'sent') "
                                        "FROM outbox WHERE state IN ('queued', 'sent') AND ")
            + madeByHand + " GROUP BY type, id ORDER BY 1");
    qint64 count = 0;
    while (records.step()) {
        if (++count > limit)
            continue;
        const RecordType* type = recordTypeByName(records.text(1));
        CentreItem item = newItem(CentreSection::Waiting, type ? type->kind : RecordKind::None,
            records.id(2), records.id(3));
        item.sent = records.integer(4) != 0;
        Statement edits =
            m_database.statement("SELECT n, mutation FROM outbox WHERE type = ?1 AND id = ?2 "
                                 "AND +state IN ('queued', 'sent') ORDER BY n");
        edits.bind(1, records.text(1)).bind(2, item.id);
        while (edits.step())
            take(item, edits.integer(0), edits.object(1));
        m_items.push_back(std::move(item));
    }
    return count;
}

void Reading::forEachOpen(const std::function<void(const Conflict&, const RecordRow&)>& take)
{
    RecordTable(m_database, recordType(RecordKind::Conflict))
        .forEach("WHERE deleted = 0 AND resolved = 0 ORDER BY \"at\", id", {},
            [&](const RecordRow& row) {
                const Conflict conflict = fromRow<Conflict>(row);
                if (maySettle(m_database, conflict))
                    take(conflict, row);
                return true;
            });
}

void Reading::readConflicts()
{
    forEachOpen([this](const Conflict& conflict, const RecordRow& row) {
        if (conflict.kind == ConflictKind::Orphan)
            addOrphan(conflict, row);
        else
            addDispute(conflict, row);
    });
}

// As readConflicts puts them into lines, without reading what they are about.
qint64 Reading::countDisputes()
{
    qint64 lines = 0;
    std::map<QString, QSet<int>> open;
    forEachOpen([&](const Conflict& conflict, const RecordRow&) {
        const RecordKind kind = recordOfKey(conflict.record).first;
        if (kind == RecordKind::None)
            return;
        if (conflict.kind == ConflictKind::Orphan) {
            ++lines;
            return;
        }
        const int field = recordType(kind).indexOf(conflict.fieldName);
        if (field < 0)
            return;
        QSet<int>& fields = open[lineKey(conflict)];
        if (fields.isEmpty() || fields.contains(field)) {
            ++lines;
            fields.clear();
        }
        fields.insert(field);
    });
    return lines;
}

// Fields of one record by one author are decided together, unless one field stands there twice.
CentreItem& Reading::disputeOf(const Conflict& conflict, const RecordRow& row)
{
    const auto [kind, id] = recordOfKey(conflict.record);
    const QString key = lineKey(conflict);
    const auto known = m_open.find(key);
    if (known != m_open.end()) {
        CentreItem& item = m_items[known->second];
        const int field = recordType(kind).indexOf(conflict.fieldName);
        const bool twice = std::ranges::any_of(
            item.fields, [&](const DisputedField& other) { return other.field == field; });
        if (!twice)
            return item;
    }
    m_open[key] = m_items.size();
    CentreItem& item = m_items.emplace_back(newItem(sectionOf(conflict.kind), kind, id, row.root));
    item.author = conflict.author;
    item.at = conflict.at;
    return item;
}

void Reading::addDispute(const Conflict& conflict, const RecordRow& row)
{
    const auto [kind, id] = recordOfKey(conflict.record);
    // A newer server may tell of fields that this program does not know.
    if (kind == RecordKind::None || recordType(kind).indexOf(conflict.fieldName) < 0)
        return;
    CentreItem& item = disputeOf(conflict, row);
    item.fields.push_back(disputed(conflict, item));
}

DisputedField Reading::disputed(const Conflict& conflict, const CentreItem& item)
{
    DisputedField field;
    field.conflict = conflict.id;
    field.field = recordType(item.kind).indexOf(conflict.fieldName);
    field.mine = quotedValue(conflict, u"mine"_s);
    field.theirs = item.row ? item.row->value(field.field) : quotedValue(conflict, u"theirs"_s);
    // Members of a set are shown as the set that comes of them.
    if (const Operation operation = quotedOperation(conflict); operation != Operation::Set) {
        RecordRow meant = emptyRow(item.kind, item.id);
        meant.values[size_t(field.field)] = field.theirs;
        Mutation wish{.operation = operation, .kind = item.kind, .id = item.id};
        wish.changes.emplace_back(field.field, std::move(field.mine));
        applyMutation(meant, wish);
        field.mine = meant.value(field.field);
    }
    if (conflict.values.contains("before"_L1))
        field.before = quotedValue(conflict, u"before"_s);
    const auto change = lastChangeOf(m_database, item.root, conflict.record, conflict.fieldName);
    if (change) {
        field.theirAuthor = change->author;
        field.theirAt = change->at;
    }
    return field;
}

void Reading::addOrphan(const Conflict& conflict, const RecordRow& row)
{
    const auto [kind, id] = recordOfKey(conflict.record);
    if (kind == RecordKind::None)
        return;
    CentreItem item = newItem(CentreSection::Orphans, kind, id, row.root);
    item.author = conflict.author;
    item.at = conflict.at;
    item.orphan = conflict.id;
    Mutation edit;
    edit.kind = kind;
    edit.id = id;
    edit.root = row.root;
    const QJsonObject words = conflict.values.value("mine"_L1).toObject();
    for (auto it = words.begin(); it != words.end(); ++it) {
        const int field = recordType(kind).indexOf(it.key());
        if (field < 0)
            continue;
        Result<FieldValue> value =
            fieldFromJson(recordType(kind).fields[size_t(field)], it.value());
        if (value.ok())
            edit.changes.emplace_back(field, std::move(*value));
    }
    item.edits.push_back(std::move(edit));
    m_items.push_back(std::move(item));
}

CentreContent Reading::run(qint64 waitingLimit)
{
    readRefused();
    readConflicts();
    const qint64 waiting = readWaiting(waitingLimit);
    std::ranges::stable_sort(m_items, {}, &CentreItem::section);
    return {std::move(m_items), waiting};
}

} // namespace

QString CentreItem::key() const
{
    const RecordId first = fields.empty() ? orphan : fields.front().conflict;
    const qint64 number = section == CentreSection::Refused && !numbers.empty() ? numbers[0] : 0;
    return u"%1/%2/%3/%4"_s.arg(QString::number(int(section)), id.toString(), first.toString())
        .arg(number);
}

CentreContent readSyncCentre(Database& database, qint64 waitingLimit)
{
    return Reading(database).run(waitingLimit);
}

qint64 countToDecide(Database& database)
{
    return Reading(database).countDisputes();
}

} // namespace homeroom
