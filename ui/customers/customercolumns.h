// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"

#include <QJsonObject>

class QHeaderView;
class QMenu;

namespace homeroom {

/// Which columns a table of families shows, in which order and how wide; as JSON for saved views
/// and for the next start.
class CustomerColumns : public QObject {
    Q_OBJECT

public:
    CustomerColumns(QHeaderView& header, CustomerTableModel& model, QObject* parent = nullptr);

    QJsonObject state() const;
    /// An empty state means the columns of a new profile.
    void setState(const QJsonObject& state);
    void fillMenu(QMenu& menu);

Q_SIGNALS:
    void changed();

private:
    QString wordOf(int section) const;
    int sectionOf(const QString& word) const;
    void show(int section, bool shown);

    QHeaderView& m_header;
    CustomerTableModel& m_model;
    QJsonObject m_state; // as set last: columns of the organisation's own may come later
    bool m_applying = false;
};

} // namespace homeroom
