// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/livefamilysearch.h"

namespace homeroom {

namespace {

constexpr qsizetype mostSingleFamilies = 50; // more of them are read together with all others

} // namespace

LiveFamilySearch::LiveFamilySearch(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&workspace.store(), &RecordStore::changed, this, &LiveFamilySearch::follow);
}

void LiveFamilySearch::start()
{
    if (!std::exchange(m_started, true))
        reload();
}

std::vector<FamilyHit> LiveFamilySearch::find(const QString& typed, size_t most) const
{
    return m_search.find(typed, most);
}

void LiveFamilySearch::setRecent(const std::vector<RecordId>& families)
{
    m_recent = families;
    m_search.setRecent(families);
}

void LiveFamilySearch::reload()
{
    m_busy = true;
    m_touched.clear();
    m_gone.clear();
    using Read = std::shared_ptr<FamilySearch>;
    m_workspace
        .query([reading = m_reading](Database& database) {
            return std::make_shared<FamilySearch>(FamilySearch::read(database, reading->pinyin()));
        })
        .then(this, [this](const Result<Read>& read) {
            m_busy = false;
            if (read.ok())
                take(std::move(**read));
            refresh();
        });
}

void LiveFamilySearch::take(FamilySearch search)
{
    m_search = std::move(search);
    for (const RecordId& family : std::as_const(m_gone))
        m_search.remove(family);
    m_search.setRecent(m_recent);
    m_ready = true;
    Q_EMIT changed();
}

void LiveFamilySearch::follow(const ChangeSet& changes)
{
    if (!m_started)
        return;
    const size_t before = m_search.size();
    for (const ChangedRecord& record : changes.records) {
        if (record.kind != RecordKind::Customer || !record.removed)
            continue;
        // At once: nobody finds a family that is no longer theirs while the rest is read.
        m_search.remove(record.id);
        m_gone.insert(record.id);
    }
    if (m_search.size() != before)
        Q_EMIT changed();
    for (const RecordId& family : changes.families())
        m_touched.insert(family);
    refresh();
}

void LiveFamilySearch::refresh()
{
    if (m_busy || m_touched.isEmpty())
        return;
    if (m_touched.size() > mostSingleFamilies)
        return reload();
    m_busy = true;
    const std::vector<RecordId> families(m_touched.cbegin(), m_touched.cend());
    m_touched.clear();
    m_gone.clear();
    using Read = std::vector<FamilyTexts>;
    m_workspace
        .query([families, reading = m_reading](Database& database) {
            return readFamilyTexts(database, reading->pinyin(), families);
        })
        .then(this, [this, families](const Result<Read>& texts) {
            m_busy = false;
            if (texts.ok())
                take(families, *texts);
            refresh();
        });
}

void LiveFamilySearch::take(
    const std::vector<RecordId>& families, const std::vector<FamilyTexts>& texts)
{
    for (const RecordId& family : families)
        m_search.remove(family);
    for (const FamilyTexts& one : texts) {
        if (!m_gone.contains(one.id))
            m_search.put(one);
    }
    Q_EMIT changed();
}

} // namespace homeroom
