// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "models/store/taskquery.h"
#include "models/store/todayquery.h"

#include <QAbstractListModel>

namespace homeroom {

/// In the order of the page.
enum class TodaySection { Overdue, DueToday, Families, NoTime };
constexpr int todaySectionCount = int(TodaySection::NoTime) + 1;

/// The plan of the day as one list: a heading for each section that has any, then tasks and
/// families. Headings cannot be selected. Read on the worker; while it is read again the former
/// rows stay.
class TodayModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// All arguments but `viewer` must outlive it.
    TodayModel(
        Workspace& workspace, FamilyChips& chips, const Viewer& viewer, QObject* parent = nullptr);

    /// Begins to read, once.
    void start();
    bool isLoaded() const { return m_loaded; }
    /// Leaves these families and their tasks; nothing: the plan of the day. `name` is what the view
    /// calls the filter.
    void setFamilies(const std::optional<QSet<RecordId>>& families, const QString& name = {});
    const QString& filterName() const { return m_filterName; }

    TodaySection section(int row) const { return m_rows[size_t(row)].section; }
    bool isHeading(int row) const { return m_rows[size_t(row)].item < 0; }
    /// Null for other rows.
    const TaskLine* task(int row) const;
    const TodayFamily* family(int row) const;
    /// Why the family of a task's row wants something today beside the task; null where nothing is
    /// known.
    const TodayFamily* behind(int row) const;
    /// The family that the row is about, if any.
    RecordId customer(int row) const;
    /// The families of all rows in their order, each once.
    std::vector<RecordId> customers() const;
    int count(TodaySection section) const { return m_counts[size_t(section)]; }
    /// How many families have any chip: what today's are chosen from.
    qint64 candidates() const { return m_brief.candidates; }
    bool isFiltered() const { return m_only.has_value(); }

    /// What a row is about, as long as it stays in the list: the task's or family's id.
    RecordId key(int row) const;
    int rowOf(const RecordId& key) const; ///< -1 where there is none
    /// The next row that is no heading, going by `step` (1 or -1) from `row`; -1 at the end.
    int nextItem(int row, int step) const;

    /// What screen readers say for a row; the words are the view's.
    using Spoken = std::function<QString(int row)>;
    void setSpoken(Spoken spoken) { m_spoken = std::move(spoken); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        TodaySection section = TodaySection::Families;
        int item = -1; ///< -1 for a heading
    };
    struct Content {
        std::vector<TaskLine> tasks{};
        TodayBrief brief{};
        QHash<RecordId, TodayFamily> behind{};
        ChipMoment moment;
    };
    static Content read(Database& database, const ChipMasks& masks, const ChipMoment& moment,
        const Viewer& viewer, const std::optional<QSet<RecordId>>& only);
    void follow(const ChangeSet& changes);
    void reload();
    void take(Content content);
    void addSection(TodaySection section, const std::vector<int>& items);
    TodaySection sectionOf(const TaskLine& line, const ChipMoment& moment) const;

    Workspace& m_workspace;
    FamilyChips& m_chips;
    const Viewer m_viewer;
    Spoken m_spoken{};
    std::optional<QSet<RecordId>> m_only{};
    QString m_filterName{};
    std::vector<TaskLine> m_tasks{};
    TodayBrief m_brief{};
    QHash<RecordId, TodayFamily> m_behind{}; ///< families of the tasks
    std::vector<Row> m_rows{};
    std::array<int, todaySectionCount> m_counts{};
    QTimer m_reloading;
    bool m_started = false;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was read
};

} // namespace homeroom
