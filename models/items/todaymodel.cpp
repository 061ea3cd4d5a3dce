// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/todaymodel.h"

namespace homeroom {

namespace {

constexpr int mostFiltered = 200; // families that a chip leaves; the count says how many there are

} // namespace

TodayModel::TodayModel(
    Workspace& workspace, FamilyChips& chips, const Viewer& viewer, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_chips(chips), m_viewer(viewer)
{
    // Once for all commits of one turn of the event loop.
    m_reloading.setSingleShot(true);
    m_reloading.setInterval(0);
    connect(&m_reloading, &QTimer::timeout, this, &TodayModel::reload);
}

void TodayModel::start()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_chips, &FamilyChips::changed, &m_reloading, qOverload<>(&QTimer::start));
    connect(&m_workspace.store(), &RecordStore::changed, this, &TodayModel::follow);
    m_chips.start();
    if (m_chips.isReady())
        reload();
}

void TodayModel::setFamilies(const std::optional<QSet<RecordId>>& families, const QString& name)
{
    m_only = families;
    m_filterName = name;
    if (m_started)
        m_reloading.start();
}

void TodayModel::follow(const ChangeSet& changes)
{
    // Whatever else changes a line changes its chips, which tell of it themselves.
    if (changes.touches(RecordKind::Task) || changes.touches(RecordKind::Customer)
        || changes.touches(RecordKind::Student))
        m_reloading.start();
}

void TodayModel::reload()
{
    if (!m_chips.isReady())
        return;
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    const auto read = [masks = m_chips.masks(), moment = m_chips.moment(), only = m_only,
                          viewer = m_viewer](Database& database) {
        return TodayModel::read(database, masks, moment, viewer, only);
    };
    m_workspace.query(read).then(this, [this](Result<Content> content) {
        m_reading = false;
        // Rows that were read before the filter changed would be a wrong answer for a moment.
        if (content.ok() && !m_again)
            take(std::move(*content));
        if (m_again)
            reload();
    });
}

// A family with a task of today stands there once, as its task: what else it wants is told there.
TodayModel::Content TodayModel::read(Database& database, const ChipMasks& masks,
    const ChipMoment& moment, const Viewer& viewer, const std::optional<QSet<RecordId>>& only)
{
    Content content{{}, {}, {}, moment};
    // What a rule asks of a family's own tutor is one of the family's reasons.
    content.tasks = readTasks(database, viewer, {.until = moment.dayStart(1), .ofRules = false});
    if (only)
        std::erase_if(content.tasks,
            [&](const TaskLine& line) { return !only->contains(line.task.customer); });
    ChipMasks left = only ? ChipMasks() : masks;
    if (only) {
        for (const RecordId& family : *only)
            left.insert(family, masks.value(family));
    }
    ChipMasks tasked;
    for (const TaskLine& line : content.tasks) {
        const RecordId family = line.task.customer;
        if (left.contains(family))
            tasked.insert(family, left.take(family));
    }
    content.brief = readToday(
        database, left, moment, {only ? mostFiltered : familiesOfToday, only.has_value()});
    const TodayBrief behind = readToday(database, tasked, moment, {int(tasked.size()), true});
    for (const TodayFamily& family : behind.families)
        content.behind.insert(family.customer, family);
    return content;
}

TodaySection TodayModel::sectionOf(const TaskLine& line, const ChipMoment& moment) const
{
    const std::optional<Milliseconds> at = wantedAt(line.task);
    if (!at)
        return TodaySection::NoTime;
    return *at < moment.now ? TodaySection::Overdue : TodaySection::DueToday;
}

void TodayModel::take(Content content)
{
    beginResetModel();
    m_tasks = std::move(content.tasks);
    m_brief = std::move(content.brief);
    m_behind = std::move(content.behind);
    m_rows.clear();
    std::array<std::vector<int>, todaySectionCount> items;
    for (size_t i = 0; i < m_tasks.size(); ++i)
        items[size_t(sectionOf(m_tasks[i], content.moment))].push_back(int(i));
    for (size_t i = 0; i < m_brief.families.size(); ++i)
        items[size_t(TodaySection::Families)].push_back(int(i));
    for (int section = 0; section < todaySectionCount; ++section)
        addSection(TodaySection(section), items[size_t(section)]);
    m_loaded = true;
    endResetModel();
}

void TodayModel::addSection(TodaySection section, const std::vector<int>& items)
{
    m_counts[size_t(section)] = int(items.size());
    if (!items.empty())
        m_rows.push_back({section, -1});
    for (const int item : items)
        m_rows.push_back({section, item});
}

const TaskLine* TodayModel::task(int row) const
{
    if (row < 0 || row >= rowCount() || isHeading(row) || section(row) == TodaySection::Families)
        return nullptr;
    return &m_tasks[size_t(m_rows[size_t(row)].item)];
}

const TodayFamily* TodayModel::family(int row) const
{
    if (row < 0 || row >= rowCount() || isHeading(row) || section(row) != TodaySection::Families)
        return nullptr;
    return &m_brief.families[size_t(m_rows[size_t(row)].item)];
}

const TodayFamily* TodayModel::behind(int row) const
{
    const TaskLine* line = task(row);
    const auto found = m_behind.constFind(line ? RecordId(line->task.customer) : RecordId());
    return found == m_behind.constEnd() ? nullptr : &*found;
}

RecordId TodayModel::customer(int row) const
{
    if (const TodayFamily* one = family(row))
        return one->customer;
    const TaskLine* line = task(row);
    return line && !line->isFamilyGone ? RecordId(line->task.customer) : RecordId();
}

std::vector<RecordId> TodayModel::customers() const
{
    std::vector<RecordId> all;
    QSet<RecordId> seen;
    for (int row = 0; row < rowCount(); ++row) {
        const RecordId one = customer(row);
        if (one.isNull() || seen.contains(one))
            continue;
        seen.insert(one);
        all.push_back(one);
    }
    return all;
}

RecordId TodayModel::key(int row) const
{
    if (const TaskLine* line = task(row))
        return line->task.id;
    const TodayFamily* one = family(row);
    return one ? one->customer : RecordId();
}

int TodayModel::rowOf(const RecordId& wanted) const
{
    for (int row = 0; row < rowCount() && !wanted.isNull(); ++row) {
        if (key(row) == wanted)
            return row;
    }
    return -1;
}

int TodayModel::nextItem(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < rowCount(); next += step) {
        if (!isHeading(next))
            return next;
    }
    return -1;
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole && m_spoken)
        return m_spoken(index.row());
    return role == Qt::UserRole ? QVariant(int(section(index.row()))) : QVariant();
}

Qt::ItemFlags TodayModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return isHeading(index.row()) ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace homeroom
