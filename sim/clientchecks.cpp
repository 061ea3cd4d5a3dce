// SPDX-License-Identifier: GPL-3.0-or-later
// What the oracle asks of a client's files.
#include "sim/fieldtable.h"
#include "sim/oracle.h"
#include "sim/wirewords.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstGeneration = 1;

/// Records with edits on their way, and roots that left while edits were.
struct Pending {
    std::set<RecordId> records{};
    std::set<RecordId> evicted{};
    QByteArray words{}; ///< content of what is on its way
    std::map<RecordId, QByteArray> refused{}; ///< content by root
};

Pending pendingOf(Database& database)
{
    Pending pending;
    Statement entries = database.statement(
        "SELECT id, mutation FROM outbox WHERE state IN ('queued', 'sent', 'acked')");
    while (entries.step()) {
        pending.records.insert(entries.id(0));
        pending.words += entries.blob(1);
    }
    Statement refused =
        database.statement("SELECT root, mutation FROM outbox WHERE state = 'attention'");
    while (refused.step())
        pending.refused[refused.id(0)] += refused.blob(1);
    Statement evicted = database.statement("SELECT root FROM evicted_root");
    while (evicted.step())
        pending.evicted.insert(evicted.id(0));
    return pending;
}

QString nameOf(const RowImage& row)
{
    return u"%1 %2"_s.arg(QString(recordType(row.kind).name), row.id.toString());
}

/// The JSON of a column as the wire would have it; only texts are compared.
bool holdsText(const RowImage& row, int index, const QJsonValue& value)
{
    const FieldKind kind = recordType(row.kind).fields[size_t(index)].kind;
    const bool isText = kind == FieldKind::Text || kind == FieldKind::LongText
        || kind == FieldKind::Phone || kind == FieldKind::Word;
    return !isText || !value.isString()
        || QString::fromUtf8(row.values[size_t(index)]) == value.toString();
}

std::optional<RowImage> rowOf(Database& database, const RecordType& type, const RecordId& id)
{
    QByteArray sql = "SELECT id, root, generation, seq, deleted, extra";
    for (const FieldDescription& field : type.fields)
        sql += ", \"" + QByteArray(field.name.data(), field.name.size()) + '"';
    Statement query = database.statement(
        sql + " FROM r_" + QByteArray(type.name.data(), type.name.size()) + " WHERE id = ?1");
    query.bind(1, id);
    if (!query.step())
        return std::nullopt;
    RowImage row{type.kind, query.id(0), query.id(1), {query.integer(2), query.integer(3)},
        query.integer(4) != 0, {}, {}};
    for (int i = 0; i < int(type.fields.size()); ++i)
        row.values.push_back(query.isNull(6 + i) ? QByteArray() : query.blob(6 + i));
    return row;
}

Stamp baseOf(Database& database)
{
    Statement query = database.statement("SELECT value FROM client_state WHERE key = 'sync.base'");
    const QStringList parts = query.step() ? query.text(0).split(u':') : QStringList();
    return parts.size() == 2 ? Stamp{parts[0].toLongLong(), parts[1].toLongLong()} : Stamp();
}

/// What a person typed into a family that they had in the time a restored server lost stays as a
/// draft, or where it was refused as a quotation in «needs attention», but nowhere else
/// (docs/sync.md, restored databases).
std::set<int> keptAfterRestore(const std::vector<QByteArray>& rows)
{
    QByteArray typed;
    QByteArray rest;
    for (const QByteArray& row : rows) {
        const bool own = row.startsWith("client_state: draft.")
            || (row.startsWith("outbox: ") && row.contains("|attention|"));
        (own ? typed : rest) += row;
    }
    std::set<int> kept = familiesIn(typed);
    for (const int family : familiesIn(rest))
        kept.erase(family);
    return kept;
}

} // namespace

void Oracle::checkAfterSession(SimClient& client, const QString& cursor)
{
    const auto expected = m_expected.find(cursor);
    if (expected == m_expected.end())
        return;
    const RecordId user = client.session().account().viewer.user;
    compareRows(client, user, expected->second);
}

