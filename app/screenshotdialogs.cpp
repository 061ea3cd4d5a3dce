// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "app/openwindow.h"
#include "models/values/connectionfault.h"
#include "ui/admin/adminpage.h"
#include "ui/board/lostdialog.h"
#include "ui/board/orderdialog.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/editing/sentences.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/handover/contactsdialog.h"
#include "ui/handover/familydeeds.h"
#include "ui/handover/mergedialog.h"
#include "ui/history/historydialog.h"
#include "ui/import/columnsstep.h"
#include "ui/import/exportdialog.h"
#include "ui/import/importdialog.h"
#include "ui/operations/operationspage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/start/firstsyncdialog.h"
#include "ui/start/signindialog.h"
#include "ui/start/unlockdialog.h"
#include "ui/synccentre/synccentredialog.h"
#include "ui/today/reportdialog.h"
#include "ui/today/taskdialog.h"

#include <QCheckBox>
#include <QTableView>

namespace homeroom {

using namespace Qt::StringLiterals;

// Pictures of the pages and dialogs beside the daily ones.

void Screenshots::planOperations(const QString& suffix)
{
    if (reachOf(m_viewer.role, Right::EditTags) != Reach::None) {
        plan([this] { m_shell->window().showPage(u"operations"_s); });
        for (const RecordKind kind : {RecordKind::Stage, RecordKind::Tag, RecordKind::Channel,
                 RecordKind::Product, RecordKind::CustomField}) {
            plan([this, kind] { m_shell->operations()->showSection(kind); });
            plan([this, kind, suffix] {
                picture(
                    m_shell->window(), u"operations-"_s + QString(recordType(kind).name) + suffix);
            });
        }
    }
    if (reachOf(m_viewer.role, Right::EditUsers) == Reach::None)
        return;
    plan([this] { m_shell->window().showPage(u"users"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"users"_s + suffix); });
    planDialog([this] { return new UserDialog(m_theme, *m_catalogue); }, u"new-user"_s + suffix);
    planDialog(
        [this]() -> QWidget* {
            const User* user = m_catalogue->find(Id<User>(m_viewer.user));
            return new MoveUserDialog(m_theme, *m_catalogue, user ? *user : User());
        },
        u"move-user"_s + suffix);
    planDialog([this] { return new DeactivateDialog(m_theme, u"林晓晓"_s, 186); },
        u"deactivate-user"_s + suffix);
}

void Screenshots::planDialogs(const QString& suffix)
{
    planDialog([this] { return new NewCustomerDialog(*m_context); }, u"new-lead"_s + suffix);
    planDialog(
        [this] {
            return new TaskDialog(*m_context, TaskSubject{{}, u"王秀英"_s, {}, u"发课时对比"_s});
        },
        u"new-task"_s + suffix);
    planDialog([this] { return new ReportDialog(*m_context); }, u"report"_s + suffix);
    planDialog([this] { return new HistoryDialog(*m_context); }, u"history"_s + suffix);
    planDialog(
        [this]() -> QWidget* {
            for (const Stage& stage : m_catalogue->stages()) {
                if (stage.role == StageRole::Paid)
                    return new OrderDialog(m_theme, *m_catalogue, stage, u"王秀英"_s, 1);
            }
            return new QWidget;
        },
        u"order"_s + suffix);
    planDialog([this] { return new LostDialog(m_theme, u"已流失"_s, u"王秀英"_s, 1); },
        u"lost"_s + suffix);
    planDialog(
        [this] {
            return new ShortcutSheet(m_theme, m_shortcuts,
                {ShortcutScope::Everywhere, ShortcutScope::Records, ShortcutScope::Board});
        },
        u"shortcuts"_s + suffix);
    planDialog(
        [this] {
            auto* dialog =
                new SettingsDialog(m_theme, m_language, m_shortcuts, m_folder.absolutePath());
            dialog->setLockAfter(m_settings.lockAfter());
            dialog->setReminders(m_settings.reminders());
            return dialog;
        },
        u"settings"_s + suffix);
}

void Screenshots::planSheets(const QString& suffix)
{
    const QString range =
        u"姓名\t手机\t渠道\t年级\n王芳\t13812342046\t抖音\t三年级\n坏行\t12\t抖音\t二年级\n"_s;
    planDialog([this] { return new ImportDialog(*m_context); }, u"import"_s + suffix);
    plan([this, range] {
        auto* dialog = new ImportDialog(*m_context);
        m_dialog = dialog;
        dialog->show();
        dialog->paste(range);
    });
    plan([this, suffix] {
        picture(*m_dialog, u"import-columns"_s + suffix);
        auto* dialog = static_cast<ImportDialog*>(m_dialog.data());
        dialog->columns().consentBox().setChecked(true);
        dialog->rehearse();
    });
    plan([] {}); // a turn for the rehearsal to end
    plan([this, suffix] {
        picture(*m_dialog, u"import-rehearsal"_s + suffix);
        delete m_dialog;
    });
    planDialog([this] { return new ExportDialog(*m_context); }, u"export"_s + suffix);
    planSyncCentre(suffix);
}

void Screenshots::planSyncCentre(const QString& suffix)
{
    const std::pair<CentreSection, QString> sections[] = {
        {CentreSection::Refused, u"sync-refused"_s}, {CentreSection::Conflicts, u"sync-conflict"_s},
        {CentreSection::Suggestions, u"sync-suggestion"_s},
        {CentreSection::Orphans, u"sync-orphan"_s}, {CentreSection::Waiting, u"sync-waiting"_s}};
    planDialog(
        [this] {
            auto* dialog = new SyncCentreDialog(*m_context);
            dialog->setReason(sentenceFor(unsafeConnection(ConnectionFault::CertificateDate, {})));
            return dialog;
        },
        u"sync-cannot"_s + suffix);
    planDialog(
        [this] {
            auto* dialog = new SyncCentreDialog(*m_context);
            dialog->setReason(signInSentence());
            dialog->setSignInNeeded(true);
            return dialog;
        },
        u"sync-signed-out"_s + suffix);
    if (m_example.isNull()) {
        planDialog([this] { return new SyncCentreDialog(*m_context); }, u"sync"_s + suffix);
        return;
    }
    for (const auto& [section, name] : sections) {
        planDialog(
            [this, section = section] {
                auto* dialog = new SyncCentreDialog(*m_context);
                dialog->showSection(section);
                return dialog;
            },
            name + suffix);
    }
}

void Screenshots::planHandOver(const QString& suffix)
{
    if (reachOf(m_viewer.role, Right::Claim) != Reach::None) {
        plan([this] { m_shell->window().showPage(u"pool"_s); });
        plan([] {}); // a turn for the answer
        plan([this, suffix] { picture(m_shell->window(), u"pool"_s + suffix); });
    }
    plan([this] { m_shell->window().showPage(u"customers"_s); });
    const auto withTwo = [this](auto open) {
        return [this, open]() -> QWidget* {
            std::vector<RecordId> two = m_shell->customers().model().shownIds();
            two.resize(std::min<size_t>(two.size(), 2));
            auto* deeds = new FamilyDeeds(*m_context, m_shell->window());
            QWidget* dialog = open(*deeds, two);
            deeds->setParent(dialog);
            return dialog;
        };
    };
    if (reachOf(m_viewer.role, Right::Assign) != Reach::None)
        planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
            return deeds.openHandOver(two);
        }),
            u"hand-over"_s + suffix);
    if (reachOf(m_viewer.role, Right::Merge) != Reach::None)
        planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
            return deeds.openMerge(two);
        }),
            u"merge"_s + suffix);
    if (reachOf(m_viewer.role, Right::Merge) != Reach::None)
        planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
            MergeDialog* dialog = deeds.openMerge(two);
            dialog->setPatience(std::chrono::hours(1), std::chrono::milliseconds(0));
            dialog->setBusy(true);
            return dialog;
        }),
            u"merge-waits"_s + suffix);
    if (reachOf(m_viewer.role, Right::Unmask) == Reach::None)
        return;
    planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
        return deeds.openUnmask(two.front());
    }),
        u"unmask"_s + suffix);
    planDialog([this] { return new ContactsDialog(*m_context, ExampleServer::contacts()); },
        u"contacts"_s + suffix);
}

void Screenshots::planStart(const QString& suffix)
{
    planDialog([this] { return new ConfirmDialog(m_theme, OpenWindow::signOutQuestion(3, false)); },
        u"sign-out"_s + suffix);
    planDialog([this] { return new SignInDialog(m_theme, KeyKeeping::Passphrase); },
        u"sign-in"_s + suffix);
    planDialog(
        [this] {
            auto* dialog = new SignInDialog(m_theme, KeyKeeping::Keychain);
            dialog->setKnown(u"https://homeroom.example"_s, u"linxiaoxiao"_s);
            dialog->showError({ErrorCode::Unauthorized});
            return dialog;
        },
        u"sign-in-refused"_s + suffix);
    planDialog(
        [this] { return new UnlockDialog(m_theme, KeyKeeping::Passphrase); }, u"unlock"_s + suffix);
    planDialog(
        [this] {
            auto* dialog = new FirstSyncDialog(m_theme);
            dialog->setProgress(12400, 7600);
            return dialog;
        },
        u"first-sync"_s + suffix);
}

} // namespace homeroom
