// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/mirror.h"

namespace homeroom::sim {

namespace {

bool isEveryone(const QByteArray& role)
{
    return role == "operations" || role == "admin";
}

} // namespace

Database& Mirror::database()
{
    if (!m_database) {
        auto opened = Database::open({m_path, m_key, Access::ReadOnly, 4096, nullptr});
        if (!opened.ok())
            qFatal("the mirror does not open: %s", qPrintable(opened.error().detail));
        m_database = std::move(*opened);
    }
    return *m_database;
}

void Mirror::forget()
{
    m_database.reset();
    m_seq = -1;
}

void Mirror::refresh()
{
    const Result<void> read = database().read([this](Database& database) {
        Statement org = database.statement("SELECT seq, generation FROM org");
        org.step();
        const qint64 seq = org.integer(0);
        m_generation = org.integer(1);
        if (seq == m_seq)
            return;
        m_seq = seq;
        m_rows = readRowImages(database);
    });
    if (!read.ok())
        qFatal("the mirror cannot read: %s", qPrintable(read.error().detail));
}

Stamp Mirror::newest()
{
    Statement org = database().statement("SELECT generation, seq FROM org");
    return org.step() ? Stamp{org.integer(0), org.integer(1)} : Stamp();
}

const RowImage* Mirror::find(const RecordId& id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : found->second.get();
}

bool Mirror::isActive(const RecordId& user) const
{
    const RowImage* row = find(user);
    return row && !row->deleted && row->value("active") == "1";
}

bool Mirror::isOwner(const RecordId& user, const RecordId& root) const
{
    const RowImage* family = find(root);
    const RowImage* row = find(user);
    return family && row && family->kind == RecordKind::Customer
        && family->reference("owner") == user && !isEveryone(row->value("role"));
}

bool Mirror::seesFamily(const RowImage& user, const RowImage& family) const
{
    const QByteArray role = user.value("role");
    const RecordId owner = family.reference("owner");
    if (isEveryone(role) || owner == user.id)
        return true;
    const RecordId team = user.reference("team");
    if (role != "lead" || team.isNull())
        return false;
    if (owner.isNull())
        return family.reference("team") == team;
    const RowImage* keeper = find(owner);
    return keeper && !keeper->deleted && keeper->reference("team") == team;
}

bool Mirror::seesShared(const RowImage& user, const RowImage& row, const char* holder) const
{
    const RecordId team = row.reference("team");
    if (team.isNull())
        return row.reference(holder) == user.id;
    return isEveryone(user.value("role")) || user.reference("team") == team;
}

bool Mirror::seesNumbers(const RowImage& user, const RowImage& row) const
{
    const RecordId of = row.reference("user");
    const RecordId team = row.reference("team");
    if (isEveryone(user.value("role")) || of == user.id || (of.isNull() && team.isNull()))
        return true;
    if (of.isNull())
        return user.reference("team") == team;
    const RowImage* member = find(of);
    return user.value("role") == "lead" && member && !user.reference("team").isNull()
        && member->reference("team") == user.reference("team");
}

bool Mirror::seesRoot(const RowImage& user, const RowImage& root) const
{
    switch (root.kind) {
    case RecordKind::Customer:
        return seesFamily(user, root);
    case RecordKind::Task:
        return seesShared(user, root, "assignee");
    case RecordKind::SavedView:
        return seesShared(user, root, "user");
    case RecordKind::CohortDay:
        return seesNumbers(user, root);
    default:
        return true; // the catalogue
    }
}

bool Mirror::sees(const RecordId& user, const RecordId& root) const
{
    const RowImage* viewer = find(user);
    const RowImage* row = find(root);
    return viewer && row && isActive(user) && seesRoot(*viewer, *row);
}

RowImages Mirror::visibleTo(const RecordId& user) const
{
    RowImages visible;
    const RowImage* viewer = find(user);
    if (!viewer || !isActive(user))
        return visible;
    std::map<RecordId, bool> known;
    for (const auto& [id, row] : m_rows) {
        if (row->deleted)
            continue;
        const auto [at, isNew] = known.try_emplace(row->root, false);
        if (isNew) {
            const RowImage* root = find(row->root);
            at->second = root && seesRoot(*viewer, *root);
        }
        if (at->second)
            visible.emplace_hint(visible.end(), id, row);
    }
    return visible;
}

} // namespace homeroom::sim
