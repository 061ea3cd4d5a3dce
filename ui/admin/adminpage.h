// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/userdialog.h"
#include "ui/operations/cataloguesection.h"

class QTabWidget;

namespace homeroom {

class ToolbarRow;

/// Users and teams, for admins. Names and roles are records and change offline, too; a new user, a
/// password, another team and the end of an account need the server.
class AdminPage : public QWidget {
    Q_OBJECT

public:
    explicit AdminPage(PageContext& context, QWidget* parent = nullptr);

    CatalogueSection& users() { return *m_users; }
    CatalogueSection& teams() { return *m_teams; }
    UserDialog* openNewUser();
    PasswordDialog* openPassword();
    MoveUserDialog* openMove();
    DeactivateDialog* openDeactivation(const RecordRow& user);

Q_SIGNALS:
    /// To be carried out on the server; answer with the dialog's showError() or accept it.
    void userRequested(const homeroom::NewUser& user, homeroom::UserDialog* dialog);
    void passwordRequested(
        const homeroom::RecordId& user, const QString& password, homeroom::PasswordDialog* dialog);
    /// `before` is the team that the person saw.
    void moveRequested(const homeroom::RecordId& user, const homeroom::RecordId& team,
        const homeroom::RecordId& before, homeroom::MoveUserDialog* dialog);
    void deactivationRequested(const homeroom::RecordId& user, homeroom::DeactivateDialog* dialog);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    PageContext& m_context;
    ToolbarRow* m_toolbar;
    QTabWidget* m_tabs;
    CatalogueSection* m_users;
    CatalogueSection* m_teams;
    QPushButton* m_password;
    QPushButton* m_move;
};

} // namespace homeroom