void Oracle::compareRows(SimClient& client, const RecordId& user, const RowImages& expected)
{
    const SimDisk::Quiet quiet(client.disk());
    ++m_checks;
    const Result<void> read = client.reader().read([&](Database& database) {
        const RowImages here = readRowImages(database);
        const Pending pending = pendingOf(database);
        checkParents(client, here);
        for (const auto& [id, row] : here) {
            if (row->deleted || pending.records.contains(id))
                continue;
            const auto there = expected.find(id);
            if (there == expected.end())
                return fail(u"I1"_s,
                    u"%1 holds %2 of stamp %3, which is not visible"_s
                        .arg(client.person().profile, nameOf(*row))
                        .arg(row->stamp.seq));
            const auto root = expected.find(row->root);
            // What is about a family that is gone or never came to be has no owner to ask for.
            const bool quotes =
                row->kind == RecordKind::Conflict || row->kind == RecordKind::HistoryEntry;
            const bool masked = root == expected.end() ? quotes
                : root->second->kind != RecordKind::Customer
                ? root->second->kind == RecordKind::Conflict
                : root->second->reference("owner") != user;
            checkRow(client, *row, *there->second, masked);
        }
        for (const auto& [id, row] : expected) {
            if (here.contains(id) || pending.records.contains(id))
                continue;
            return fail(u"I1"_s,
                u"%1 lacks %2 of stamp %3"_s.arg(client.person().profile, nameOf(*row))
                    .arg(row->stamp.seq));
        }
    });
    if (!read.ok())
        fail(u"I17"_s, u"a profile cannot be read: "_s + read.error().detail);
}

void Oracle::checkRow(
    const SimClient& client, const RowImage& here, const RowImage& there, bool masked)
{
    const QString where = client.person().profile + u": "_s + nameOf(there);
    if (here.stamp != there.stamp || here.root != there.root)
        return fail(u"I12"_s,
            u"%1 has stamp %2.%3, not %4.%5"_s.arg(where)
                .arg(here.stamp.generation)
                .arg(here.stamp.seq)
                .arg(there.stamp.generation)
                .arg(there.stamp.seq));
    if (QJsonDocument::fromJson(here.extra) != QJsonDocument::fromJson(there.extra))
        return fail(u"I15"_s,
            u"%1 has the unknown fields «%2», not «%3»"_s.arg(
                where, QString::fromUtf8(here.extra), QString::fromUtf8(there.extra)));
    const RecordType& type = recordType(there.kind);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        // Conflicts repeat values that may be masked; their marks are looked at in the page.
        if (masked && there.kind == RecordKind::Conflict
            && QLatin1StringView(type.fields[i].name) == "values"_L1)
            continue;
        // So does what history quotes of a change; who changed which record when is the same.
        if (masked && there.kind == RecordKind::HistoryEntry
            && QLatin1StringView(type.fields[i].name) == "changes"_L1)
            continue;
        const FieldRule* rule = findFieldRule(type.name, type.fields[i].name);
        if (masked && rule && rule->reader == FieldReader::Owner) {
            const bool open = !there.values[i].isEmpty() && here.values[i] == there.values[i]
                && there.values[i].size() > 1;
            if (open)
                fail(u"I5"_s, where + u" shows its "_s + QString(type.fields[i].name));
            continue;
        }
        if (here.values[i] != there.values[i])
            fail(u"I12"_s,
                u"%1: %2 is «%3», not «%4»"_s.arg(where, QString(type.fields[i].name),
                    QString::fromUtf8(here.values[i]), QString::fromUtf8(there.values[i])));
    }
}

void Oracle::checkParents(const SimClient& client, const RowImages& rows)
{
    for (const auto& [id, row] : rows) {
        if (!row->deleted && !rows.contains(row->root))
            fail(u"I11"_s,
                u"%1 holds %2 without its root"_s.arg(client.person().profile, nameOf(*row)));
    }
}

// I8: what a person typed stays on the screen until the server's word about it has come.
void Oracle::checkVisibleEdits(SimClient& client)
{
    for (LocalEdit& edit : m_edits[client.number()]) {
        if (!edit.isVisibleDue)
            continue;
        ++m_checks;
        if (!isDrawn(client, edit) && edit.isVisibleDue)
            fail(u"I8"_s,
                u"%1 no longer shows %2 (acknowledged at %3.%4)"_s
                    .arg(client.person().profile, jsonText(edit.mutation))
                    .arg(edit.acked.generation)
                    .arg(edit.acked.seq));
    }
}

