// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/userdialog.h"

#include "ui/editing/sentences.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPassword = 10;

QString checkPassword(const QString& password)
{
    return password.size() < shortestPassword
        ? UserDialog::tr("At least %n characters.", nullptr, int(shortestPassword))
        : QString();
}

QString checkName(const QString& name)
{
    static const QRegularExpression allowed(u"^[a-z0-9][a-z0-9._-]{1,63}$"_s);
    return allowed.match(name).hasMatch()
        ? QString()
        : UserDialog::tr("Small letters, digits, dots and dashes; at least two.");
}

/// Tutors, sales and leads work in a team; operations and admins stand outside of teams.
bool needsTeam(UserRole role)
{
    return role != UserRole::Operations && role != UserRole::Admin;
}

} // namespace

UserDialog::UserDialog(const Theme& theme, const Catalogue& catalogue, QWidget* parent)
    : FormDialog(theme, parent), m_name(new QLineEdit), m_displayName(new QLineEdit),
      m_role(new QComboBox), m_team(new QComboBox), m_password(new QLineEdit)
{
    const RecordType& type = recordTypeOf<User>();
    const FieldDescription& role = type.fields[size_t(fieldIndexOf(&User::role))];
    for (const QLatin1StringView word : role.words)
        m_role->addItem(displayWord(role, QString(word)));
    m_team->addItem(tr("None"), QString());
    for (const Team& team : catalogue.teams())
        m_team->addItem(team.name, team.id.toString());
    setTitle(tr("New user"));
    setIntroduction(tr("The person signs in with this name and password and can change nothing "
                       "outside of the role."));
    setAcceptText(tr("Add"));
    addRow(tr("Sign-in name"), m_name, [this] { return checkName(m_name->text()); });
    addRow(tr("Full name"), m_displayName, [this] {
        return m_displayName->text().trimmed().isEmpty() ? tr("Type the person's name.")
                                                         : QString();
    });
    addRow(tr("Role"), m_role);
    addRow(tr("Team"), m_team, [this] { return checkTeam(); });
    addRow(tr("First password"), m_password, [this] { return checkPassword(m_password->text()); });
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, [this] {
        setFormError({});
        setBusy(true);
        Q_EMIT userRequested(user());
    });
}

NewUser UserDialog::user() const
{
    return {m_name->text(), m_displayName->text().trimmed(), UserRole(m_role->currentIndex()),
        RecordId::fromString(m_team->currentData().toString()).value_or(RecordId()),
        m_password->text()};
}

QString UserDialog::checkTeam() const
{
    const NewUser typed = user();
    return needsTeam(typed.role) && typed.team.isNull() ? tr("This role works in a team.")
                                                        : QString();
}

void UserDialog::showError(const Error& error)
{
    setBusy(false);
    setFormError(sentenceFor(error));
}

PasswordDialog::PasswordDialog(const Theme& theme, const QString& userName, QWidget* parent)
    : FormDialog(theme, parent), m_password(new QLineEdit)
{
    setTitle(tr("New password for %1").arg(userName));
    setIntroduction(tr("The person is signed out everywhere and signs in with the new password."));
    setAcceptText(tr("Set the password"));
    addRow(tr("Password"), m_password, [this] { return checkPassword(m_password->text()); });
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, [this] {
        setFormError({});
        setBusy(true);
        Q_EMIT passwordRequested(m_password->text());
    });
}

void PasswordDialog::showError(const Error& error)
{
    setBusy(false);
    setFormError(sentenceFor(error));
}

} // namespace homeroom
