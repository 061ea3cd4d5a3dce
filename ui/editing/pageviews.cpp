// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/pageviews.h"

#include "models/store/drafts.h"
#include "models/values/rank.h"
#include "ui/editing/editdesk.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/questions.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Beside what the page itself keeps.
const QString keptSuffix = u".view"_s;

} // namespace

PageViews::PageViews(
    const PageContext& context, ToolbarRow& toolbar, const QString& page, QObject* parent)
    : QObject(parent), m_context(context), m_toolbar(toolbar), m_page(page)
{
    toolbar.views().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&context.catalogue, &Catalogue::changed, this, &PageViews::fill);
    connect(&toolbar, &ToolbarRow::viewChosen, this, [this](const QString& id) {
        keepChosen();
        if (const SavedView* view = current())
            Q_EMIT viewChosen(view->definition);
        else
            Q_EMIT ownTabChosen(id);
    });
}

void PageViews::restore()
{
    const QString id =
        pageState(m_context.workspace.reader(), m_page + keptSuffix).value(u"view"_s).toString();
    const QSignalBlocker quiet(m_toolbar.views());
    m_toolbar.views().setCurrentId(id);
    if (const SavedView* view = current())
        Q_EMIT viewChosen(view->definition);
}

void PageViews::keepChosen()
{
    keepPageState(m_context.workspace.store(), m_page + keptSuffix,
        {{u"view"_s, m_toolbar.views().currentId()}});
}

bool PageViews::mayShare() const
{
    const RecordId& team = m_context.viewer.team;
    return !team.isNull() && mayEditOrgRecord(m_context.viewer, RecordKind::SavedView, team);
}

bool PageViews::mayChange(const SavedView& view) const
{
    return view.team.isNull()
        ? view.user == m_context.viewer.user
        : mayEditOrgRecord(m_context.viewer, RecordKind::SavedView, view.team);
}

void PageViews::setOwnTabs(const QList<TabText>& tabs)
{
    m_ownTabs = tabs;
    fill();
}

// Administrators receive every team's views; on their own page they would only be noise.
bool PageViews::isShown(const SavedView& view) const
{
    return view.page == m_page
        && (view.team.isNull() || RecordId(view.team) == m_context.viewer.team);
}

void PageViews::fill()
{
    QList<TabText> tabs = m_ownTabs;
    for (const SavedView& view : m_context.catalogue.savedViews()) {
        if (isShown(view))
            tabs.append({view.id.toString(), view.name});
    }
    m_toolbar.setViews(tabs);
}

std::vector<QJsonObject> PageViews::definitions() const
{
    std::vector<QJsonObject> definitions;
    for (const SavedView& view : m_context.catalogue.savedViews()) {
        if (isShown(view))
            definitions.push_back(view.definition);
    }
    return definitions;
}

const SavedView* PageViews::current() const
{
    const std::optional<RecordId> id = RecordId::fromString(m_toolbar.views().currentId());
    return id ? m_context.catalogue.find(Id<SavedView>(*id)) : nullptr;
}

void PageViews::choose(int position)
{
    if (position < m_toolbar.views().count())
        m_toolbar.views().setCurrentIndex(position);
}

FormDialog* PageViews::newNameDialog(QWidget* asker, const QString& title, const QString& before)
{
    auto* dialog = new FormDialog(m_context.theme, asker);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* name = new QLineEdit(before);
    name->setObjectName(u"viewName"_s);
    name->setMaxLength(40);
    dialog->setTitle(title);
    dialog->setAcceptText(tr("Save"));
    dialog->addRow(tr("Name of the view"), name, [name] {
        return name->text().trimmed().isEmpty() ? tr("A view needs a name.") : QString();
    });
    return dialog;
}

void PageViews::save(QWidget* asker, const QJsonObject& definition)
{
    FormDialog* dialog = newNameDialog(asker, tr("Save this view"), {});
    auto* name = dialog->findChild<QLineEdit*>(u"viewName"_s);
    auto* whose = new QComboBox;
    whose->setObjectName(u"viewWhose"_s);
    whose->addItem(tr("Only for me"));
    if (mayShare()) {
        whose->addItem(tr("For everybody in my team"));
        dialog->addRow(tr("Who has it"), whose);
    } else {
        whose->setParent(dialog);
        whose->hide();
    }
    connect(dialog, &QDialog::accepted, this, [this, name, whose, definition] {
        const bool shared = whose->currentIndex() > 0;
        saveAs(name->text().trimmed(), definition,
            shared ? Id<Team>(m_context.viewer.team) : Id<Team>());
    });
    dialog->open();
}

void PageViews::saveAs(const QString& name, const QJsonObject& definition, const Id<Team>& team)
{
    SavedView view;
    view.id = Id<SavedView>(m_context.ids.next());
    view.name = name;
    view.user = Id<User>(m_context.viewer.user);
    view.team = team;
    view.page = m_page;
    view.definition = definition;
    QString last;
    for (const SavedView& other : m_context.catalogue.savedViews())
        last = qMax(last, other.rank);
    view.rank = rankBetween(last, {});
    m_context.desk.apply({tr("View saved"), {createMutation(view)}, {}}, this,
        [this, id = view.id](const Result<EditReceipt>& receipt) {
            if (!receipt.ok())
                return;
            m_toolbar.views().setCurrentId(id.toString());
            keepChosen();
        });
}

void PageViews::showMenu(const QPoint& globalPosition, const QJsonObject& definition)
{
    const SavedView* view = current();
    if (!view || !mayChange(*view))
        return;
    auto* menu = new QMenu(&m_toolbar);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename…"), this, [this, held = *view] { rename(held); });
    menu->addAction(tr("Save what is shown"), this,
        [this, held = *view, definition] { update(held, definition); });
    menu->addAction(tr("Delete…"), this, [this, held = *view] { remove(held); });
    menu->popup(globalPosition);
}

void PageViews::rename(const SavedView& view)
{
    FormDialog* dialog = newNameDialog(&m_toolbar, tr("Rename the view"), view.name);
    auto* name = dialog->findChild<QLineEdit*>(u"viewName"_s);
    connect(dialog, &QDialog::accepted, this, [this, view, name] {
        Change<SavedView> change(view.id, view.id);
        m_context.desk.apply({tr("View renamed"),
            {change.set(&SavedView::name, name->text().trimmed()).mutation()}, {}});
    });
    dialog->open();
}

void PageViews::update(const SavedView& view, const QJsonObject& definition)
{
    Change<SavedView> change(view.id, view.id);
    change.set(&SavedView::definition, objectPatch(view.definition, definition));
    m_context.desk.apply({tr("View saved"), {change.mutation()}, {}});
}

void PageViews::remove(const SavedView& view)
{
    const Question question{tr("Delete the view «%1»?").arg(view.name),
        tr("The families in it stay."), tr("Delete the view"), {}, Weight::Losing};
    m_context.questions.ask(&m_toolbar, question, [this, view](bool accepted) {
        if (!accepted)
            return;
        Mutation mutation;
        mutation.operation = Operation::Delete;
        mutation.kind = RecordKind::SavedView;
        mutation.id = view.id;
        mutation.root = view.id;
        m_context.desk.apply({tr("View deleted"), {mutation}, {}});
    });
}

} // namespace homeroom