bool Oracle::isDrawn(SimClient& client, LocalEdit& edit)
{
    const SimDisk::Quiet quiet(client.disk());
    const RecordType* type = recordTypeByName(edit.mutation.value("type"_L1).toString());
    const QString operation = edit.mutation.value("op"_L1).toString();
    const auto id = RecordId::fromString(edit.mutation.value("id"_L1).toString());
    const auto root = RecordId::fromString(edit.mutation.value("root"_L1).toString());
    if (!type || !id || !root || operation == "add"_L1 || operation == "remove"_L1) {
        edit.isVisibleDue = false;
        return true;
    }
    bool drawn = true;
    const Result<void> read = client.reader().read([&](Database& database) {
        const auto row = rowOf(database, *type, *id);
        const bool isEchoed = !edit.acked.isZero()
            && (baseOf(database) >= edit.acked || (row && row->stamp >= edit.acked));
        const RecordKind rootKind =
            type->root == RootRule::Customer ? RecordKind::Customer : type->kind;
        // Gone with its family; one that the server has not heard of cannot have gone.
        const bool isOwnCreate = *root == *id && operation == "create"_L1 && edit.acked.isZero();
        const bool rootGone = !isOwnCreate && !rowOf(database, recordType(rootKind), *root);
        Statement evicted = database.statement("SELECT 1 FROM evicted_root WHERE root = ?1");
        evicted.bind(1, *root);
        // Who edits what somebody else has deleted is heard as an orphan, and sees it gone.
        const bool deleted = row && row->deleted && operation != "delete"_L1;
        if (isEchoed || rootGone || deleted || evicted.step()) {
            edit.isVisibleDue = false;
            return;
        }
        if (operation == "delete"_L1) {
            drawn = !row || row->deleted;
            return;
        }
        // Between two pages: it left this family, and the one that it is in now is still to come.
        if (!row && isElsewhere(*id, *root))
            return;
        drawn = row && !row->deleted;
        for (auto value = edit.fields.begin(); drawn && value != edit.fields.end(); ++value) {
            const int index = type->indexOf(value.key());
            // Once it is the server's, whoever reads a contact masked sees it masked: also where
            // the owner had written the same, so that the answer's stamp is in no row.
            const FieldRule* rule = findFieldRule(type->name, value.key());
            const bool masked = !edit.acked.isZero() && rule && rule->reader == FieldReader::Owner
                && index >= 0 && row->values[size_t(index)].contains('*');
            drawn = index < 0 || masked || holdsText(*row, index, value.value());
        }
    });
    return !read.ok() || drawn;
}

bool Oracle::isElsewhere(const RecordId& id, const RecordId& root)
{
    m_mirror.refresh();
    const RowImage* row = m_mirror.find(id);
    return row && !row->deleted && row->root != root;
}

void Oracle::checkStarted(SimClient& client)
{
    const SimDisk::Quiet quiet(client.disk());
    ++m_checks;
    const Result<QStringList> problems = client.reader().integrityProblems();
    if (!problems.ok() || !problems->isEmpty())
        fail(u"I17"_s,
            u"a profile is damaged after a kill: "_s
                + (problems.ok() ? problems->join(u"; "_s) : problems.error().detail));
}

void Oracle::checkSignIn(SimClient& client)
{
    if (!client.wantsPassword() || m_signInAllowed.contains(client.person().name))
        return;
    fail(u"I13"_s,
        u"%1 is asked for the password, though nothing ended the session"_s.arg(
            client.person().profile));
}

// I6: nothing of a family that is gone, wherever it could have been kept.
void Oracle::checkLeftovers(SimClient& client, const RecordId& user)
{
    const SimDisk::Quiet quiet(client.disk());
    ++m_checks;
    const Result<void> read = client.reader().read([&](Database& database) {
        const Pending pending = pendingOf(database);
        std::set<int> waiting = familiesIn(pending.words);
        const std::vector<QByteArray> rows = dumpedRows(database);
        // A family that the server never took in is its author's alone.
        for (const auto& [root, words] : pending.refused) {
            if (!m_mirror.find(root))
                waiting.merge(familiesIn(words));
        }
        if (m_mirror.generation() > firstGeneration)
            waiting.merge(keptAfterRestore(rows));
        const QByteArray dump = dumpOf(database);
        for (const int family : familiesIn(dump)) {
            // What a restored server lost is nobody else's, and a draft about it stays with whoever
            // began it.
            const bool isLost = std::ranges::none_of(
                m_families[family], [&](const RecordId& root) { return m_mirror.find(root); });
            if (!isLost && !mayHold(user, family) && !waiting.contains(family))
                fail(u"I6"_s,
                    u"%1 still holds words of family %2: %3"_s.arg(client.person().profile)
                        .arg(family)
                        .arg(aroundMark(dump, family)));
        }
    });
    if (!read.ok())
        fail(u"I17"_s, u"a profile cannot be read: "_s + read.error().detail);
}

} // namespace homeroom::sim
