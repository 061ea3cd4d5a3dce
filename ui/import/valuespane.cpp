// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/valuespane.h"

#include "models/store/import/importwords.h"
#include "ui/editing/sentences.h"
#include "ui/import/cellfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostValues = 40; // a column with more is no list of words
constexpr int rowHeight = 40;

std::vector<QString> differentCells(const ImportTable& table, size_t column)
{
    std::vector<QString> cells;
    QSet<QString> seen;
    for (const CsvRow& row : table.rows) {
        const QString cell = table.cell(row, column);
        if (cell.isEmpty() || seen.contains(cell))
            continue;
        seen.insert(cell);
        cells.push_back(cell);
        if (cells.size() > mostValues)
            return {};
    }
    std::sort(cells.begin(), cells.end());
    return cells;
}

const FieldDescription* wordField(const ImportTarget& target)
{
    if (target.kind != ImportTargetKind::Customer)
        return nullptr;
    const RecordType& type = recordTypeOf<Customer>();
    const int index = type.indexOf(target.name);
    const bool word = index >= 0 && type.fields[size_t(index)].kind == FieldKind::Word;
    return word ? &type.fields[size_t(index)] : nullptr;
}

/// What the cell means without a map, as a word of the list; empty where it means nothing.
QString plainMeaning(
    const ImportTarget& target, const QString& cell, const ImportCatalogue& catalogue)
{
    if (target.kind == ImportTargetKind::Stage) {
        const Stage* stage = catalogue.stage(catalogue.stageNames.value(lookupName(cell)));
        return stage ? stage->id.toString() : QString();
    }
    if (target.kind == ImportTargetKind::Cohort) {
        const RecordId cohort = catalogue.cohorts.value(lookupName(cell));
        return cohort.isNull() ? QString() : cohort.toString();
    }
    if (const FieldDescription* field = wordField(target)) {
        const QString said = wireWord(*field, cell);
        for (const QLatin1StringView word : field->words) {
            if (said.compare(word, Qt::CaseInsensitive) == 0)
                return QString(word);
        }
    }
    return QString();
}

} // namespace

ValuesPane::ValuesPane(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(new TextLabel(context.theme, TextRole::Strong)),
      m_table(new QTableWidget(0, 2))
{
    m_title->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    retranslate();
}

bool ValuesPane::showColumn(const ImportTable& table, size_t column, const ColumnMapping& mapping,
    const ImportCatalogue& catalogue)
{
    m_column = mapping.column;
    m_values = mapping.values;
    m_table->setRowCount(0);
    const std::vector<Choice> choices = choicesOf(mapping.target);
    const std::vector<QString> cells =
        choices.empty() ? std::vector<QString>() : differentCells(table, column);
    for (const QString& cell : cells) {
        const QString said = mapping.values.value(cell, cell);
        const QString meant = plainMeaning(mapping.target, said, catalogue);
        addValue(cell, choices, meant);
    }
    retranslate();
    return !cells.empty();
}

std::vector<ValuesPane::Choice> ValuesPane::choicesOf(const ImportTarget& target) const
{
    std::vector<Choice> choices;
    if (target.kind == ImportTargetKind::Stage) {
        const Pipeline* pipeline = m_context.catalogue.defaultPipeline();
        for (const Stage& stage :
            pipeline ? m_context.catalogue.stagesOf(pipeline->id) : std::vector<Stage>())
            choices.emplace_back(stage.id.toString(), stage.name);
    } else if (target.kind == ImportTargetKind::Cohort) {
        for (const Cohort& cohort : m_context.catalogue.cohorts())
            choices.emplace_back(cohort.id.toString(), cohort.name);
    } else if (const FieldDescription* field = wordField(target)) {
        for (const QLatin1StringView word : field->words)
            choices.emplace_back(QString(word), displayWord(*field, QString(word)));
    }
    return choices;
}

void ValuesPane::addValue(
    const QString& cell, const std::vector<Choice>& choices, const QString& meant)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* item = new QTableWidgetItem(cell);
    item->setToolTip(cell);
    m_table->setItem(row, 0, item);
    auto* box = new QComboBox;
    box->setFocusPolicy(Qt::StrongFocus);
    box->setAccessibleName(tr("What %1 means").arg(cell));
    box->addItem(tr("Not known"), QString());
    for (const auto& [word, text] : choices)
        box->addItem(text, word);
    box->setCurrentIndex(std::max(0, box->findData(meant)));
    connect(box, &QComboBox::activated, this,
        [this, box, cell] { choose(cell, box->currentData().toString()); });
    m_table->setCellWidget(row, 1, inCell(box));
}

void ValuesPane::choose(const QString& cell, const QString& meant)
{
    if (meant.isEmpty())
        m_values.remove(cell);
    else
        m_values.insert(cell, meant);
    Q_EMIT valuesChosen(m_values);
}

void ValuesPane::retranslate()
{
    m_title->setText(tr("What the cells of «%1» mean").arg(m_column));
    m_table->setHorizontalHeaderLabels({tr("Cell"), tr("Means")});
    m_table->setAccessibleName(m_title->text());
}

void ValuesPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
