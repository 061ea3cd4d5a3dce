// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/exceptionmodel.h"
#include "ui/editing/pagecontext.h"

#include <QTableView>

namespace homeroom {

class Shortcuts;

/// A lead's first look: tutors and what stands out in their families. A cell drills to the names
/// behind it.
class ExceptionTable : public QTableView {
    Q_OBJECT

public:
    ExceptionTable(const PageContext& context, Shortcuts& shortcuts, QWidget* parent = nullptr);

    ExceptionModel& model() { return m_model; }
    void retranslate();
    /// The families behind the current cell; nothing while none is chosen.
    std::optional<QSet<RecordId>> families() const;
    /// «林晓晓 · Overdue»; empty while no cell is chosen.
    QString cellName() const;
    /// Whom the current row is about; null for all.
    RecordId tutor() const;
    int cellCount() const;
    /// No cell is chosen any more.
    void leave();

Q_SIGNALS:
    /// Other families stand behind the current cell.
    void cellChanged();
    /// Enter: to the names.
    void drillRequested();

protected:
    QSize sizeHint() const override;

private:
    void prepare();
    QModelIndex chosen() const;
    void keepCell();

    const PageContext& m_context;
    ExceptionModel m_model;
    RecordId m_tutor; ///< of the chosen cell; null for all
    int m_column = -1; ///< of the chosen cell; -1: none is
};

} // namespace homeroom
