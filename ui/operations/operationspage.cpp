// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationspage.h"

#include "models/store/import/matchchannels.h"
#include "models/store/stagequery.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/sentences.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/toolbarrow.h"

#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

SectionPlan pipelinePlan()
{
    return {RecordKind::Pipeline, {u"name"_s, u"isDefault"_s, u"active"_s},
        {u"name"_s, u"isDefault"_s}, {u"name"_s}, u"rank"_s, u"active"_s};
}

SectionPlan stagePlan()
{
    return {RecordKind::Stage, {u"name"_s, u"role"_s, u"key"_s}, {u"name"_s, u"role"_s},
        {u"name"_s}, u"rank"_s, {}};
}

SectionPlan tagPlan()
{
    return {RecordKind::Tag, {u"name"_s, u"groupName"_s, u"color"_s},
        {u"name"_s, u"groupName"_s, u"color"_s}, {u"name"_s}, {}, {}};
}

SectionPlan channelPlan()
{
    return {RecordKind::Channel, {u"name"_s, u"aliases"_s, u"active"_s}, {u"name"_s, u"aliases"_s},
        {u"name"_s}, {}, u"active"_s};
}

SectionPlan productPlan()
{
    return {RecordKind::Product, {u"name"_s, u"kind"_s, u"price"_s, u"active"_s},
        {u"name"_s, u"kind"_s, u"price"_s}, {u"name"_s, u"price"_s}, {}, u"active"_s};
}

SectionPlan customFieldPlan()
{
    return {RecordKind::CustomField, {u"name"_s, u"kind"_s, u"choices"_s, u"active"_s},
        {u"name"_s, u"kind"_s, u"choices"_s}, {u"name"_s}, u"rank"_s, u"active"_s};
}

constexpr int namedSources = 3; // as many as a message can say

QString nameOf(const RecordRow& row)
{
    const auto* name = std::get_if<QString>(&row.value(u"name"));
    return name ? *name : QString();
}

Mutation deletion(const RecordRow& row)
{
    Mutation mutation;
    mutation.operation = Operation::Delete;
    mutation.kind = row.kind;
    mutation.id = row.id;
    mutation.root = row.root;
    return mutation;
}

} // namespace

OperationsPage::OperationsPage(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_toolbar(new ToolbarRow(context.theme)),
      m_tabs(new QTabWidget), m_match(new QPushButton)
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makePipelines(), {});
    m_tabs->addTab(addSection(tagPlan()), {});
    m_tabs->addTab(addSection(channelPlan()), {});
    m_tabs->addTab(addSection(productPlan()), {});
    m_tabs->addTab(addSection(customFieldPlan()), {});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_tabs, 1);
    section(RecordKind::Channel)->addDeed(m_match);
    connect(m_match, &QPushButton::clicked, this, &OperationsPage::matchSources);
    m_match->setVisible(mayEditOrgRecord(context.viewer, RecordKind::Channel, {}));
    for (CatalogueSection* section : m_sections)
        section->setEditable(mayEditOrgRecord(context.viewer, section->kind(), {}));
    retranslate();
}

QWidget* OperationsPage::makePipelines()
{
    auto* splitter = new QSplitter;
    CatalogueSection* pipelines = addSection(pipelinePlan());
    CatalogueSection* stages = addSection(stagePlan());
    splitter->addWidget(pipelines);
    splitter->addWidget(stages);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    connect(pipelines, &CatalogueSection::currentChanged, this, &OperationsPage::followPipeline);
    if (const Pipeline* pipeline = m_context.catalogue.defaultPipeline())
        pipelines->select(pipeline->id);
    followPipeline();
    return splitter;
}

CatalogueSection* OperationsPage::addSection(SectionPlan plan)
{
    auto* section = new CatalogueSection(m_context, std::move(plan));
    connect(section, &CatalogueSection::removalRequested, this, &OperationsPage::askRemoval);
    m_sections.push_back(section);
    return section;
}

CatalogueSection* OperationsPage::section(RecordKind kind) const
{
    for (CatalogueSection* section : m_sections) {
        if (section->kind() == kind)
            return section;
    }
    return nullptr;
}

void OperationsPage::showSection(RecordKind kind)
{
    QWidget* wanted = section(kind);
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i) == wanted || m_tabs->widget(i)->isAncestorOf(wanted))
            m_tabs->setCurrentIndex(i);
    }
}

void OperationsPage::followPipeline()
{
    const std::optional<RecordRow> pipeline = section(RecordKind::Pipeline)->current();
    CatalogueSection* stages = section(RecordKind::Stage);
    if (!stages)
        return;
    // Without a pipeline the null id matches no stage.
    stages->setScope({{fieldIndexOf(&Stage::pipeline), pipeline ? pipeline->id : RecordId()}});
    stages->addButton().setEnabled(pipeline.has_value());
}

