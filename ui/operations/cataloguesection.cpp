// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/cataloguesection.h"

#include "models/store/import/importreader.h"
#include "models/store/records.h"
#include "models/values/rank.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/recordtexts.h"
#include "ui/editing/sentences.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A stable key for scripts out of a name; the id where the name has no Latin letters.
QString keyFrom(const QString& name, const RecordId& id)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QString key = name.toLower().replace(other, u"-"_s);
    while (key.startsWith(u'-'))
        key.remove(0, 1);
    while (key.endsWith(u'-'))
        key.chop(1);
    return key.isEmpty() ? u"k"_s + id.toString().right(12) : key;
}

QString textOf(const FieldValue& value)
{
    const auto* text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

/// A custom field takes the key that an import gives a column of its name, so that what families
/// hold of such a column becomes the field's.
QString keyOf(const RecordRow& row)
{
    const QString name = textOf(row.value(u"name"));
    const QString imported = row.kind == RecordKind::CustomField ? customKeyFor(name) : QString();
    return imported.isEmpty() ? keyFrom(name, row.id) : imported;
}

} // namespace

CatalogueSection::CatalogueSection(PageContext& context, SectionPlan plan, QWidget* parent)
    : QWidget(parent), m_context(context), m_plan(std::move(plan)), m_model(nullptr),
      m_table(new QTableView), m_empty(new EmptyState(context.theme)), m_add(new QPushButton),
      m_change(new QPushButton), m_remove(new QPushButton), m_up(new QPushButton),
      m_down(new QPushButton)
{
    const RecordType& type = recordType(m_plan.kind);
    m_model = new RecordTableModel(indexes(m_plan.columns),
        {[this](const RecordRow& row, int field) { return cellText(row, field); },
            [this, &type](
                int field) { return displayName(m_plan.kind, type.fields[size_t(field)]); }},
        this);
    arrange();
    connect(m_add, &QPushButton::clicked, this, &CatalogueSection::openNew);
    connect(m_change, &QPushButton::clicked, this, &CatalogueSection::openCurrent);
    connect(m_table, &QTableView::activated, this, &CatalogueSection::openCurrent);
    connect(m_remove, &QPushButton::clicked, this, &CatalogueSection::switchCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(&m_empty->actionButton(), &QPushButton::clicked, this, &CatalogueSection::openNew);
    connect(&context.catalogue, &Catalogue::changed, this, &CatalogueSection::reload);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CatalogueSection::followSelection);
    reload();
    retranslate();
}

void CatalogueSection::arrange()
{
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setButtonKind(*m_add, ButtonKind::Primary);
    m_up->setVisible(!m_plan.rankField.isEmpty());
    m_down->setVisible(!m_plan.rankField.isEmpty());
    m_deeds = new QHBoxLayout;
    m_deeds->setSpacing(sizes::gap);
    for (QPushButton* button : {m_add, m_change, m_up, m_down})
        m_deeds->addWidget(button);
    m_deeds->addStretch(1);
    m_deeds->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::margin, sizes::margin, sizes::margin, sizes::margin);
    column->setSpacing(sizes::gap);
    column->addLayout(m_deeds);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
}

std::vector<int> CatalogueSection::indexes(const std::vector<QString>& names) const
{
    std::vector<int> found;
    for (const QString& name : names) {
        found.push_back(recordType(m_plan.kind).indexOf(name));
        Q_ASSERT(found.back() >= 0);
    }
    return found;
}

void CatalogueSection::setScope(const FieldChanges& presets)
{
    m_presets = presets;
    reload();
}

void CatalogueSection::setEditable(bool editable)
{
    m_editable = editable;
    for (QPushButton* button : {m_add, m_change, m_remove})
        button->setVisible(editable);
    m_up->setVisible(editable && !m_plan.rankField.isEmpty());
    m_down->setVisible(editable && !m_plan.rankField.isEmpty());
    retranslate();
}

void CatalogueSection::addDeed(QPushButton* button)
{
    constexpr int beforeTheStretch = 4;
    m_deeds->insertWidget(beforeTheStretch, button);
}

bool CatalogueSection::inScope(const RecordRow& row) const
{
    return std::all_of(m_presets.begin(), m_presets.end(),
        [&](const auto& preset) { return row.value(preset.first) == preset.second; });
}

void CatalogueSection::reload()
{
    const std::optional<RecordRow> before = current();
    const RecordType& type = recordType(m_plan.kind);
    Result<std::vector<RecordRow>> rows = m_context.workspace.reader().read(
        [&](Database& database) { return listRows(database, type, {}, -1); });
    if (!rows.ok())
        return;
    std::erase_if(*rows, [this](const RecordRow& row) { return !inScope(row); });
    const int order = type.indexOf(m_plan.rankField.isEmpty() ? u"name"_s : m_plan.rankField);
    std::stable_sort(rows->begin(), rows->end(), [order](const RecordRow& a, const RecordRow& b) {
        return textOf(a.value(order)) < textOf(b.value(order));
    });
    const bool any = !rows->empty();
    m_model->setRows(std::move(*rows));
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    if (before)
        select(before->id);
    followSelection();
}

QString CatalogueSection::cellText(const RecordRow& row, int field) const
{
    return recordText(row, field, m_context.catalogue, m_context.zone);
}

std::optional<RecordRow> CatalogueSection::current() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model->rowAt(index.row());
}

