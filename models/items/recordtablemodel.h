// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"

#include <QAbstractTableModel>

#include <functional>

namespace homeroom {

/// A small table of the catalogue (tags, channels, users …) as rows; all in memory, read again when
/// the catalogue changes. Not for families.
class RecordTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole };

    /// What a cell and a head say; the words of people are made in `ui`.
    struct Words {
        std::function<QString(const RecordRow&, int field)> cell;
        std::function<QString(int field)> head;
    };

    /// `fields` are the columns, as indexes of the description.
    RecordTableModel(std::vector<int> fields, Words words, QObject* parent = nullptr);

    /// Shows these rows; tells views only what differs from before.
    void setRows(std::vector<RecordRow> rows);
    /// The texts are in another language now.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const RecordRow& rowAt(int row) const { return m_rows[size_t(row)]; }
    int rowOf(const RecordId& id) const;

private:
    std::vector<int> m_fields;
    Words m_words;
    std::vector<RecordRow> m_rows;
};

} // namespace homeroom
