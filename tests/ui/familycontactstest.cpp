// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familyquery.h"
#include "models/store/historyquery.h"
#include "tests/support/activewindow.h"
#include "tests/support/deedsworld.h"
#include "tests/support/testmain.h"
#include "ui/handover/contactsdialog.h"
#include "ui/handover/familydeeds.h"
#include "ui/import/exportdialog.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/timelineview.h"
#include "ui/widgets/formdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Contacts that are read for a reason, and lists that leave as files: what the server writes down.
class FamilyContactsTest : public QObject, private DeedsWorld {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void whateverIsMaskedCanBeAskedFor_data();
    void whateverIsMaskedCanBeAskedFor();
    void showsTheNumberForAReasonOnly();
    void showsEveryAdultsContacts();
    void anExportIsNotedBeforeThereIsAFile();
    void anExportOfflineWritesNothing();

private:
    /// Opens the export of the two families and asks for a file there.
    std::unique_ptr<ExportDialog> exportTo(const QString& path);
};

void FamilyContactsTest::whateverIsMaskedCanBeAskedFor_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("wechat");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("guardianPhone");
    QTest::addColumn<QString>("guardianWechat");
    QTest::addColumn<bool>("offered");
    const QString none;
    QTest::newRow("phone") << u"+86138****2046"_s << none << none << none << none << true;
    QTest::newRow("messenger") << none << u"w****g"_s << none << none << none << true;
    QTest::newRow("address") << none << none << u"江****室"_s << none << none << true;
    QTest::newRow("guardian") << none << none << none << u"+86138****2046"_s << none << true;
    QTest::newRow("guardian's messenger") << none << none << none << none << u"w****g"_s << true;
    QTest::newRow("nothing") << none << none << none << none << none << false;
    QTest::newRow("in full") << u"+8613812342046"_s << u"wang"_s << u"江苏"_s << none << none
                             << false;
}

void FamilyContactsTest::whateverIsMaskedCanBeAskedFor()
{
    QFETCH(QString, phone);
    QFETCH(QString, wechat);
    QFETCH(QString, address);
    QFETCH(QString, guardianPhone);
    QFETCH(QString, guardianWechat);
    QFETCH(bool, offered);
    Family family;
    family.customer.phone = phone;
    family.customer.wechatId = wechat;
    family.customer.address = address;
    Guardian guardian;
    guardian.phone = guardianPhone;
    guardian.wechatId = guardianWechat;
    family.guardians = {guardian};
    QCOMPARE(m_deeds->mayUnmask(family), offered);
}

void FamilyContactsTest::showsEveryAdultsContacts()
{
    FullContacts contacts{u"+8613800002046"_s, {}, {}, {}};
    contacts.guardians = {{u"李建国"_s, u"+8613900007731"_s, {}}, {{}, {}, u"waipo"_s}};
    ContactsDialog dialog(m_world->context, contacts);
    dialog.show();
    QStringList shown;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        shown.append(label->text());
    for (const QString& words :
        {u"138 0000 2046"_s, u"李建国"_s, u"139 0000 7731"_s, u"Another adult"_s, u"waipo"_s})
        QVERIFY2(shown.contains(words), qPrintable(words));
    const QList<QPushButton*> buttons = dialog.findChildren<QPushButton*>();
    const auto copy = std::ranges::find(
        buttons, u"Copy: 李建国, Phone"_s, [](auto* button) { return button->accessibleName(); });
    QVERIFY(copy != buttons.end());
    QTest::mouseClick(*copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"139 0000 7731"_s);
}

void FamilyContactsTest::showsTheNumberForAReasonOnly()
{
    m_server->contacts = {u"+8613800002046"_s, u"wx-fang"_s, {}, {}};
    FormDialog* dialog = m_deeds->openUnmask(m_first);
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QVERIFY(m_server->asked.isEmpty());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), u"parent asked for a call"_s);
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(m_server->asked, QStringList{u"unmask «parent asked for a call»"_s});
    auto* shown = m_window->findChild<ContactsDialog*>();
    QVERIFY(shown && shown->isVisible());
    shown->accept();
}

std::unique_ptr<ExportDialog> FamilyContactsTest::exportTo(const QString& path)
{
    auto dialog = std::make_unique<ExportDialog>(m_world->context, m_window.get());
    dialog->show();
    if (!QTest::qWaitFor([&] { return dialog->exportButton().isEnabled(); }))
        return nullptr;
    m_world->questions.willChoose(path);
    QTest::mouseClick(&dialog->exportButton(), Qt::LeftButton);
    return dialog;
}

void FamilyContactsTest::anExportIsNotedBeforeThereIsAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"families.csv"_s);
    m_server->silent = true;
    const auto dialog = exportTo(path);
    QVERIFY(dialog);
    QCOMPARE(m_server->asked, QStringList{u"export 2"_s});
    QVERIFY(!QFile::exists(path));
    m_server->speak();
    QTRY_VERIFY(QFile::exists(path));
}

void FamilyContactsTest::anExportOfflineWritesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"families.csv"_s);
    m_server->refusal = Error{ErrorCode::Unavailable, {}};
    const auto dialog = exportTo(path);
    QVERIFY(dialog);
    QVERIFY(dialog->warning().contains(u"Nothing was written"_s));
    QVERIFY(!QFile::exists(path));
    QVERIFY(dialog->exportButton().isEnabled());
}

HOMEROOM_TEST_MAIN(FamilyContactsTest)
#include "familycontactstest.moc"
