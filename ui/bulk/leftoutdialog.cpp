// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/leftoutdialog.h"

#include "models/store/records.h"
#include "ui/editing/privacymode.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(520, 380);
constexpr int nameWidth = 160;

} // namespace

LeftOutDialog::LeftOutDialog(
    const PageContext& context, const Stage& stage, const StageMovePlan& plan, QWidget* parent)
    : QDialog(parent), m_table(new QTableWidget)
{
    setObjectName(u"leftOut"_s);
    setWindowTitle(tr("Move to %1").arg(stage.name));
    auto* title = new TextLabel(context.theme, TextRole::Title);
    const int moved = plan.count(FamilyMove::Moves);
    title->setText(tr("%1 of %2 families moved to %3")
                       .arg(moved)
                       .arg(int(plan.families.size()))
                       .arg(stage.name));
    auto* close = new QPushButton(tr("Close"));
    setButtonKind(*close, ButtonKind::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    fill(context, plan);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::gap);
    column->addWidget(title);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    resize(usualSize);
    close->setFocus();
}

void LeftOutDialog::fill(const PageContext& context, const StageMovePlan& plan)
{
    const auto words = [](FamilyMove outcome) {
        switch (outcome) {
        case FamilyMove::NoCard:
            return tr("Has no card in this pipeline");
        case FamilyMove::SeveralCards:
            return tr("Has several cards: move the one that is meant on the board");
        case FamilyMove::Gone:
            return tr("Is not here any more");
        case FamilyMove::There:
            return tr("Is there already");
        case FamilyMove::Moves:
            break;
        }
        return tr("Moved");
    };
    auto families = plan.families;
    const auto isLeftOut = [](const auto& family) {
        return family.second != FamilyMove::Moves && family.second != FamilyMove::There;
    };
    std::stable_partition(families.begin(), families.end(), isLeftOut);
    m_table->setColumnCount(2);
    m_table->setRowCount(int(families.size()));
    m_table->setHorizontalHeaderLabels({tr("Family"), tr("What became of it")});
    m_table->setAccessibleName(tr("What became of the families"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setColumnWidth(0, nameWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const auto names = context.workspace.reader().read([&](Database& database) {
        QStringList found;
        for (const auto& family : families) {
            const auto customer = findRecord<Customer>(database, family.first);
            found.append(customer ? shownName(customer->name, context) : QString());
        }
        return Result<QStringList>(found);
    });
    for (int row = 0; row < int(families.size()); ++row) {
        const QString name = names.ok() ? names->value(row) : QString();
        m_table->setItem(row, 0, new QTableWidgetItem(name.isEmpty() ? u"–"_s : name));
        m_table->setItem(row, 1, new QTableWidgetItem(words(families[size_t(row)].second)));
    }
}

} // namespace homeroom
