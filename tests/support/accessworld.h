// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/services.h"
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
    RecordId poolFamily(Target target);
    /// Two families of the tutor of that team, merged into the first.
    std::pair<RecordId, RecordId> mergedFamilies(Target target);
    RecordId user(Target target);
    RecordId team(Target target);
    RecordId ownerOf(const RecordId& family);
    /// Whether the actor sees that family by the table of roles.
    bool sees(const Actor& actor, const RecordId& family);
    bool covers(const Actor& actor, Right right, const RecordId& family);
    /// Contacts of families that the body holds although the actor is not their owner.
    QStringList leaks(const Actor& actor, const QByteArray& body, const RecordId& allowed);
    /// Every table but those that note that something was asked, as text.
    QByteArray dump();

    ServerFixture server{};
    InlineExecutor pushes{};
    std::unique_ptr<Services> services{};
    std::vector<RouteEntry> entries{};

private:
    void makeFormerLead();
    void makeDeactivated();
    QString tokenFor(const QString& user);
    RecordId newFamily(const QString& owner, const QString& team);

    Router m_router{};
    QHash<QString, QString> m_tokens{};
    QHash<QString, RecordId> m_contacts{}; ///< sentinel → family
    int m_made = 0;
};

} // namespace homeroom::test
