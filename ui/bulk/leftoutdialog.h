// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/stagemoves.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>

class QTableWidget;

namespace homeroom {

/// What became of each family of a bulk move, where some of them were left out: those first, each
/// with the reason and what to do.
class LeftOutDialog : public QDialog {
    Q_OBJECT

public:
    LeftOutDialog(const PageContext& context, const Stage& stage, const StageMovePlan& plan,
        QWidget* parent = nullptr);

    QTableWidget& table() { return *m_table; }

private:
    void fill(const PageContext& context, const StageMovePlan& plan);

    QTableWidget* m_table;
};

} // namespace homeroom
