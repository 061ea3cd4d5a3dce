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

/// Moves a user to another team; online, for the families' scopes move along.
class MoveUserDialog : public FormDialog {
    Q_OBJECT

public:
    MoveUserDialog(const Theme& theme, const Catalogue& catalogue, const User& user,
        QWidget* parent = nullptr);

    void showError(const Error& error);

Q_SIGNALS:
    /// A null team means none.
    void moveRequested(const homeroom::RecordId& team);

private:
    QComboBox* m_team;
};

/// Asks before a user is deactivated, and stays open until the server has done it.
class DeactivateDialog : public FormDialog {
    Q_OBJECT

public:
    /// `families` are those that the user keeps.
    DeactivateDialog(
        const Theme& theme, const QString& userName, qint64 families, QWidget* parent = nullptr);

    void showError(const Error& error);

Q_SIGNALS:
    void deactivationRequested();
};

} // namespace homeroom
