// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deedsworld.h"

#include "models/store/historyquery.h"

#include <QMenu>

namespace homeroom::test {

using namespace Qt::StringLiterals;

void DeedsWorld::open()
{
    m_world = std::make_unique<PageWorld>();
    m_server = std::make_unique<ScriptedServer>();
    m_world->context.server = m_server.get();
    m_team = m_world->store.newId<Team>();
    const auto addUser = [&](const QString& name, UserRole role, bool active) {
        User user;
        user.displayName = name;
        user.role = role;
        user.team = m_team;
        user.active = active;
        return m_world->families.put(user);
    };
    m_colleague = addUser(u"范琳"_s, UserRole::Tutor, true);
    addUser(u"离职"_s, UserRole::Tutor, false);
    addUser(u"运营"_s, UserRole::Operations, true);
    m_first = m_world->families.add(u"王芳"_s);
    m_second = m_world->families.add(u"李娜"_s);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    become(UserRole::Admin);
}

void DeedsWorld::close()
{
    m_told.reset();
    m_window.reset();
    m_deeds = nullptr; // went with its window
    m_server.reset();
    m_world.reset();
}

void DeedsWorld::become(UserRole role)
{
    delete m_deeds;
    m_world->context.viewer.role = role;
    m_deeds = new FamilyDeeds(m_world->context, *m_window);
    m_told = std::make_unique<QSignalSpy>(m_deeds, &FamilyDeeds::told);
}

QStringList DeedsWorld::offered(const std::vector<RecordId>& families)
{
    QMenu menu;
    m_deeds->fillMenu(menu, families);
    QStringList texts;
    for (const QAction* action : menu.actions()) {
        if (!action->isSeparator())
            texts << action->text();
    }
    return texts;
}

QString DeedsWorld::lastTold() const
{
    return m_told->isEmpty() ? QString() : m_told->last().at(0).toString();
}

void DeedsWorld::tellMergeWith(const RecordId& loser, const QString& name, HistoryAction action)
{
    HistoryEntry entry;
    entry.customer = m_first;
    entry.record = recordKey(RecordKind::Customer, m_first);
    entry.action = action;
    entry.changes = {{u"customer"_s, loser.toString()}, {u"name"_s, name}};
    entry.author = Id<User>(m_colleague);
    entry.at = m_world->store.clock().now();
    entry.id = m_world->store.newId<HistoryEntry>();
    const auto said = m_world->store.store().write([&](Database& database) -> Result<ChangeSet> {
        RecordRow row = toRow(entry);
        row.stamp = {1, 1};
        RecordTable(database, recordType(RecordKind::HistoryEntry)).put(row);
        return ChangeSet{Origin::Remote, {{row.kind, row.id, row.root, false}}};
    });
    QVERIFY(said.result().ok());
}

} // namespace homeroom::test
