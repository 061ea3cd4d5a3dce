// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/export/exporttable.h"
#include "ui/editing/pagecontext.h"
#include "ui/widgets/formdialog.h"

class QListWidget;

namespace homeroom {

/// Takes families out as a sheet that comes back unchanged by an import: which columns, how many
/// rows the role may take, and whose contacts will be masked.
class ExportDialog : public FormDialog {
    Q_OBJECT

public:
    explicit ExportDialog(PageContext& context, QWidget* parent = nullptr);

    QListWidget& columns() { return *m_columns; }

Q_SIGNALS:
    /// A short report for the toast.
    void told(const QString& sentence);

private:
    void fill();
    void chooseFile();
    void write(const QString& path);
    ExportRequest request() const;
    QString columnText(const QString& word) const;

    PageContext& m_context;
    QListWidget* m_columns;
};

} // namespace homeroom
