// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/historyquery.h"
#include "models/store/outbox.h"
#include "models/store/pageabsorber.h"
#include "tests/support/pageworld.h"
#include "tests/support/serverside.h"
#include "ui/synccentre/synccentredialog.h"

namespace homeroom::test {

/// A family of the viewer's, and what a server does to it.
class CentreWorld : public PageWorld {
public:
    CentreWorld();

    /// Another edit of this field waits for a decision.
    Conflict isDisputed(const QString& field, const QJsonObject& values);
    Conflict isSuggested(const QString& field, const QJsonValue& value);
    Conflict hasOrphan(const QJsonObject& words);
    /// The viewer edits the city, and the server says no.
    void cityIsRefused(const QString& city, ErrorCode code);
    /// The colleague closed the conflict first; whose decision came second is named, the viewer's
    /// where nobody is.
    void decisionGaveWay(const Conflict& conflict, const RecordId& loser);
    /// The colleague decides the conflict: the record stays as it is.
    void isDecided(Conflict conflict);
    void followUpIsRefused(const QString& text, const QString& nextStep = {},
        const std::optional<Milliseconds>& nextAt = {});
    /// The family is handed to somebody else, and comes back.
    void leaves();
    void comesBack() { say(customer); }
    /// Somebody merged the family into another one.
    void becomesPartOf(const Id<Customer>& winner);
    /// The viewer edits, and nobody has answered yet.
    void cityWaits(const QString& city);
    Customer family() { return *store.find(customer.id); }
    QStringList followUps();
    qint64 refusedEdits() { return Outbox(store.reader()).counts().attention; }

    Customer customer{};
    User colleague{};

private:
    template <typename Record> void say(const Record& record);
    Conflict dispute(ConflictKind kind, const QString& field, const QJsonObject& values);
    void refuseAll(ErrorCode code);

    qint64 m_seq = 0;
};

/// The sync centre as a person uses it, with the keyboard alone.
class CentrePage {
public:
    explicit CentrePage(CentreWorld& world);

    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void types(const QString& text);
    /// The title of the current item.
    QString isAbout();
    /// Values beside each other, «caption: value», of the field that is shown first.
    QStringList offers();
    QString words();
    /// Buttons that can be seen and pressed.
    QStringList buttons();
    bool canApply();
    bool isEmpty();
    QStringList sections();
    SyncCentreDialog& widget() { return m_dialog; }

private:
    CentreWorld& m_world;
    SyncCentreDialog m_dialog;
};

} // namespace homeroom::test
