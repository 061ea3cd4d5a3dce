// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "models/store/customerquery.h"
#include "models/store/workspace.h"

#include <QAbstractTableModel>
#include <QSet>

namespace homeroom {

/// The families of this profile as rows. Only ids and filter texts are in memory; what a row shows
/// is read when somebody looks. A changed family keeps its place until the table is sorted again,
/// so that nothing jumps away under a person's hands; a new one comes where the sort puts it.
class CustomerTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, WaitingRole, ConflictRole };

    /// What a cell and a head say; the words of people are made in `ui`. `customKey` is set for
    /// CustomerColumn::Custom.
    struct Words {
        std::function<QString(const CustomerRow&, CustomerColumn, const QString& customKey)> cell;
        std::function<QString(CustomerColumn, const QString& customKey)> head;
        /// Whether the cell says less than it holds just now: then it cannot be edited. May be
        /// null.
        std::function<bool(const CustomerRow&, CustomerColumn, const QString& customKey)> hides{};
    };

    CustomerTableModel(
        Workspace& workspace, Catalogue& catalogue, Words words, QObject* parent = nullptr);
    ~CustomerTableModel() override;

    /// Reads everything again on the worker; `loaded` follows.
    void reload();
    bool isLoaded() const { return m_loaded; }
    /// Shows the families in which every typed term occurs. At once: 50,000 take some milliseconds.
    void setFilter(const QString& typed);
    const QString& filter() const { return m_typed; }
    /// Shows these families only, as far as they pass the typed filter, or all.
    void setFamilies(std::optional<QSet<RecordId>> families);
    bool isFiltered() const { return m_families || !m_terms.isEmpty(); }
    void setSort(const CustomerSort& sort);
    const CustomerSort& sort() const { return m_sort; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Changes nothing here: asks for the edit, and the row follows when it is committed.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    void sort(int column, Qt::SortOrder order) override;

    int totalCount() const { return int(m_index.size()); }
    RecordId idAt(int row) const;
    /// The row in which the family is shown, or -1.
    int rowOf(const RecordId& id) const;
    std::vector<RecordId> shownIds() const;
    /// What the row shows; null for a family that is just disappearing.
    const CustomerRow* row(int row) const;
    CustomerColumn columnOf(int section) const;
    QString customKeyOf(int section) const;
    int sectionOf(const CustomerSort& sort) const;

Q_SIGNALS:
    void loaded();
    /// How many are shown, or how many there are, is another number now.
    void countsChanged();
    void editRequested(const homeroom::RecordId& id, homeroom::CustomerColumn column,
        const QString& customKey, const QString& text);

private:
    struct Reading; // what only the worker touches
    void takeIndex(CustomerIndex index);
    void takeOrder(const std::vector<RecordId>& ids);
    void follow(const ChangeSet& changes);
    void refresh(std::vector<RecordId> touched);
    void takeUpdate(CustomerUpdate update);
    void removeFamily(size_t at);
    void addFamily(const CustomerUpdate& update);
    std::vector<RecordId> heldIds() const;
    bool differsWidely() const;
    bool isShown(size_t at) const;
    void showOrHide(size_t at);
    void followCatalogue();
    void filterRows();
    bool passes(const RecordId& id, QByteArrayView text) const;
    bool passes(size_t at) const;
    std::optional<size_t> find(const RecordId& id) const;
    void fetchAround(int row) const;

    Workspace& m_workspace;
    Catalogue& m_catalogue;
    Words m_words;
    std::shared_ptr<Reading> m_reading;
    QStringList m_customKeys;
    CustomerSort m_sort;
    QString m_typed;
    QList<QByteArray> m_terms;
    std::optional<QSet<RecordId>> m_families;
    CustomerIndex m_index;
    std::vector<quint32> m_shown; // rows of m_index that pass the filter, in their order
    mutable QHash<RecordId, CustomerRow> m_rows; // of families that were looked at
    quint64 m_generation = 0; // of the newest reading asked for
    bool m_loaded = false;
};

} // namespace homeroom
