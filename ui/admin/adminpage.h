// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/userdialog.h"
#include "ui/operations/cataloguesection.h"

class QTabWidget;

namespace homeroom {

class ToolbarRow;

/// Users and teams, for admins. Names, roles and teams are records and change offline, too; a new
/// user and a password need the server.
class AdminPage : public QWidget {
    Q_OBJECT

public:
    explicit AdminPage(PageContext& context, QWidget* parent = nullptr);

    CatalogueSection& users() { return *m_users; }
    CatalogueSection& teams() { return *m_teams; }
    UserDialog* openNewUser();
    PasswordDialog* openPassword();

Q_SIGNALS:
    /// To be carried out on the server; answer with the dialog's showError() or accept it.
    void userRequested(const homeroom::NewUser& user, homeroom::UserDialog* dialog);
    void passwordRequested(
        const homeroom::RecordId& user, const QString& password, homeroom::PasswordDialog* dialog);

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
};

} // namespace homeroom
