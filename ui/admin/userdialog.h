// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "ui/widgets/formdialog.h"

class QComboBox;
class QLineEdit;

namespace homeroom {

struct NewUser {
    QString name{}; ///< sign-in name
    QString displayName{};
    UserRole role = UserRole::Tutor;
    RecordId team{};
    QString password{}; ///< given to the person once; never kept here
};

/// Makes a user: the server must be reachable, for passwords are only kept there. Stays open while
/// the server answers.
class UserDialog : public FormDialog {
    Q_OBJECT

public:
    UserDialog(const Theme& theme, const Catalogue& catalogue, QWidget* parent = nullptr);

    NewUser user() const;
    void showError(const Error& error);

Q_SIGNALS:
    void userRequested(const homeroom::NewUser& user);

private:
    QString checkTeam() const;

    QLineEdit* m_name;
    QLineEdit* m_displayName;
    QComboBox* m_role;
    QComboBox* m_team;
    QLineEdit* m_password;
};

/// Sets another password for a user; online, too.
class PasswordDialog : public FormDialog {
    Q_OBJECT

public:
    PasswordDialog(const Theme& theme, const QString& userName, QWidget* parent = nullptr);
    void showError(const Error& error);

Q_SIGNALS:
    void passwordRequested(const QString& password);

private:
    QLineEdit* m_password;
};

} // namespace homeroom
