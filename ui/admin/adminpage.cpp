// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/adminpage.h"

#include "models/store/customerquery.h"
#include "ui/widgets/toolbarrow.h"

#include <QEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

SectionPlan userPlan()
{
    SectionPlan plan{RecordKind::User,
        {u"name"_s, u"displayName"_s, u"role"_s, u"team"_s, u"active"_s},
        {u"displayName"_s, u"role"_s}, {u"displayName"_s}, {}, u"active"_s};
    plan.endsOnServer = true;
    return plan;
}

QString shownName(const User& user)
{
    return user.displayName.isEmpty() ? user.name : user.displayName;
}

SectionPlan teamPlan()
{
    return {RecordKind::Team, {u"name"_s, u"active"_s}, {u"name"_s}, {u"name"_s}, {}, u"active"_s};
}

} // namespace

AdminPage::AdminPage(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_toolbar(new ToolbarRow(context.theme)),
      m_tabs(new QTabWidget), m_users(new CatalogueSection(context, userPlan())),
      m_teams(new CatalogueSection(context, teamPlan())), m_password(new QPushButton),
      m_move(new QPushButton)
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_users, {});
    m_tabs->addTab(m_teams, {});
    m_toolbar->addControl(m_password);
    // A user is made by the server, not as a record: the section's own form has no password.
    m_users->addButton().hide();
    m_users->addDeed(m_move);
    connect(m_toolbar, &ToolbarRow::primaryRequested, this, &AdminPage::openNewUser);
    connect(m_password, &QPushButton::clicked, this, &AdminPage::openPassword);
    connect(m_move, &QPushButton::clicked, this, &AdminPage::openMove);
    connect(m_users, &CatalogueSection::removalRequested, this, &AdminPage::openDeactivation);
    connect(m_users, &CatalogueSection::currentChanged, this, [this] {
        m_password->setEnabled(m_users->current().has_value());
        m_move->setEnabled(m_users->current().has_value());
    });
    m_password->setEnabled(false);
    m_move->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_tabs, 1);
    retranslate();
}

UserDialog* AdminPage::openNewUser()
{
    auto* dialog = new UserDialog(m_context.theme, m_context.catalogue, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UserDialog::userRequested, this,
        [this, dialog](const NewUser& user) { Q_EMIT userRequested(user, dialog); });
    dialog->open();
    return dialog;
}

PasswordDialog* AdminPage::openPassword()
{
    const std::optional<RecordRow> row = m_users->current();
    if (!row)
        return nullptr;
    const User user = fromRow<User>(*row);
    auto* dialog = new PasswordDialog(m_context.theme, shownName(user), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::passwordRequested, this,
        [this, dialog, id = row->id](
            const QString& password) { Q_EMIT passwordRequested(id, password, dialog); });
    dialog->open();
    return dialog;
}

MoveUserDialog* AdminPage::openMove()
{
    const std::optional<RecordRow> row = m_users->current();
    if (!row)
        return nullptr;
    const User user = fromRow<User>(*row);
    auto* dialog = new MoveUserDialog(m_context.theme, m_context.catalogue, user, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MoveUserDialog::moveRequested, this,
        [this, dialog, id = RecordId(user.id), before = RecordId(user.team)](
            const RecordId& team) { Q_EMIT moveRequested(id, team, before, dialog); });
    dialog->open();
    return dialog;
}

DeactivateDialog* AdminPage::openDeactivation(const RecordRow& row)
{
    const User user = fromRow<User>(row);
    const auto kept = m_context.workspace.reader().read(familiesByOwner);
    auto* dialog = new DeactivateDialog(
        m_context.theme, shownName(user), kept.ok() ? kept->value(user.id) : 0, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeactivateDialog::deactivationRequested, this,
        [this, dialog, id = row.id] { Q_EMIT deactivationRequested(id, dialog); });
    dialog->open();
    return dialog;
}

void AdminPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AdminPage::retranslate()
{
    m_toolbar->setTitle(tr("Users and teams"));
    m_toolbar->setPrimaryAction(tr("New user"));
    m_password->setText(tr("New password"));
    m_move->setText(tr("Move to a team…"));
    m_tabs->setTabText(0, tr("Users"));
    m_tabs->setTabText(1, tr("Teams"));
}

} // namespace homeroom
