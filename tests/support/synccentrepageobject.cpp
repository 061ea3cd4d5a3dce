// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/synccentrepageobject.h"

#include "tests/support/syncprofile.h"
#include "ui/synccentre/centredetail.h"
#include "ui/synccentre/centrewords.h"
#include "ui/synccentre/choicecard.h"
#include "ui/widgets/emptystate.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

namespace homeroom::test {

using namespace Qt::StringLiterals;

CentreWorld::CentreWorld()
{
    colleague.id = store.newId<User>();
    colleague.displayName = u"王老师"_s;
    colleague.active = true;
    customer.id = store.newId<Customer>();
    customer.name = u"陈静"_s;
    customer.owner = Id<User>(user);
    customer.city = u"武汉"_s;
    say(colleague);
    say(customer);
}

template <typename Record> void CentreWorld::say(const Record& record)
{
    ++m_seq;
    const auto said = store.store().write([&](Database& database) -> Result<ChangeSet> {
        return PageAbsorber(database).absorb(
            aPage(m_seq, {delta({served(record, m_seq)})}), SyncState(database).cursor());
    });
    QVERIFY(said.result().ok());
}

Conflict CentreWorld::dispute(ConflictKind kind, const QString& field, const QJsonObject& values)
{
    Conflict conflict{.id = store.newId<Conflict>(), .customer = customer.id, .kind = kind};
    conflict.record = recordKey(RecordKind::Customer, customer.id);
    conflict.fieldName = field;
    conflict.values = values;
    conflict.author = colleague.id;
    conflict.at = store.clock().now();
    say(conflict);
    return conflict;
}

Conflict CentreWorld::isDisputed(const QString& field, const QJsonObject& values)
{
    return dispute(ConflictKind::Conflict, field, values);
}

Conflict CentreWorld::isSuggested(const QString& field, const QJsonValue& value)
{
    return dispute(ConflictKind::Suggestion, field, {{u"mine"_s, value}});
}

Conflict CentreWorld::hasOrphan(const QJsonObject& words)
{
    return dispute(ConflictKind::Orphan, {}, {{u"mine"_s, words}});
}

void CentreWorld::isDecided(Conflict conflict)
{
    conflict.resolved = true;
    conflict.resolution = u"theirs"_s;
    say(conflict);
}

void CentreWorld::refuseAll(ErrorCode code)
{
    const auto done = store.store().write([&](Database& database) -> Result<ChangeSet> {
        Outbox outbox(database);
        std::vector<Outcome> outcomes;
        for (const Mutation& mutation : outbox.peek(chainRule, 200).mutations)
            outcomes.push_back({.mid = mutation.mid, .kind = OutcomeKind::Refused, .code = code});
        return outbox.settle(outcomes);
    });
    QVERIFY(done.result().ok());
}

void CentreWorld::cityIsRefused(const QString& city, ErrorCode code)
{
    cityWaits(city);
    refuseAll(code);
}

void CentreWorld::decisionGaveWay(const Conflict& conflict, const RecordId& loser)
{
    HistoryEntry first{.id = store.newId<HistoryEntry>(), .customer = customer.id};
    first.record = recordKey(RecordKind::Conflict, conflict.id);
    first.changes = {{u"resolved"_s, QJsonArray{false, true}}};
    first.author = colleague.id;
    first.at = store.clock().now();
    say(first);
    HistoryEntry second = first;
    second.id = store.newId<HistoryEntry>();
    second.action = HistoryAction::Lost;
    second.changes = {{u"resolution"_s, QJsonArray{u"theirs"_s, u"mine"_s}}};
    second.author = Id<User>(loser.isNull() ? user : loser);
    say(second);
}

void CentreWorld::followUpIsRefused(
    const QString& text, const QString& nextStep, const std::optional<Milliseconds>& nextAt)
{
    const FollowUp note{.id = store.newId<FollowUp>(),
        .customer = customer.id,
        .text = text,
        .nextStep = nextStep,
        .nextAt = nextAt};
    QVERIFY(store.apply({createMutation(note)}).ok());
    refuseAll(ErrorCode::Forbidden);
}

void CentreWorld::leaves()
{
    ++m_seq;
    const auto gone = store.store().write([&](Database& database) -> Result<ChangeSet> {
        return PageAbsorber(database).absorb(
            aPage(m_seq, {evict(customer.id)}), SyncState(database).cursor());
    });
    QVERIFY(gone.result().ok());
}

void CentreWorld::becomesPartOf(const Id<Customer>& winner)
{
    HistoryEntry merge{.id = store.newId<HistoryEntry>(), .customer = winner};
    merge.record = recordKey(RecordKind::Customer, winner);
    merge.action = HistoryAction::Merge;
    merge.changes = {{u"customer"_s, customer.id.toString()}, {u"name"_s, customer.name}};
    merge.author = colleague.id;
    merge.at = store.clock().now();
    ++m_seq;
    const auto merged = store.store().write([&](Database& database) -> Result<ChangeSet> {
        const PullPage page = aPage(m_seq, {delta({served(merge, m_seq)}), evict(customer.id)});
        return PageAbsorber(database).absorb(page, SyncState(database).cursor());
    });
    QVERIFY(merged.result().ok());
}

void CentreWorld::cityWaits(const QString& city)
{
    QVERIFY(families.set(customer.id, &Customer::city, city));
}

QStringList CentreWorld::followUps()
{
    QStringList texts;
    for (const FollowUp& followUp : familyRecords<FollowUp>(store.reader(), customer.id))
        texts.append(followUp.text);
    return texts;
}

CentrePage::CentrePage(CentreWorld& world) : m_world(world), m_dialog(world.context)
{
    m_dialog.show();
    m_dialog.activateWindow();
    QApplication::setActiveWindow(&m_dialog);
    m_dialog.list().setFocus();
    QCoreApplication::sendPostedEvents();
}

void CentrePage::presses(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &m_dialog, key, modifiers);
    // The model reads once a turn of the event loop.
    QTest::qWait(0);
    QCoreApplication::processEvents();
}

void CentrePage::types(const QString& text)
{
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &commit);
}

QString CentrePage::isAbout()
{
    const CentreItem* item = m_dialog.current();
    return item ? itemTitle(*item, m_world.context) : QString();
}

QStringList CentrePage::offers()
{
    QStringList all;
    for (const ChoiceCard* card : m_dialog.detail().findChildren<ChoiceCard*>())
        all.append(card->content().caption + u": "_s + card->content().value);
    return all;
}

QString CentrePage::words()
{
    return m_dialog.detail().words();
}

QStringList CentrePage::buttons()
{
    QStringList texts;
    for (const QPushButton* button : m_dialog.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->isEnabled())
            texts.append(button->text());
    }
    return texts;
}

bool CentrePage::canApply()
{
    return buttons().contains(SyncCentreDialog::tr("Apply"));
}

bool CentrePage::isEmpty()
{
    const auto* state = m_dialog.findChild<EmptyState*>();
    return state && state->isVisible();
}

QStringList CentrePage::sections()
{
    QStringList names;
    for (int row = 0; row < m_dialog.model().rowCount(); ++row) {
        if (!m_dialog.model().item(row))
            names.append(sectionName(m_dialog.model().section(row)) + u' '
                + QString::number(m_dialog.model().count(m_dialog.model().section(row))));
    }
    return names;
}

} // namespace homeroom::test
