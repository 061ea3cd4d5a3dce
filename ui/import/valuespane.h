// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importreader.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QTableWidget;

namespace homeroom {

class TextLabel;

/// For a column whose field has a fixed list: what each different cell means. `1` is «Paid».
class ValuesPane : public QWidget {
    Q_OBJECT

public:
    explicit ValuesPane(PageContext& context, QWidget* parent = nullptr);

    /// Shows the column's values; false where its target has no list, or it holds too many.
    bool showColumn(const ImportTable& table, size_t column, const ColumnMapping& mapping,
        const ImportCatalogue& catalogue);
    QTableWidget& table() { return *m_table; }

Q_SIGNALS:
    void valuesChosen(const QMap<QString, QString>& values);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A word that a map may name, and how people read it.
    using Choice = std::pair<QString, QString>;
    std::vector<Choice> choicesOf(const ImportTarget& target) const;
    void addValue(const QString& cell, const std::vector<Choice>& choices, const QString& meant);
    void choose(const QString& cell, const QString& meant);
    void retranslate();

    PageContext& m_context;
    TextLabel* m_title;
    QTableWidget* m_table;
    QString m_column{};
    QMap<QString, QString> m_values{};
};

} // namespace homeroom
