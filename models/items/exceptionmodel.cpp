// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/exceptionmodel.h"

#include <numeric>

namespace homeroom {

namespace {

ChipMask anyException()
{
    return std::accumulate(exceptionChips.begin(), exceptionChips.end(), ChipMask(0),
        [](ChipMask mask, FamilyChip chip) { return mask | maskOf(chip); });
}

} // namespace

ExceptionModel::ExceptionModel(Workspace& workspace, FamilyChips& chips, const Catalogue& catalogue,
    Words words, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_chips(chips), m_catalogue(catalogue),
      m_words(std::move(words))
{
}

void ExceptionModel::start()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_chips, &FamilyChips::changed, this, &ExceptionModel::reload);
    m_chips.start();
    if (m_chips.isReady())
        reload();
}

void ExceptionModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(rowCount() - 1, 0), index(rowCount() - 1, 0));
}

void ExceptionModel::reload()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_workspace
        .query([masks = m_chips.masks()](
                   Database& database) { return readTeamBrief(database, masks); })
        .then(this, [this](Result<TeamBrief> team) {
            m_reading = false;
            if (team.ok()) {
                beginResetModel();
                m_team = std::move(*team);
                m_loaded = true;
                endResetModel();
            }
            if (m_again)
                reload();
        });
}

const TutorBrief& ExceptionModel::brief(int row) const
{
    return row < int(m_team.tutors.size()) ? m_team.tutors[size_t(row)] : m_team.all;
}

RecordId ExceptionModel::tutor(int row) const
{
    return brief(row).tutor;
}

QString ExceptionModel::name(int row) const
{
    const RecordId id = tutor(row);
    if (id.isNull())
        return m_words.all();
    const User* user = m_catalogue.find(Id<User>(id));
    return user ? user->displayName : QString();
}

std::optional<FamilyChip> ExceptionModel::chip(int column)
{
    if (column < FirstException || column >= FirstException + exceptionCount)
        return std::nullopt;
    return exceptionChips[size_t(column - FirstException)];
}

int ExceptionModel::count(int row, int column) const
{
    const TutorBrief& one = brief(row);
    return column == Families ? one.families : one.counts[size_t(column - FirstException)];
}

bool ExceptionModel::standsOut(int row, int column) const
{
    return chip(column) && brief(row).standsOut[size_t(column - FirstException)];
}

QSet<RecordId> ExceptionModel::families(int row, int column) const
{
    const RecordId owner = tutor(row);
    const std::optional<FamilyChip> wanted = chip(column);
    const ChipMask mask = wanted ? maskOf(*wanted) : anyException();
    QSet<RecordId> found;
    for (auto each = m_team.owners.cbegin(); each != m_team.owners.cend(); ++each) {
        if ((owner.isNull() || each.value() == owner) && (m_chips.masks().value(each.key()) & mask))
            found.insert(each.key());
    }
    return found;
}

int ExceptionModel::rowOf(const RecordId& tutor) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->tutor(row) == tutor)
            return row;
    }
    return -1;
}

int ExceptionModel::rowCount(const QModelIndex& parent) const
{
    // One tutor alone is all of them.
    const int tutors = int(m_team.tutors.size());
    return parent.isValid() ? 0 : tutors + (tutors > 1 ? 1 : 0);
}

int ExceptionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstException + exceptionCount;
}

QVariant ExceptionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    if (role == Qt::DisplayRole)
        return column == Name ? QVariant(name(index.row())) : count(index.row(), column);
    if (role == Qt::AccessibleTextRole)
        return column == Name ? name(index.row())
                              : QStringLiteral("%1, %2, %3")
                                    .arg(name(index.row()), m_words.title(column),
                                        QString::number(count(index.row(), column)));
    if (role == Qt::TextAlignmentRole && column != Name)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant ExceptionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_words.title(section);
    if (role == Qt::TextAlignmentRole && section != Name)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace homeroom
