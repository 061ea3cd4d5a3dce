// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columntable.h"

#include "ui/import/cellfield.h"
#include "ui/import/cellpreview.h"
#include "ui/import/importtexts.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, SampleColumn, TargetColumn, BecomesColumn, ColumnCount };
constexpr size_t sampleRows = 200; // looked through for cells that say something
constexpr int samples = 3;
constexpr int ownIndex = 1; // in the list of targets: a custom field named as the column
constexpr int targetWidth = 216;
constexpr int nameWidth = 140;
constexpr int sampleWidth = 184;
constexpr int lineHeight = 40;

const QString separator = u" · "_s;

/// Rows of the sheet whose cell in this column says something.
std::vector<size_t> sampledRows(const ImportTable& table, size_t column)
{
    std::vector<size_t> rows;
    for (size_t row = 0; row < std::min(sampleRows, table.rows.size()); ++row) {
        if (!table.cell(row, column).isEmpty())
            rows.push_back(row);
        if (rows.size() == samples)
            break;
    }
    return rows;
}

} // namespace

ColumnTable::ColumnTable(PageContext& context, QWidget* parent)
    : QTableWidget(0, ColumnCount, parent), m_context(context),
      m_targetModel(new QStandardItemModel(this))
{
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(BecomesColumn, QHeaderView::Stretch);
    setColumnWidth(NameColumn, nameWidth);
    setColumnWidth(SampleColumn, sampleWidth);
    setColumnWidth(TargetColumn, targetWidth);
    connect(&context.theme, &Theme::changed, this, [this] {
        for (int row = 0; row < rowCount(); ++row)
            showBecomes(row);
    });
    retranslate();
}

void ColumnTable::setSheet(const ImportTable& table, const ImportCatalogue& catalogue)
{
    m_table = &table;
    m_catalogue = &catalogue;
    fillTargets();
    setRowCount(0);
}

void ColumnTable::setChoices(const ImportChoices& choices)
{
    const bool sameColumns = rowCount() == int(choices.mapping.columns.size());
    m_choices = choices;
    if (!sameColumns)
        fillRows();
    for (int row = 0; row < rowCount(); ++row) {
        showTarget(row);
        showBecomes(row);
    }
}

void ColumnTable::fillTargets()
{
    m_targets = offeredTargets(m_context.catalogue);
    // The place of the column's own custom field; each box means another one.
    m_targets.insert(m_targets.begin() + ownIndex, ImportTarget{ImportTargetKind::Custom, {}});
    m_targetModel->clear();
    for (size_t i = 0; i < m_targets.size(); ++i) {
        const bool own = int(i) == ownIndex;
        auto* item = new QStandardItem(
            own ? tr("Custom field of this name") : targetText(m_targets[i], m_context.catalogue));
        m_targetModel->appendRow(item);
    }
}

void ColumnTable::fillRows()
{
    setRowCount(int(m_choices.mapping.columns.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const QString& name = m_choices.mapping.columns[size_t(row)].column;
        auto* nameItem = new QTableWidgetItem(name);
        nameItem->setToolTip(name);
        setItem(row, NameColumn, nameItem);
        QStringList said;
        for (const size_t at : sampledRows(*m_table, size_t(row)))
            said.append(m_table->cell(at, size_t(row)).simplified());
        auto* sampleItem = new QTableWidgetItem(said.join(separator));
        sampleItem->setToolTip(sampleItem->text());
        setItem(row, SampleColumn, sampleItem);
        setItem(row, BecomesColumn, new QTableWidgetItem);
        auto* box = new QComboBox;
        box->setModel(m_targetModel);
        box->setFocusPolicy(Qt::StrongFocus);
        box->setMaxVisibleItems(20);
        box->installEventFilter(this);
        box->setAccessibleName(tr("Where %1 goes").arg(name));
        connect(box, &QComboBox::activated, this, [this, row](int index) { choose(row, index); });
        setCellWidget(row, TargetColumn, inCell(box));
    }
}

ImportTarget ColumnTable::ownTarget(int column) const
{
    return {
        ImportTargetKind::Custom, customKeyFor(m_choices.mapping.columns[size_t(column)].column)};
}

void ColumnTable::choose(int column, int index)
{
    ImportTarget target = index == ownIndex ? ownTarget(column) : m_targets[size_t(index)];
    // Two columns cannot go to one place: the other one keeps its cells as a field of its own.
    for (int other = 0; other < rowCount(); ++other) {
        ColumnMapping& mapping = m_choices.mapping.columns[size_t(other)];
        if (other == column || target.kind == ImportTargetKind::Skip || mapping.target != target)
            continue;
        mapping.target = ownTarget(other);
        mapping.values.clear();
        showTarget(other);
        showBecomes(other);
    }
    m_choices.mapping.columns[size_t(column)].target = std::move(target);
    m_choices.mapping.columns[size_t(column)].values.clear();
    showBecomes(column);
    setCurrentCell(column, NameColumn);
    Q_EMIT mappingChanged();
}

void ColumnTable::setValues(int column, const QMap<QString, QString>& values)
{
    m_choices.mapping.columns[size_t(column)].values = values;
    showBecomes(column);
    Q_EMIT mappingChanged();
}

void ColumnTable::showTarget(int column)
{
    const ImportTarget& target = m_choices.mapping.columns[size_t(column)].target;
    const auto found = std::find(m_targets.begin(), m_targets.end(), target);
    targetBox(column)->setCurrentIndex(
        found == m_targets.end() ? ownIndex : int(found - m_targets.begin()));
}

void ColumnTable::showBecomes(int column)
{
    const ColumnMapping& mapping = m_choices.mapping.columns[size_t(column)];
    const CellPreview preview(*m_table, mapping, m_choices.emptyWords, *m_catalogue, m_context);
    QStringList texts;
    bool failed = false;
    if (mapping.target.kind != ImportTargetKind::Skip) {
        for (const size_t row : sampledRows(*m_table, size_t(column))) {
            const CellPreview::Cell cell = preview.cell(row);
            failed = failed || !cell.readable;
            //: In place of a cell of a sheet that cannot be read.
            texts.append(!cell.readable   ? tr("not readable")
                    : cell.text.isEmpty() ? u"–"_s
                                          : cell.text);
        }
    }
    QTableWidgetItem* item = this->item(column, BecomesColumn);
    item->setText(texts.join(separator));
    item->setToolTip(item->text());
    const Colors& colors = m_context.theme.colors();
    item->setForeground(failed ? colors.bad : colors.muted);
}

QComboBox* ColumnTable::targetBox(int column) const
{
    return cellWidget(column, TargetColumn)->findChild<QComboBox*>();
}

QString ColumnTable::becomes(int column) const
{
    return item(column, BecomesColumn)->text();
}

bool ColumnTable::eventFilter(QObject* watched, QEvent* event)
{
    // Turning the wheel scrolls the list of columns; it must not change one in passing.
    const auto* box = qobject_cast<QComboBox*>(watched);
    if (box && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QTableWidget::eventFilter(watched, event);
}

void ColumnTable::retranslate()
{
    setHorizontalHeaderLabels({tr("Column"), tr("In the sheet"), tr("Goes to"), tr("Becomes")});
    setAccessibleName(tr("Columns of the sheet"));
}

void ColumnTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_table)
        return;
    fillTargets();
    for (int row = 0; row < rowCount(); ++row)
        showTarget(row);
}

} // namespace homeroom
