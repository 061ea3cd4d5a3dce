// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/livefamilysearch.h"
#include "models/items/notewalk.h"
#include "models/items/recentfamilies.h"
#include "models/store/customerquery.h"

#include <QAbstractListModel>

namespace homeroom {

/// Something the window can do: its words, and the key that does the same.
struct PaletteCommand {
    QString text{};
    QString keys{};
};

/// A family that fits what was typed.
struct PaletteFamily {
    CustomerRow row{};
    std::vector<NameMark> marks{};
};

enum class PaletteSection { Recent, Families, Commands, Notes };

/// What Ctrl+K lists: a heading for each section that has any, then its lines. Headings cannot be
/// selected. Before anything is typed, the families opened last; notes come later and below, so
/// that nothing moves under a person's hands.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// All arguments must outlive it.
    PaletteModel(Workspace& workspace, LiveFamilySearch& families, const RecentFamilies& recent,
        QObject* parent = nullptr);

    /// Lists what fits, families and commands at once.
    void setTyped(const QString& typed);
    const QString& typed() const { return m_typed; }
    void setCommands(std::vector<PaletteCommand> commands);

    PaletteSection section(int row) const { return m_rows[size_t(row)].section; }
    /// Null for lines of other sections and for headings; so are the next two.
    const PaletteFamily* family(int row) const;
    const NoteHit* note(int row) const;
    const PaletteCommand* command(int row) const;
    /// The place of the row's command among those that were set; -1 for other lines.
    int commandNumber(int row) const;
    bool isHeading(int row) const { return m_rows[size_t(row)].item < 0; }
    /// The next row that is no heading, going by `step` (1 or -1) from `row`; -1 at the end.
    int nextItem(int row, int step) const;
    /// Tells a line from all others, also after the list was made anew.
    QString keyOf(int row) const;
    /// The row of the line of this key; -1 where there is none.
    int rowOf(const QString& key) const;
    /// More may come: families are read for the first time, or notes are looked through.
    bool isSearching() const { return !m_search.isReady() || m_walk.isSearching(); }

    /// What screen readers say for a row; the words are the view's.
    using Spoken = std::function<QString(int row)>;
    void setSpoken(Spoken spoken) { m_spoken = std::move(spoken); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// isSearching() may be otherwise.
    void searchingChanged();

private:
    struct Row {
        PaletteSection section = PaletteSection::Families;
        int item = -1; ///< -1 for a heading
    };

    void list();
    void addSection(PaletteSection section, size_t items);
    void readFamilies();
    std::vector<int> fittingCommands() const;
    std::optional<int> commandPoints(
        const std::vector<TypedWord>& words, const std::vector<SpelledUnit>& text) const;
    void addNotes(const std::vector<NoteHit>& hits);
    template <typename Item>
    const Item* itemAt(int row, std::initializer_list<PaletteSection> sections,
        const std::vector<Item>& all) const;

    Workspace& m_workspace;
    LiveFamilySearch& m_search;
    const RecentFamilies& m_recent;
    NoteWalk m_walk;
    Spoken m_spoken{};
    QString m_typed;
    std::vector<PaletteFamily> m_families;
    std::vector<NoteHit> m_notes;
    std::vector<PaletteCommand> m_commands;
    std::shared_ptr<LazyPinyin> m_reading = std::make_shared<LazyPinyin>(); ///< the worker's
    Syllables m_syllables{}; ///< of the commands
    std::vector<std::vector<SpelledUnit>> m_commandTexts;
    std::vector<int> m_fitting; ///< commands that fit, the best first
    std::vector<Row> m_rows;
};

} // namespace homeroom
