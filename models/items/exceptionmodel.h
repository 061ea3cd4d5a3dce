// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "models/store/catalogue.h"
#include "models/store/teambrief.h"

#include <QAbstractTableModel>

namespace homeroom {

/// Which tutors need a word today, and why: a row for each tutor and one for all of them, the
/// number of families for each of the exceptions. Read on the worker after every change of the
/// families' chips.
class ExceptionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Families, FirstException };

    /// The words of a column and of the row for all; asked again after retranslate().
    struct Words {
        std::function<QString(int column)> title{};
        std::function<QString()> all{};
    };
    /// All references must outlive it.
    ExceptionModel(Workspace& workspace, FamilyChips& chips, const Catalogue& catalogue,
        Words words, QObject* parent = nullptr);

    void start();
    bool isLoaded() const { return m_loaded; }
    void retranslate();
    /// Null for the row of all.
    RecordId tutor(int row) const;
    QString name(int row) const;
    /// The chip that a column counts; nothing for the first two.
    static std::optional<FamilyChip> chip(int column);
    int count(int row, int column) const;
    bool standsOut(int row, int column) const;
    /// The families that a cell counts; those with any exception where it counts none.
    QSet<RecordId> families(int row, int column) const;
    int rowOf(const RecordId& tutor) const; ///< -1 where there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();
    const TutorBrief& brief(int row) const;

    Workspace& m_workspace;
    FamilyChips& m_chips;
    const Catalogue& m_catalogue;
    const Words m_words;
    TeamBrief m_team{};
    bool m_started = false;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace homeroom
