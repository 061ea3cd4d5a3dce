// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverfixture.h"

#include <map>

namespace homeroom::test {

using namespace Qt::StringLiterals;

/// What a client keeps of the feed: roots with their live rows, and the cursor.
class FeedClient {
public:
    FeedClient(ServerFixture& server, const QString& user)
        : m_server(server), m_user(user), m_device(server.newId())
    {
    }

    /// One page; true when the session has ended with it.
    bool pull(qint64 rows)
    {
        const Caller caller = m_server.callerOf(m_user);
        const Result<PullPage> page =
            Pull(m_server.parts()).run(caller, {m_device, m_cursor, rows});
        if (!page.ok())
            qFatal("pull: %s", qPrintable(page.error().detail));
        for (const RootUpdate& update : page->roots)
            absorb(update);
        m_cursor = page->cursor;
        return page->last;
    }

    const std::map<RecordId, RecordRow>& rows() const { return m_rows; }
    QString user() const { return m_user; }

private:
    void absorb(const RootUpdate& update)
    {
        if (update.operation != RootOperation::Delta)
            std::erase_if(
                m_rows, [&](const auto& entry) { return entry.second.root == update.root; });
        for (const RecordRow& row : update.rows) {
            if (row.deleted)
                m_rows.erase(row.id);
            else
                m_rows[row.id] = row;
        }
    }

    ServerFixture& m_server;
    QString m_user;
    RecordId m_device;
    QString m_cursor{};
    std::map<RecordId, RecordRow> m_rows{};
};

/// The visible set from scratch, from the records alone and the role table of domain.md.
class Oracle {
public:
    explicit Oracle(ServerFixture& server) : m_server(server) { }

    std::map<RecordId, RecordRow> visibleTo(const QString& user)
    {
        const User viewer = m_server.find(Id<User>(m_server.idOf(user)));
        std::map<RecordId, RecordRow> rows;
        const Result<void> read =
            m_server.storage->read([&](ReadTransaction& transaction) -> Result<void> {
                for (const RecordKind kind : allRecordKinds()) {
                    for (const RecordRow& row : transaction.records(kind))
                        add(transaction, viewer, row, rows);
                }
                return {};
            });
        Q_ASSERT(read.ok());
        return rows;
    }

private:
    static void add(ReadTransaction& transaction, const User& viewer, const RecordRow& row,
        std::map<RecordId, RecordRow>& rows)
    {
        if (!viewer.active)
            return;
        // A task is a family's or a person's.
        const bool inFamily = row.type().scope == RecordScope::Family || row.root != row.id;
        if (!inFamily) {
            if (row.type().scope == RecordScope::Org)
                rows[row.id] = row;
            return;
        }
        const auto root = transaction.findRecord(RecordKind::Customer, row.root);
        const Customer family = fromRow<Customer>(root->row);
        const bool own = family.owner == viewer.id;
        bool visible = viewer.role == UserRole::Operations || viewer.role == UserRole::Admin;
        const bool keeps = !visible;
        visible = visible || own;
        if (viewer.role == UserRole::Lead && !viewer.team.isNull()) {
            const auto owner = transaction.findRecord(RecordKind::User, family.owner);
            const RecordId team =
                owner ? RecordId(fromRow<User>(owner->row).team) : RecordId(family.team);
            visible = visible || team == viewer.team;
        }
        if (visible)
            rows[row.id] = own && keeps ? row : maskedRow(row);
    }

    ServerFixture& m_server;
};

/// Random commits of all kinds that move families between viewers.
class History {
public:
    History(ServerFixture& server, quint32 seed) : m_server(server), m_random(seed)
    {
        for (const QString& user : keepers)
            m_devices.insert(user, server.device(user));
    }

    void step()
    {
        m_server.clock.advance(minuteMs);
        switch (m_random.bounded(8)) {
        case 0:
        case 1:
            return createFamily();
        case 2:
            return assign();
        case 3:
            return moveUser();
        case 4:
            return switchUser();
        case 5:
            return removeChild();
        default:
            return writeInFamily();
        }
    }

    int below(int bound) { return int(m_random.bounded(bound)); }

private:
    QString keeper() { return keepers[m_random.bounded(keepers.size())]; }
    Id<Customer> anyFamily() { return m_families[m_random.bounded(m_families.size())]; }

    void createFamily()
    {
        Customer customer;
        customer.id = Id<Customer>(m_server.newId());
        customer.name = u"family %1"_s.arg(m_families.size());
        customer.phone = u"+8619900%1"_s.arg(m_families.size(), 6, 10, QChar(u'0'));
        customer.owner = Id<User>(m_server.idOf(keeper()));
        m_server.write(toRow(customer));
        m_families.append(customer.id);
    }

    void assign()
    {
        if (m_families.isEmpty())
            return;
        Customer customer = m_server.find(anyFamily());
        const bool pool = m_random.bounded(4) == 0;
        customer.owner = pool ? Id<User>() : Id<User>(m_server.idOf(keeper()));
        customer.team = Id<Team>(m_server.teamOf(m_random.bounded(2) ? u"a1"_s : u"b1"_s));
        m_server.write(toRow(customer));
    }

    void moveUser()
    {
        User user = m_server.find(Id<User>(m_server.idOf(keeper())));
        user.team = Id<Team>(m_server.teamOf(m_random.bounded(2) ? u"leadA"_s : u"leadB"_s));
        m_server.write(toRow(user));
    }

    void switchUser()
    {
        User user = m_server.find(Id<User>(m_server.idOf(keeper())));
        constexpr UserRole roles[] = {
            UserRole::Tutor, UserRole::Tutor, UserRole::Lead, UserRole::Operations};
        user.role = roles[m_random.bounded(4)];
        user.active = m_random.bounded(5) > 0;
        m_server.write(toRow(user));
    }

    void writeInFamily()
    {
        if (m_families.isEmpty())
            return;
        Guardian guardian;
        guardian.id = m_guardians.isEmpty() || m_random.bounded(2)
            ? Id<Guardian>(m_server.newId())
            : m_guardians[m_random.bounded(m_guardians.size())];
        const Guardian known = m_server.find(guardian.id);
        guardian.customer = known.customer.isNull() ? anyFamily() : known.customer;
        guardian.phone = u"+8619911%1"_s.arg(m_random.bounded(1000000), 6, 10, QChar(u'0'));
        m_server.write(toRow(guardian));
        m_guardians.append(guardian.id);
    }

    void removeChild()
    {
        if (m_guardians.isEmpty())
            return;
        auto record = m_server.stored(
            RecordKind::Guardian, m_guardians[m_random.bounded(m_guardians.size())]);
        record->row.deleted = true;
        m_server.write(record->row);
    }

    inline static const QStringList keepers{u"a1"_s, u"a2"_s, u"b1"_s, u"leadA"_s};
    ServerFixture& m_server;
    QRandomGenerator m_random;
    QHash<QString, TestDevice> m_devices{};
    QList<Id<Customer>> m_families{};
    QList<Id<Guardian>> m_guardians{};
};

} // namespace homeroom::test
