// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/pageviews.h"

#include "models/values/rank.h"
#include "ui/editing/editdesk.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/questions.h"

#include <QLineEdit>
#include <QMenu>

namespace homeroom {

using namespace Qt::StringLiterals;

PageViews::PageViews(
    const PageContext& context, ToolbarRow& toolbar, const QString& page, QObject* parent)
    : QObject(parent), m_context(context), m_toolbar(toolbar), m_page(page)
{
    toolbar.views().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&context.catalogue, &Catalogue::changed, this, &PageViews::fill);
    connect(&toolbar, &ToolbarRow::viewChosen, this, [this](const QString& id) {
        if (const SavedView* view = current())
            Q_EMIT viewChosen(view->definition);
        else
            Q_EMIT ownTabChosen(id);
    });
}

void PageViews::setOwnTabs(const QList<TabText>& tabs)
{
    m_ownTabs = tabs;
    fill();
}

void PageViews::fill()
{
    QList<TabText> tabs = m_ownTabs;
    for (const SavedView& view : m_context.catalogue.savedViews()) {
        // Administrators receive every team's views; on their own page they would only be noise.
        if (view.page == m_page
            && (view.team.isNull() || RecordId(view.team) == m_context.viewer.team))
            tabs.append({view.id.toString(), view.name});
    }
    m_toolbar.setViews(tabs);
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

void PageViews::askName(QWidget* asker, const QString& title, const QString& before,
    std::function<void(const QString&)> then)
{
    auto* dialog = new FormDialog(m_context.theme, asker);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* name = new QLineEdit(before);
    name->setMaxLength(40);
    dialog->setTitle(title);
    dialog->setAcceptText(tr("Save"));
    dialog->addRow(tr("Name of the view"), name, [name] {
        return name->text().trimmed().isEmpty() ? tr("A view needs a name.") : QString();
    });
    connect(dialog, &QDialog::accepted, this,
        [name, then = std::move(then)] { then(name->text().trimmed()); });
    dialog->open();
}

void PageViews::save(QWidget* asker, const QJsonObject& definition)
{
    askName(asker, tr("Save this view"), {},
        [this, definition](const QString& name) { saveAs(name, definition); });
}

void PageViews::saveAs(const QString& name, const QJsonObject& definition)
{
    SavedView view;
    view.id = Id<SavedView>(m_context.ids.next());
    view.name = name;
    view.user = Id<User>(m_context.viewer.user);
    view.page = m_page;
    view.definition = definition;
    QString last;
    for (const SavedView& other : m_context.catalogue.savedViews())
        last = qMax(last, other.rank);
    view.rank = rankBetween(last, {});
    m_context.desk.apply({tr("View saved"), {createMutation(view)}, {}}, this,
        [this, id = view.id](const Result<EditReceipt>& receipt) {
            if (receipt.ok())
                m_toolbar.views().setCurrentId(id.toString());
        });
}

void PageViews::showMenu(const QPoint& globalPosition, const QJsonObject& definition)
{
    const SavedView* view = current();
    if (!view || view->user != m_context.viewer.user)
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
    askName(&m_toolbar, tr("Rename the view"), view.name, [this, view](const QString& name) {
        Change<SavedView> change(view.id, view.id);
        m_context.desk.apply(
            {tr("View renamed"), {change.set(&SavedView::name, name).mutation()}, {}});
    });
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
