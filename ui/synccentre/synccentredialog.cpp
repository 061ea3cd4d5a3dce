// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/synccentredialog.h"

#include "models/store/records.h"
#include "ui/editing/sentences.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{760, 480};

QString shown(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() ? u"–"_s : value.toVariant().toString();
}

} // namespace

SyncCentreDialog::SyncCentreDialog(PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_title(new TextLabel(context.theme, TextRole::Title)),
      m_waiting(new TextLabel(context.theme, TextRole::Body, &Colors::muted)),
      m_table(new QTableWidget), m_empty(new EmptyState(context.theme)), m_open(new QPushButton),
      m_discard(new QPushButton), m_sync(new QPushButton), m_close(new QPushButton)
{
    resize(comfortable);
    arrange();
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_sync, &QPushButton::clicked, this, &SyncCentreDialog::syncRequested);
    connect(m_discard, &QPushButton::clicked, this, [this] { discard(m_table->currentRow()); });
    const auto openFamily = [this] {
        if (m_table->currentRow() >= 0)
            Q_EMIT customerRequested(m_lines[size_t(m_table->currentRow())].root);
    };
    connect(m_open, &QPushButton::clicked, this, openFamily);
    connect(m_table, &QTableWidget::cellActivated, this, openFamily);
    connect(m_table, &QTableWidget::currentCellChanged, this, &SyncCentreDialog::followSelection);
    connect(&context.workspace.store(), &RecordStore::changed, this, &SyncCentreDialog::reload);
    reload();
    retranslate();
}

void SyncCentreDialog::arrange()
{
    m_table->setColumnCount(2);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addWidget(m_open);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(m_sync);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::margin);
    column->addWidget(m_title);
    column->addWidget(m_waiting);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(buttons);
}

int SyncCentreDialog::count() const
{
    return int(m_lines.size());
}

void SyncCentreDialog::reload()
{
    const Result<void> read = m_context.workspace.reader().read([this](Database& database) {
        m_lines.clear();
        Outbox outbox(database);
        m_waitingCount = outbox.counts().waiting;
        for (const RefusedEdit& edit : outbox.refused())
            m_lines.push_back(lineOf(database, edit));
        for (const Conflict& conflict : listRecords<Conflict>(database, "resolved = 0 ORDER BY at"))
            m_lines.push_back(lineOf(database, conflict));
    });
    if (!read.ok())
        return;
    m_table->setRowCount(count());
    for (int row = 0; row < count(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(m_lines[size_t(row)].what));
        m_table->setItem(row, 1, new QTableWidgetItem(m_lines[size_t(row)].why));
    }
    m_table->resizeRowsToContents();
    m_table->setVisible(count() > 0);
    m_empty->setVisible(count() == 0);
    m_waiting->setText(tr("%n edit(s) wait for the server.", nullptr, int(m_waitingCount)));
    followSelection();
}

SyncCentreDialog::Line SyncCentreDialog::lineOf(Database& database, const RefusedEdit& edit) const
{
    const QString what = u"%1 · %2"_s.arg(familyName(database, edit.root), displayName(edit.kind));
    return {edit.number, edit.root, what, tr("Refused: %1").arg(sentenceFor(edit.reason))};
}

SyncCentreDialog::Line SyncCentreDialog::lineOf(Database& database, const Conflict& conflict) const
{
    const RecordType* type = recordTypeByName(conflict.record.section(u'/', 0, 0));
    const int field = type ? type->indexOf(conflict.fieldName) : -1;
    const QString name =
        field >= 0 ? displayName(type->kind, type->fields[size_t(field)]) : conflict.fieldName;
    const QString why =
        tr("Changed by two: here %1, on the server %2, before %3.")
            .arg(shown(conflict.values.value(u"mine"_s)), shown(conflict.values.value(u"theirs"_s)),
                shown(conflict.values.value(u"before"_s)));
    return {
        0, conflict.customer, u"%1 · %2"_s.arg(familyName(database, conflict.customer), name), why};
}

QString SyncCentreDialog::familyName(Database& database, const RecordId& root) const
{
    const std::optional<Customer> customer = findRecord<Customer>(database, root);
    return customer && !customer->name.isEmpty() ? customer->name : tr("Not here any more");
}

void SyncCentreDialog::discard(int row)
{
    if (row < 0 || row >= count() || m_lines[size_t(row)].refused == 0)
        return;
    m_context.workspace.store()
        .write([number = m_lines[size_t(row)].refused](Database& database) -> Result<ChangeSet> {
            Outbox(database).dismiss(number);
            return ChangeSet{};
        })
        .then(this, [this](const Result<ChangeSet>&) { reload(); });
}

void SyncCentreDialog::followSelection()
{
    const int row = m_table->currentRow();
    const bool any = row >= 0 && row < count();
    m_open->setEnabled(any);
    m_discard->setEnabled(any && m_lines[size_t(row)].refused > 0);
}

void SyncCentreDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
}

void SyncCentreDialog::retranslate()
{
    setWindowTitle(tr("Sync"));
    m_title->setText(tr("What needs you"));
    m_table->setHorizontalHeaderLabels({tr("What"), tr("Why")});
    m_table->setAccessibleName(m_title->text());
    m_empty->setContent({EmptyState::Kind::Empty, tr("Nothing needs you."),
        tr("Edits on their way to the server need no care: they are kept until it has them."), {},
        Icon::Check});
    m_open->setText(tr("Open the family"));
    m_discard->setText(tr("Discard the edit"));
    m_sync->setText(tr("Sync now"));
    m_close->setText(tr("Close"));
}

} // namespace homeroom
