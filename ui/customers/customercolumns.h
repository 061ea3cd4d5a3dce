// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"
#include "ui/theme/theme.h"

#include <QJsonObject>

class QHeaderView;
class QMenu;
class QTableView;

namespace homeroom {

/// Which columns a table of families shows, in which order and how wide; as JSON for saved views
/// and for the next start.
class CustomerColumns : public QObject {
    Q_OBJECT

public:
    CustomerColumns(QTableView& table, CustomerTableModel& model, const Theme& theme,
        QObject* parent = nullptr);

    /// Widths are those at the usual text size.
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
    void followTheme();

    QTableView& m_table;
    QHeaderView& m_header;
    const Theme& m_theme;
    CustomerTableModel& m_model;
    QJsonObject m_state; // as set last: columns of the organisation's own may come later
    bool m_applying = false;
    double m_scale = 1; // of the text
};

} // namespace homeroom
