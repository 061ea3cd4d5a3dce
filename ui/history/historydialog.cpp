// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydialog.h"

#include "ui/editing/editdesk.h"
#include "ui/editing/moments.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/valuetexts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownSteps = 300;
constexpr int shownChanges = 500;
constexpr QSize usualSize(880, 600);
constexpr int timeWidth = 130;
constexpr int wordsWidth = 420;
constexpr int familyWidth = 120;
constexpr int fieldWidth = 150;
constexpr int valueWidth = 250;

/// The families of a step as a change, so that their names are masked in its label.
ChangeSet namedIn(const HistoryStep& line)
{
    ChangeSet changes;
    for (const RecordId& family : line.families)
        changes.records.push_back({RecordKind::Customer, family, family, false});
    return changes;
}

QString familiesText(const HistoryStep& line, const PageContext& context)
{
    if (line.familyCount == 0)
        return {};
    const QString name = shownName(line.familyName, context);
    return line.familyCount == 1
        ? name
        : HistoryDialog::tr("%1 and %n more", nullptr, int(line.familyCount - 1)).arg(name);
}

QString changedText(const HistoryChange& change)
{
    const QString record = displayName(change.kind);
    if (change.operation == Operation::Create)
        return HistoryDialog::tr("%1 added").arg(record);
    if (change.operation == Operation::Delete)
        return HistoryDialog::tr("%1 removed").arg(record);
    return displayName(change.kind, recordType(change.kind).fields[size_t(change.field)]);
}

} // namespace

HistoryDialog::HistoryDialog(const PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context),
      m_steps(newTable({tr("When"), tr("What"), tr("Family")}, tr("Steps"))),
      m_changes(newTable(
          {tr("Family"), tr("Changed"), tr("Before"), tr("After")}, tr("What the step changed"))),
      m_empty(new TextLabel(context.theme, TextRole::Body, &Colors::muted)),
      m_problem(new TextLabel(context.theme, TextRole::Body, &Colors::bad)),
      m_open(new QPushButton(tr("Open the family"))), m_undo(new QPushButton(tr("Undo this step")))
{
    setObjectName(u"history"_s);
    setWindowTitle(tr("What was done on this computer"));
    arrange();
    connect(m_steps, &QTableWidget::currentCellChanged, this, &HistoryDialog::showChanges);
    connect(m_undo, &QPushButton::clicked, this, &HistoryDialog::undo);
    connect(m_open, &QPushButton::clicked, this, &HistoryDialog::openFamily);
    connect(m_steps, &QTableWidget::cellActivated, this, &HistoryDialog::openFamily);
    connect(&context.workspace.store(), &RecordStore::changed, this, &HistoryDialog::reload);
    if (context.privacy)
        connect(context.privacy, &PrivacyMode::changed, this, &HistoryDialog::showSteps);
    reload();
}

QTableWidget* HistoryDialog::newTable(const QStringList& heads, const QString& name)
{
    auto* table = new QTableWidget(0, int(heads.size()));
    table->setHorizontalHeaderLabels(heads);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void HistoryDialog::arrange()
{
    auto* title = new TextLabel(m_context.theme, TextRole::Title);
    title->setText(windowTitle());
    m_steps->setColumnWidth(0, timeWidth);
    m_steps->setColumnWidth(1, wordsWidth);
    m_changes->setColumnWidth(0, familyWidth);
    m_changes->setColumnWidth(1, fieldWidth);
    m_changes->setColumnWidth(2, valueWidth);
    m_empty->setText(tr("Nothing was done on this computer yet."));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_open->setAutoDefault(false);
    m_undo->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setButtonKind(*m_undo, ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::gap);
    column->addWidget(title);
    column->addWidget(m_empty);
    column->addWidget(m_steps, 3);
    column->addWidget(m_changes, 2);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    resize(usualSize);
    m_steps->setFocus();
}

void HistoryDialog::reload()
{
    m_context.workspace
        .query([](Database& database) {
            return Result<std::vector<HistoryStep>>(readHistorySteps(database, shownSteps));
        })
        .then(this, [this](const Result<std::vector<HistoryStep>>& lines) {
            if (!lines.ok())
                return;
            m_lines = *lines;
            showSteps();
        });
}

void HistoryDialog::showSteps()
{
    const QSignalBlocker quiet(m_steps);
    m_steps->setRowCount(int(m_lines.size()));
    int chosen = 0;
    for (int row = 0; row < int(m_lines.size()); ++row) {
        const HistoryStep& line = m_lines[size_t(row)];
        const QString label = line.first ? changedText(*line.first)
                                         : shownSentence(line.step.label, namedIn(line), m_context);
        const QStringList cells{momentText(line.step.at, m_context.clock.now(), m_context.zone),
            line.step.undone ? tr("%1 (undone)").arg(label) : label, familiesText(line, m_context)};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            QFont font = item->font();
            font.setStrikeOut(line.step.undone && column == 1);
            item->setFont(font);
            m_steps->setItem(row, column, item);
        }
        if (line.step.entry == m_chosen)
            chosen = row;
    }
    m_empty->setVisible(m_lines.empty());
    m_steps->setCurrentCell(m_lines.empty() ? -1 : chosen, 0);
    showChanges();
}

const HistoryStep* HistoryDialog::current() const
{
    const int row = m_steps->currentRow();
    return row >= 0 && row < int(m_lines.size()) ? &m_lines[size_t(row)] : nullptr;
}

void HistoryDialog::showChanges()
{
    const HistoryStep* line = current();
    if (line && line->step.entry != m_chosen)
        m_problem->hide();
    m_chosen = line ? line->step.entry : 0;
    m_undo->setEnabled(line && !line->step.undone);
    m_open->setEnabled(line && line->familyCount > 0);
    const auto read = m_context.workspace.reader().read([this](Database& database) {
        return Result<std::vector<HistoryChange>>(
            readHistoryChanges(database, m_chosen, shownChanges));
    });
    const std::vector<HistoryChange> changes = read.ok() ? *read : std::vector<HistoryChange>();
    m_changes->setRowCount(int(changes.size()));
    for (int row = 0; row < int(changes.size()); ++row) {
        const HistoryChange& change = changes[size_t(row)];
        const auto value = [&](const FieldValue& held) {
            return change.field < 0 ? QString()
                                    : valueText(change.kind, change.field, held, m_context);
        };
        const QStringList cells{shownName(change.familyName, m_context), changedText(change),
            value(change.before), value(change.after)};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            m_changes->setItem(row, column, item);
        }
    }
}

QString HistoryDialog::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void HistoryDialog::undo()
{
    const HistoryStep* line = current();
    if (!line || line->step.undone)
        return;
    m_problem->hide();
    m_context.desk.undoStep(line->step.entry, this, [this](const Result<EditReceipt>& receipt) {
        if (receipt.ok())
            return reload();
        m_problem->setText(sentenceFor(receipt.error()));
        m_problem->show();
    });
}

void HistoryDialog::openFamily()
{
    const HistoryStep* line = current();
    if (!line || line->families.empty())
        return;
    const RecordId family = line->families.front();
    accept();
    Q_EMIT familyRequested(family);
}

} // namespace homeroom
