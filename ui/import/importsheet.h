// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importplan.h"
#include "ui/editing/pagecontext.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableWidget;

namespace homeroom {

class TextLabel;

/// The sheet and what its columns mean: one line a column with a sample, the field it goes to, and
/// how rows find their families. What was chosen for such a sheet before is proposed again.
class ImportSheet : public QWidget {
    Q_OBJECT

public:
    explicit ImportSheet(PageContext& context, QWidget* parent = nullptr);

    /// Errors of reading are for the caller to show; nothing changes then.
    Result<void> openFile(const QString& path);
    Result<void> openRange(const QString& text);
    bool isOpen() const { return !m_table.columns.empty(); }
    const ImportTable& sheet() const { return m_table; }
    const QString& path() const { return m_path; }

    ImportChoices choices() const;
    std::shared_ptr<const ImportOrder> order(const QString& label) const;
    /// Why it cannot go on; empty when it can.
    QString problem() const;
    void setTarget(int column, const ImportTarget& target);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    Result<void> reread();
    void take(ImportTable table);
    void propose();
    void fill();
    void fillChoices();
    QComboBox* targetBox(const ImportTarget& target);
    ImportTarget targetAt(int row) const;
    QString samples(size_t column) const;
    void retranslate();

    PageContext& m_context;
    QString m_path;
    QByteArray m_bytes;
    ImportTable m_table;
    ImportMapping m_mapping;
    std::vector<ImportTarget> m_targets;
    TextLabel* m_understood;
    QComboBox* m_encoding;
    TextLabel* m_modeLabel;
    QComboBox* m_mode;
    TextLabel* m_keyLabel;
    QComboBox* m_key;
    TextLabel* m_emptyLabel;
    QLineEdit* m_empty;
    QTableWidget* m_columns;
};

} // namespace homeroom
