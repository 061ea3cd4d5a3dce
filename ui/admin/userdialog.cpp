// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/userdialog.h"

#include "ui/editing/sentences.h"
#include "ui/theme/style.h"

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

void addTeams(QComboBox& box, const Catalogue& catalogue)
{
    box.addItem(UserDialog::tr("None"), QString());
    for (const Team& team : catalogue.teams())
        box.addItem(team.name, team.id.toString());
}

RecordId teamOf(const QComboBox& box)
{
    return RecordId::fromString(box.currentData().toString()).value_or(RecordId());
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
    addTeams(*m_team, catalogue);
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
        teamOf(*m_team), m_password->text()};
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
    setFormError(commandSentence(error));
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
    setFormError(commandSentence(error));
}

MoveUserDialog::MoveUserDialog(
    const Theme& theme, const Catalogue& catalogue, const User& user, QWidget* parent)
    : FormDialog(theme, parent), m_team(new QComboBox)
{
    addTeams(*m_team, catalogue);
    m_team->setCurrentIndex(qMax(0, m_team->findData(user.team.toString())));
    const QString name = user.displayName.isEmpty() ? user.name : user.displayName;
    setTitle(tr("Move %1 to another team").arg(name));
    setIntroduction(tr("The person's families go along: the lead of the new team sees them, the "
                       "lead of the old one no more. This needs the server."));
    setAcceptText(tr("Move"));
    addRow(tr("Team"), m_team, [this, role = user.role, before = RecordId(user.team)] {
        const RecordId team = teamOf(*m_team);
        if (team.isNull() && needsTeam(role))
            return tr("This role works in a team.");
        return team == before ? tr("Choose another team.") : QString();
    });
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, [this] {
        setFormError({});
        setBusy(true);
        Q_EMIT moveRequested(teamOf(*m_team));
    });
}

void MoveUserDialog::showError(const Error& error)
{
    setBusy(false);
    setFormError(error.code == ErrorCode::Changed
            ? tr("Somebody moved the person meanwhile. Look at it again after the next sync.")
            : commandSentence(error));
}

DeactivateDialog::DeactivateDialog(
    const Theme& theme, const QString& userName, qint64 families, QWidget* parent)
    : FormDialog(theme, parent)
{
    setTitle(tr("Deactivate %1?").arg(userName));
    const QString kept = families == 0
        ? tr("The person keeps no families.")
        : tr("%n families stay with the person until somebody hands them over.", nullptr,
            int(families));
    //: What it means, and what becomes of the person's families.
    setIntroduction(tr("The person can no longer sign in, and the families leave the person's "
                       "computers; what was typed there offline is still taken for 14 days. %1 "
                       "This needs the server.")
                        .arg(kept));
    setAcceptText(tr("Deactivate"));
    setButtonKind(acceptButton(), ButtonKind::Danger);
    cancelButton().setFocus(); // the harmless answer
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, [this] {
        setFormError({});
        setBusy(true);
        Q_EMIT deactivationRequested();
    });
}

void DeactivateDialog::showError(const Error& error)
{
    setBusy(false);
    setFormError(error.code == ErrorCode::Depends
            ? tr("This is the last admin. Make somebody else an admin first.")
            : commandSentence(error));
}

} // namespace homeroom
