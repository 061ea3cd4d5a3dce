// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adminlinks.h"

#include "sync/commandclient.h"
#include "ui/admin/adminpage.h"

#include <QPointer>

namespace homeroom {

namespace {

/// Closes the dialog, or shows why not; nothing when it is gone meanwhile.
template <typename Dialog> CommandClient::Done answering(Dialog* dialog)
{
    return [dialog = QPointer<Dialog>(dialog)](const Result<void>& done) {
        if (!dialog)
            return;
        if (done.ok())
            dialog->close();
        else
            dialog->showError(done.error());
    };
}

} // namespace

void linkAdmin(AdminPage& page, CommandClient& client)
{
    QObject::connect(&page, &AdminPage::userRequested, &page,
        [&client](const NewUser& user, UserDialog* dialog) {
            client.createUser({user.name, user.displayName, user.password, user.role, user.team},
                answering(dialog));
        });
    QObject::connect(&page, &AdminPage::passwordRequested, &page,
        [&client](const RecordId& user, const QString& password, PasswordDialog* dialog) {
            client.setPassword({user, password}, answering(dialog));
        });
    QObject::connect(&page, &AdminPage::moveRequested, &page,
        [&client](const RecordId& user, const RecordId& team, const RecordId& before,
            MoveUserDialog* dialog) {
            client.moveUser({user, team, before}, answering(dialog));
        });
    QObject::connect(&page, &AdminPage::deactivationRequested, &page,
        [&client](const RecordId& user, DeactivateDialog* dialog) {
            client.deactivate(user, answering(dialog));
        });
}

} // namespace homeroom
