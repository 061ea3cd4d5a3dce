// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/services.h"
#include "tests/support/sentinels.h"
#include "tests/support/wholefamily.h"

namespace homeroom::test {

/// Who asks.
struct Actor {
    QString name{}; ///< in the table
    QString user{}; ///< sign-in name; empty for somebody without a token
};

/// Which record they ask for.
enum class Target { TeamA, TeamB, Unknown };

/// The routes on a server with every kind of user, and a new family or user for each question.
class AccessWorld {
public:
    AccessWorld();

    static const std::vector<Actor>& actors();

    HttpResponse send(const QByteArray& method, const QString& path, const Actor& actor,
        const QByteArray& body = {});
    /// As authentication would see them; a default one without a token.
    Caller callerOf(const Actor& actor);

    /// A family of the tutor of that team, or an id that nothing has.
    RecordId family(Target target);
    /// The same with the records that edits are tried on; of Unknown all ids are unknown.
    WholeFamily wholeFamilyOf(Target target);
    /// A family of the tutor of team A that the actor saw until now, and the server's stamp when
    /// they last did: for the former lead, the former owner and the deactivated.
    std::pair<WholeFamily, Stamp> heldBefore(const Actor& actor);
    static bool heldSomething(const Actor& actor);
    /// Time passes, and everybody signs in anew.
    void pass(Milliseconds time);
    RecordId poolFamily(Target target);
    /// Two families of the tutor of that team, merged into the first.
    std::pair<RecordId, RecordId> mergedFamilies(Target target);
    RecordId user(Target target);
    RecordId team(Target target);
    RecordId ownerOf(const RecordId& family);
    /// Whether the actor sees that family by the table of roles.
    bool sees(const Actor& actor, const RecordId& family);
    bool covers(const Actor& actor, Right right, const RecordId& family);
    /// Of every text, number and contact of a family in the body: those that the table of roles
    /// keeps from the actor. `allowed`: the family whose contacts were asked for.
    QStringList leaks(const Actor& actor, const QByteArray& body, const RecordId& allowed);
    /// Every table as text.
    QMap<QString, QByteArray> tables();
    /// The tables that differ, but those that note that something was asked.
    static QStringList changed(
        const QMap<QString, QByteArray>& before, const QMap<QString, QByteArray>& after);

    ServerFixture server{};
    InlineExecutor inlined{};
    std::unique_ptr<Services> services{};
    std::vector<RouteEntry> entries{};

private:
    /// Between the teams of the two leads.
    void moveFormerLead(const QString& from, const QString& to);
    void setActive(const QString& user, bool active);
    void giveTokens();
    QString tokenFor(const QString& user);
    void writeHistory(const RecordId& family);
    WholeFamily newFamily(const QString& owner, const QString& team);
    bool mayRead(const Actor& actor, const RecordId& family, const Sentinel& found);

    Router m_router{};
    QHash<QString, QString> m_tokens{};
    QHash<int, RecordId> m_marked{}; ///< the mark of its sentinels → family
    int m_made = 0;
};

} // namespace homeroom::test
