// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitetransaction.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// What an audit row's hash covers: the hash before it and every column.
QByteArray auditHash(const QByteArray& before, const AuditEntry& entry, const QString& detail)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    const QString text = QStringList{QString::number(entry.at), entry.user.toString(),
        entry.device.toString(), entry.action, entry.subject, detail}
                             .join(u'\n');
    hash.addData(text.toUtf8());
    return hash.result();
}

} // namespace

void SqliteTransaction::appendAudit(const AuditEntry& entry)
{
    const QString detail =
        QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact));
    Statement insert =
        m_database.statement("INSERT INTO audit (at, user, device, action, subject, detail, hash) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, entry.at).bind(2, entry.user).bind(3, entry.device).bind(4, entry.action);
    const QByteArray hash = auditHash(auditEnd(), entry, detail);
    insert.bind(5, entry.subject).bind(6, detail).bind(7, hash).execute();
    m_auditEnd = hash;
    m_auditGrew = true;
}

void SqliteTransaction::closeAudit()
{
    if (!m_auditGrew)
        return;
    Statement end = m_database.statement(
        "UPDATE audit_end SET entries = (SELECT max(number) FROM audit), head = ?1");
    end.bind(1, auditEnd()).execute();
}

QByteArray SqliteTransaction::auditEnd()
{
    if (m_auditEnd)
        return *m_auditEnd;
    Statement last = m_database.statement("SELECT hash FROM audit ORDER BY number DESC LIMIT 1");
    return last.step() ? last.blob(0) : QByteArray();
}

QStringList SqliteTransaction::problems()
{
    QStringList problems;
    Statement check = m_database.statement("PRAGMA integrity_check");
    while (check.step()) {
        if (const QString line = check.text(0); line != u"ok"_s)
            problems.append(line);
    }
    if (const AuditChain chain = auditChain(); chain.firstBad != 0)
        problems.append(u"the audit chain is broken at entry %1"_s.arg(chain.firstBad));
    appendOrphanProblems(problems);
    return problems;
}

AuditChain SqliteTransaction::auditChain()
{
    Statement rows = m_database.statement("SELECT at, user, device, action, subject, detail, hash, "
                                          "number FROM audit ORDER BY number");
    AuditChain chain;
    while (rows.step()) {
        const AuditEntry entry{
            rows.integer(0), rows.id(1), rows.id(2), rows.text(3), rows.text(4), {}};
        // Bytes that are no id read as none, which is what the hash of no id covers.
        const bool readable =
            rows.isNull(1) == entry.user.isNull() && rows.isNull(2) == entry.device.isNull();
        const bool inOrder = rows.integer(7) == chain.entries + 1;
        if (!readable || !inOrder || rows.blob(6) != auditHash(chain.head, entry, rows.text(5))) {
            chain.firstBad = rows.integer(7);
            return chain;
        }
        chain.head = rows.blob(6);
        ++chain.entries;
    }
    Statement end = m_database.statement("SELECT entries, head FROM audit_end");
    if (!end.step() || end.integer(0) != chain.entries || end.blob(1) != chain.head)
        chain.firstBad = chain.entries + 1;
    return chain;
}

void SqliteTransaction::appendOrphanProblems(QStringList& problems)
{
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        const QByteArray table = "r_" + QByteArray(type.name.data(), type.name.size());
        Statement parentless = m_database.statement("SELECT count(*) FROM "
            + table
            // Those of a merged family end, and grow old, while its row waits for an unmerge.
            + " AS child WHERE NOT EXISTS (SELECT 1 FROM root_scope WHERE root = child.root) "
              "AND child.root NOT IN (SELECT loser FROM redirect)");
        if (parentless.step() && parentless.integer(0) > 0)
            problems.append(
                u"%1 rows of %2 are in no scope"_s.arg(parentless.integer(0)).arg(type.name));
        if (type.root != RootRule::Customer)
            continue;
        Statement orphans = m_database.statement("SELECT count(*) FROM " + table
            + " AS child JOIN r_customer ON r_customer.id = child.root "
              "WHERE child.deleted = 0 AND r_customer.deleted = 1");
        // What the server told of a deleted family stays with it.
        const bool toldAfterwards =
            kind == RecordKind::Conflict || kind == RecordKind::HistoryEntry;
        if (!toldAfterwards && orphans.step() && orphans.integer(0) > 0)
            problems.append(
                u"%1 rows of %2 outlive their family"_s.arg(orphans.integer(0)).arg(type.name));
    }
}

} // namespace homeroom
