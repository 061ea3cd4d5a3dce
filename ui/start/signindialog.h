// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"
#include "ui/widgets/formdialog.h"

class QLineEdit;

namespace homeroom {

/// How the profile's key will be kept.
/// Where the key of this computer comes from. Known: the profile is open.
enum class KeyKeeping { Keychain, Passphrase, Known };

struct SignInForm {
    QString server{};
    QString user{};
    QString password{};
    QString passphrase{}; ///< empty where the keychain keeps the key
};

/// First start, and every time the server wants a new sign-in: server, name, password, and a
/// passphrase where the computer has no keychain. Stays open while the server answers.
class SignInDialog : public FormDialog {
    Q_OBJECT

public:
    SignInDialog(const Theme& theme, KeyKeeping keeping, QWidget* parent = nullptr);

    /// What is known already, as after a sign-out.
    void setKnown(const QString& server, const QString& user);
    SignInForm form() const;
    /// The server refused, or could not be reached; the person may try again.
    void showError(const Error& error);

Q_SIGNALS:
    void signInRequested(const homeroom::SignInForm& form);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString introduction() const;
    QString checkServer() const;

    KeyKeeping m_keeping;
    QLineEdit* m_server;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_passphrase;
    QLineEdit* m_repeat;
};

} // namespace homeroom
