// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importguess.h"
#include "ui/editing/pagecontext.h"

#include <QTableWidget>

class QComboBox;
class QStandardItemModel;

namespace homeroom {

/// One line for every column of a sheet: its name, what its first cells say, where it goes, and
/// what becomes of those cells there.
class ColumnTable : public QTableWidget {
    Q_OBJECT

public:
    explicit ColumnTable(PageContext& context, QWidget* parent = nullptr);

    /// `table` and `catalogue` must stay until the next call.
    void setSheet(const ImportTable& table, const ImportCatalogue& catalogue);
    void setChoices(const ImportChoices& choices);
    const ImportMapping& mapping() const { return m_choices.mapping; }
    void setValues(int column, const QMap<QString, QString>& values);
    QComboBox* targetBox(int column) const;
    /// What the first cells of a column become, as shown.
    QString becomes(int column) const;

Q_SIGNALS:
    void mappingChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillTargets();
    void fillRows();
    void choose(int column, int index);
    void showTarget(int column);
    void showBecomes(int column);
    void retranslate();
    ImportTarget ownTarget(int column) const;

    PageContext& m_context;
    const ImportTable* m_table = nullptr;
    const ImportCatalogue* m_catalogue = nullptr;
    ImportChoices m_choices{};
    std::vector<ImportTarget> m_targets{};
    QStandardItemModel* m_targetModel;
};

} // namespace homeroom
