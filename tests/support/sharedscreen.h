// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell.h"
#include "models/store/historyquery.h"
#include "models/store/records.h"
#include "tests/support/activewindow.h"
#include "tests/support/shownwords.h"
#include "tests/support/uifixture.h"
#include "ui/frame/statusline.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"
#include "ui/widgets/toast.h"

#include <QtWidgets/QtWidgets>

namespace homeroom::test {

using namespace Qt::StringLiterals;

/// What nobody on a shared screen may read or hear, and who else is told. Spaces do not count.
inline const QStringList secrets{u"陈静怡"_s, u"浩然"_s, u"赵建国"_s, u"孙丽华"_s, u"静静妈咪"_s,
    u"cj_2046x"_s, u"江汉路"_s, u"13812342046"_s, u"13912340000"_s, u"12342046"_s};

inline QString leaks(const QStringList& words)
{
    QStringList found;
    for (const QString& word : words) {
        const QString text = QString(word).remove(u' ');
        for (const QString& secret : secrets) {
            if (text.contains(secret))
                found.append(secret + u" in «"_s + word + u'»');
        }
    }
    return found.join(u"; "_s);
}

/// The window of a tutor with one family of whom everything is known.
class SharedScreen {
public:
    SharedScreen()
    {
        const RecordId family =
            fixture.store.find(fixture.addFamily(u"陈静怡"_s, u"new"_s))->customer;
        customer = *fixture.store.find(Id<Customer>(family));
        Change<Customer> change(customer.id, customer.id);
        change.set(&Customer::phone, u"+8613812342046"_s)
            .set(&Customer::wechatId, u"cj_2046x"_s)
            .set(&Customer::wechatNick, u"静静妈咪"_s)
            .set(&Customer::address, u"武汉江汉路8号"_s)
            .set(&Customer::referrer, u"孙丽华"_s)
            .set(&Customer::remark, u"浩然喜欢数学，号码 139 1234 0000"_s)
            .set(&Customer::tierReason, u"孙丽华介绍"_s)
            .set(&Customer::nextStep, u"给陈静怡回电"_s)
            .set(&Customer::nextStepAt, std::optional(fixture.store.clock().now() - hourMs));
        Student student{.id = fixture.store.newId<Student>(), .customer = customer.id};
        student.name = u"陈浩然"_s;
        student.grade = 3;
        Guardian guardian{.id = fixture.store.newId<Guardian>(), .customer = customer.id};
        guardian.name = u"赵建国"_s;
        guardian.phone = u"+8613912340000"_s;
        FollowUp note{.id = fixture.store.newId<FollowUp>(), .customer = customer.id};
        note.text = u"陈静怡说浩然想学画画，爸爸赵建国 13912340000"_s;
        note.nextStep = u"问孙丽华"_s;
        note.happenedAt = fixture.store.clock().now() - dayMs;
        Task task{.id = fixture.store.newId<Task>(), .customer = customer.id};
        task.text = u"给浩然寄教材"_s;
        task.assignee = Id<User>(fixture.context().viewer.user);
        task.dueAt = fixture.store.clock().now() - hourMs;
        Order order{.id = fixture.store.newId<Order>(), .customer = customer.id};
        order.student = student.id;
        order.amount = 990;
        order.paidAt = fixture.store.clock().now() - dayMs;
        HistoryEntry entry{.id = fixture.store.newId<HistoryEntry>(), .customer = customer.id};
        entry.record = recordKey(RecordKind::Customer, customer.id);
        entry.action = HistoryAction::Set;
        entry.at = fixture.store.clock().now() - dayMs;
        entry.changes = {{u"phone"_s, QJsonArray{u"+8613912340000"_s, u"+8613812342046"_s}},
            {u"name"_s, QJsonArray{u"孙丽华"_s, u"陈静怡"_s}}};
        added = fixture.store
                    .apply({change.mutation(), createMutation(student), createMutation(guardian),
                        createMutation(note), createMutation(task), createMutation(order)})
                    .ok()
            && put(toRow(entry));
        customer = *fixture.store.find(customer.id);
        open();
    }

    void open()
    {
        shell = std::make_unique<Shell>(fixture.context(), shortcuts, settings);
        shell->window().resize(1600, 1000);
        makeActive(shell->window());
    }
    void press(Qt::Key key) { QTest::keyClick(&shell->window(), key); }
    QStringList words()
    {
        QCoreApplication::sendPostedEvents();
        return paintedWords(shell->window()) + writtenWords(shell->window());
    }
    void showPanel(CustomerPanel::Tab tab)
    {
        shell->openCustomer(customer.id, {});
        shell->panel().showTab(tab);
        QCoreApplication::sendPostedEvents();
    }
    FieldEditor& field(const QString& key)
    {
        showPanel(CustomerPanel::Tab::Fields);
        return *shell->panel().fieldsTab().customerFields().editor(key);
    }
    QLineEdit& line(const QString& key) { return *qobject_cast<QLineEdit*>(field(key).input()); }
    QString toast() { return shell->window().toast().text(); }

    UiFixture fixture{UserRole::Tutor};
    QTemporaryDir folder{};
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Shortcuts shortcuts{};
    Customer customer{};
    std::unique_ptr<Shell> shell{};
    bool added = false;

private:
    bool put(const RecordRow& row)
    {
        return fixture.store.store()
            .write([&](Database& database) -> Result<ChangeSet> {
                RecordTable(database, row.type()).put(row);
                return ChangeSet{};
            })
            .result()
            .ok();
    }
};

} // namespace homeroom::test