void CatalogueSection::select(const RecordId& id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

RecordDialog* CatalogueSection::openNew()
{
    RecordRow row = emptyRow(m_plan.kind, m_context.ids.next());
    for (const auto& [index, value] : m_presets)
        row.values[size_t(index)] = value;
    if (!m_plan.activeField.isEmpty())
        row.values[size_t(row.type().indexOf(m_plan.activeField))] = qint64(1);
    return openForm(row);
}

RecordDialog* CatalogueSection::openCurrent()
{
    const std::optional<RecordRow> row = current();
    return row && m_editable ? openForm(*row) : nullptr;
}

RecordDialog* CatalogueSection::openForm(const RecordRow& row)
{
    auto* dialog = new RecordDialog(m_context.theme, m_context.catalogue, row,
        {indexes(m_plan.form), indexes(m_plan.required)}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row] { save(*dialog, row); });
    dialog->open();
    return dialog;
}

void CatalogueSection::save(RecordDialog& dialog, const RecordRow& row)
{
    const bool isNew = row.root.isNull();
    Edit edit;
    edit.mutations = mutationsOf(dialog, row);
    if (edit.mutations.empty())
        return;
    Mutation& main = edit.mutations.front();
    if (isNew) {
        RecordRow filled = row;
        applyMutation(filled, main);
        const RecordRow typed = filled;
        fillHidden(filled);
        for (size_t i = 0; i < filled.values.size(); ++i) {
            if (filled.values[i] != typed.values[i])
                main.changes.emplace_back(int(i), filled.values[i]);
        }
    }
    const QString name = displayName(m_plan.kind);
    edit.label = isNew ? tr("%1 added").arg(name) : tr("%1 changed").arg(name);
    m_context.desk.apply(std::move(edit), this, [this, id = row.id](const auto&) { select(id); });
}

/// What the form does not ask: a stable key from the name, the place after the last one.
void CatalogueSection::fillHidden(RecordRow& row) const
{
    const RecordType& type = row.type();
    if (const int key = type.indexOf(u"key"); key >= 0 && isNothing(row.value(key)))
        row.values[size_t(key)] = keyOf(row);
    if (m_plan.rankField.isEmpty())
        return;
    const int rank = type.indexOf(m_plan.rankField);
    const int last = m_model->rowCount() - 1;
    const QString after = last < 0 ? QString() : textOf(m_model->rowAt(last).value(rank));
    row.values[size_t(rank)] = rankBetween(after, {});
}

void CatalogueSection::moveCurrent(int by)
{
    const int from = m_table->currentIndex().row();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_model->rowCount())
        return;
    const int rank = recordType(m_plan.kind).indexOf(m_plan.rankField);
    const auto rankOf = [&](int row) {
        return row < 0 || row >= m_model->rowCount() ? QString()
                                                     : textOf(m_model->rowAt(row).value(rank));
    };
    const QString moved =
        by < 0 ? rankBetween(rankOf(to - 1), rankOf(to)) : rankBetween(rankOf(to), rankOf(to + 1));
    const RecordRow& row = m_model->rowAt(from);
    Mutation mutation;
    mutation.kind = row.kind;
    mutation.id = row.id;
    mutation.root = row.root;
    mutation.changes = {{rank, moved}};
    Edit edit;
    edit.label = tr("%1 moved").arg(textOf(row.value(u"name")));
    edit.mutations = {mutation};
    m_context.desk.apply(std::move(edit));
}

void CatalogueSection::switchCurrent()
{
    const std::optional<RecordRow> row = current();
    if (!row)
        return;
    const int active = row->type().indexOf(m_plan.activeField);
    const bool on = active >= 0 && row->value(active) == FieldValue(qint64(1));
    if (active < 0 || (on && m_plan.endsOnServer)) {
        Q_EMIT removalRequested(*row);
        return;
    }
    Mutation mutation;
    mutation.kind = row->kind;
    mutation.id = row->id;
    mutation.root = row->root;
    mutation.changes = {{active, qint64(!on)}};
    Edit edit;
    const QString name = textOf(row->value(u"name"));
    edit.label = on ? tr("%1 is out of use").arg(name) : tr("%1 is in use again").arg(name);
    edit.mutations = {mutation};
    m_context.desk.apply(std::move(edit));
}

void CatalogueSection::followSelection()
{
    const std::optional<RecordRow> row = current();
    m_change->setEnabled(row.has_value());
    // Who takes themselves out of use has nobody left to ask; the server refuses it, too.
    const bool own = row && row->id == m_context.viewer.user;
    m_remove->setEnabled(row && !own);
    m_remove->setToolTip(own ? tr("Another admin can take you out of use.") : QString());
    const int at = m_table->currentIndex().row();
    m_up->setEnabled(row && at > 0);
    m_down->setEnabled(row && at < m_model->rowCount() - 1);
    if (!m_plan.activeField.isEmpty()) {
        const bool on = !row || row->value(m_plan.activeField) == FieldValue(qint64(1));
        const QString off = m_plan.endsOnServer ? tr("Deactivate…") : tr("Take out of use");
        m_remove->setText(on ? off : tr("Use again"));
    }
    Q_EMIT currentChanged();
}

void CatalogueSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_model->retranslate();
    retranslate();
}

void CatalogueSection::retranslate()
{
    m_add->setText(tr("Add"));
    m_change->setText(tr("Change"));
    m_remove->setText(tr("Remove"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_table->setAccessibleName(displayName(m_plan.kind));
    m_empty->setContent({EmptyState::Kind::Empty, tr("Nothing here yet."),
        m_editable ? tr("Add the first one; everybody sees it after the next sync.")
                   : tr("Operations can add some."),
        m_editable ? tr("Add") : QString(), Icon::Settings});
    followSelection();
}

} // namespace homeroom