qint64 OperationsPage::cardsIn(const Stage& stage) const
{
    const Result<qint64> count = m_context.workspace.reader().read(
        [&](Database& database) { return countCardsOfStage(database, stage); });
    return count.ok() ? *count : 0;
}

void OperationsPage::askRemoval(const RecordRow& row)
{
    const qint64 cards = row.kind == RecordKind::Stage ? cardsIn(fromRow<Stage>(row)) : 0;
    if (cards > 0) {
        askTarget(row, cards);
        return;
    }
    // Nothing is lost and undo brings it back: no question.
    remove(row);
}

void OperationsPage::askTarget(const RecordRow& stage, qint64 cards)
{
    auto* dialog = new FormDialog(m_context.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(tr("Remove the stage «%1»").arg(nameOf(stage)));
    dialog->setIntroduction(
        tr("%n card(s) stand in it. Where shall they go?", nullptr, int(cards)));
    auto* targets = new QComboBox;
    const auto* pipeline = std::get_if<RecordId>(&stage.value(u"pipeline"));
    for (const Stage& other : m_context.catalogue.stagesOf(Id<Pipeline>(*pipeline))) {
        if (other.id != stage.id)
            targets->addItem(other.name, other.id.toString());
    }
    dialog->addRow(tr("Stage"), targets,
        [targets] { return targets->count() == 0 ? tr("Add another stage first.") : QString(); });
    dialog->setAcceptText(tr("Move and remove"));
    connect(dialog, &QDialog::accepted, this, [this, stage, targets] {
        removeStage(stage, *RecordId::fromString(targets->currentData().toString()));
    });
    dialog->open();
}

void OperationsPage::removeStage(const RecordRow& stage, const RecordId& target)
{
    Edit edit;
    edit.label = tr("Stage «%1» removed").arg(nameOf(stage));
    edit.batch = m_context.ids.next();
    const Result<std::vector<Opportunity>> cards = m_context.workspace.reader().read(
        [&](Database& database) { return cardsOfStage(database, fromRow<Stage>(stage)); });
    if (!cards.ok())
        return;
    for (const Opportunity& card : *cards) {
        edit.mutations.push_back(Change<Opportunity>(card.id, card.customer)
                                     .set(&Opportunity::stage, Id<Stage>(target))
                                     .mutation());
    }
    edit.mutations.push_back(deletion(stage));
    m_context.desk.apply(std::move(edit));
}

void OperationsPage::remove(const RecordRow& row)
{
    Edit edit;
    edit.label = tr("«%1» removed").arg(nameOf(row));
    edit.mutations = {deletion(row)};
    m_context.desk.apply(std::move(edit));
}

void OperationsPage::matchSources()
{
    const RecordId batch = m_context.ids.next();
    m_context.workspace
        .query([viewer = m_context.viewer, batch](
                   Database& database) { return matchChannels(database, viewer, batch); })
        .then(this, [this](const Result<Edit>& matched) {
            if (!matched.ok()) {
                m_context.desk.report(matched.error());
                return;
            }
            if (matched->mutations.empty()) {
                tellUnmatched();
                return;
            }
            Edit edit = *matched;
            edit.label = tr("%n families got their channel", nullptr, int(edit.mutations.size()));
            m_context.desk.apply(std::move(edit));
        });
}

void OperationsPage::tellUnmatched()
{
    using Sources = std::vector<std::pair<QString, qint64>>;
    m_context.workspace.query(sourcesWithoutChannel)
        .then(this, [this](const Result<Sources>& found) {
            if (!found.ok()) {
                m_context.desk.report(found.error());
                return;
            }
            QStringList named;
            for (const auto& [source, families] : *found) {
                if (named.size() == namedSources)
                    break;
                //: A source text and how many families have it.
                named.append(tr("«%1» (%2)").arg(source, locale().toString(families)));
            }
            QString sentence = tr("No family has a source text that names a channel.");
            if (!found->empty())
                sentence += u' '
                    + tr("%n texts have no channel: %1", nullptr, int(found->size()))
                          .arg(named.join(tr(", ")));
            Q_EMIT m_context.desk.refused(sentence);
        });
}

void OperationsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OperationsPage::retranslate()
{
    m_toolbar->setTitle(tr("Operations"));
    m_match->setText(tr("Match source texts"));
    m_tabs->setTabText(0, tr("Pipelines and stages"));
    m_tabs->setTabText(1, tr("Tags"));
    m_tabs->setTabText(2, tr("Channels"));
    m_tabs->setTabText(3, tr("Products"));
    m_tabs->setTabText(4, tr("Custom fields"));
}

} // namespace homeroom
