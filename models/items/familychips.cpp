// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/familychips.h"

namespace homeroom {

namespace {

constexpr int everyMinuteMs = 60'000;
constexpr qsizetype mostSingleFamilies = 500; // more of them cost more than reading all again

} // namespace

std::optional<QSet<RecordId>> bothOf(
    std::optional<QSet<RecordId>> one, const std::optional<QSet<RecordId>>& other)
{
    if (one && other)
        one->intersect(*other);
    return one ? one : other;
}

FamilyChips::FamilyChips(
    Workspace& workspace, const Clock& clock, const QTimeZone& zone, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_clock(clock), m_zone(zone)
{
    m_minute.setInterval(everyMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, &FamilyChips::reload);
    connect(&workspace.store(), &RecordStore::changed, this, &FamilyChips::follow);
}

void FamilyChips::start()
{
    if (std::exchange(m_started, true))
        return;
    m_minute.start();
    reload();
}

QSet<RecordId> FamilyChips::families(ChipMask mask) const
{
    QSet<RecordId> found;
    for (auto each = m_masks.cbegin(); each != m_masks.cend(); ++each) {
        if ((each.value() & mask) == mask)
            found.insert(each.key());
    }
    return found;
}

void FamilyChips::reload()
{
    m_reloadWanted = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_touched.clear();
    m_workspace
        .query([moment = moment()](Database& database) { return chipMasks(database, moment); })
        .then(this, [this](const Result<ChipMasks>& masks) {
            m_reading = false;
            if (masks.ok()) {
                m_masks = *masks;
                m_counts = {};
                for (const ChipMask mask : std::as_const(m_masks))
                    countIn(mask, 1);
                m_ready = true;
                Q_EMIT changed();
            }
            refresh();
        });
}

void FamilyChips::follow(const ChangeSet& changes)
{
    if (!m_started)
        return;
    // Lessons and cohorts concern every family in them.
    m_reloadWanted = m_reloadWanted || changes.touches(RecordKind::Lesson)
        || changes.touches(RecordKind::Cohort);
    for (const RecordId& family : changes.families())
        m_touched.insert(family);
    refresh();
}

void FamilyChips::refresh()
{
    if (m_reading)
        return;
    if (m_reloadWanted || m_touched.size() > mostSingleFamilies)
        return reload();
    if (m_touched.isEmpty())
        return;
    m_reading = true;
    const std::vector<RecordId> families(m_touched.cbegin(), m_touched.cend());
    m_touched.clear();
    m_workspace
        .query([families, moment = moment()](
                   Database& database) { return chipMasksOf(database, moment, families); })
        .then(this, [this, families](const Result<ChipMasks>& masks) {
            m_reading = false;
            if (masks.ok())
                take(families, *masks);
            refresh();
        });
}

void FamilyChips::take(const std::vector<RecordId>& families, const ChipMasks& masks)
{
    bool different = false;
    for (const RecordId& family : families) {
        const ChipMask before = m_masks.value(family);
        const ChipMask now = masks.value(family);
        if (before == now)
            continue;
        different = true;
        countIn(before, -1);
        countIn(now, 1);
        if (now == 0)
            m_masks.remove(family);
        else
            m_masks.insert(family, now);
    }
    if (different)
        Q_EMIT changed();
}

void FamilyChips::countIn(ChipMask mask, int by)
{
    for (int chip = 0; chip < familyChipCount; ++chip) {
        if (mask & maskOf(FamilyChip(chip)))
            m_counts[size_t(chip)] += by;
    }
}

} // namespace homeroom
