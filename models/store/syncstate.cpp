// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/syncstate.h"

#include "models/database/recordtable.h"
#include "models/store/clientdatabase.h"
#include "models/values/mutants.h"

namespace homeroom {

using namespace Qt::StringLiterals;

qint64 SyncState::number(const QString& key)
{
    return clientState(m_database, key).toLongLong();
}

Stamp SyncState::stamp(const QString& key)
{
    const QStringList parts = clientState(m_database, key).split(u':');
    if (parts.size() != 2)
        return {};
    return {parts[0].toLongLong(), parts[1].toLongLong()};
}

void SyncState::setStamp(const QString& key, const Stamp& stamp)
{
    setClientState(m_database, key, u"%1:%2"_s.arg(stamp.generation).arg(stamp.seq));
}

RecordId SyncState::device()
{
    return RecordId::fromString(clientState(m_database, u"device"_s)).value_or(RecordId());
}

void SyncState::setDevice(const RecordId& device)
{
    setClientState(m_database, u"device"_s, device.toString());
}

RecordId SyncState::user()
{
    return RecordId::fromString(clientState(m_database, u"user"_s)).value_or(RecordId());
}

void SyncState::setUser(const RecordId& user)
{
    setClientState(m_database, u"user"_s, user.toString());
}

QString SyncState::cursor()
{
    return clientState(m_database, u"sync.cursor"_s);
}

void SyncState::setCursor(const QString& cursor)
{
    setClientState(m_database, u"sync.cursor"_s, cursor);
    setSeen({});
}

QString SyncState::seen()
{
    return clientState(m_database, u"sync.seen"_s);
}

void SyncState::setSeen(const QString& seen)
{
    setClientState(m_database, u"sync.seen"_s, seen);
}

Stamp SyncState::applied()
{
    return stamp(u"sync.applied"_s);
}

void SyncState::setApplied(const Stamp& stamp)
{
    setStamp(u"sync.applied"_s, stamp);
}

Stamp SyncState::base()
{
    return stamp(u"sync.base"_s);
}

void SyncState::setBase(const Stamp& stamp)
{
    setStamp(u"sync.base"_s, stamp);
}

bool SyncState::deactivated()
{
    if (base().isZero() || user().isNull())
        return false;
    const auto self = RecordTable(m_database, recordType(RecordKind::User)).find(user());
    return !self || self->deleted;
}

bool SyncState::guardsReset()
{
    return number(u"sync.guardsReset"_s) != 0;
}

void SyncState::setGuardsReset(bool reset)
{
    setClientState(m_database, u"sync.guardsReset"_s, QString::number(int(reset)));
}

qint64 SyncState::sweep()
{
    return number(u"sync.sweep"_s);
}

void SyncState::setSweep(qint64 number)
{
    setClientState(m_database, u"sync.sweep"_s, QString::number(number));
}

void SyncState::beginResync()
{
    const qint64 number = this->number(u"sync.sweeps"_s) + 1;
    setClientState(m_database, u"sync.sweeps"_s, QString::number(number));
    setSweep(number);
    setGuardsReset(true);
    const QString newest = seen().isEmpty() ? cursor() : seen();
    setCursor({});
    setSeen(newest);
    // Whatever the server answers from zero is newer than what it does not vouch for any more.
    setApplied({});
    m_database.execute("DELETE FROM sweep_root");
    if (mutated(Mutant::GoneWipes))
        m_database.execute("DELETE FROM outbox; DELETE FROM base_row");
}

qint64 SyncState::lastMid()
{
    return number(u"sync.lastMid"_s);
}

QString SyncState::chain()
{
    return clientState(m_database, u"sync.chain"_s);
}

void SyncState::setLastMid(qint64 mid, const QString& chain)
{
    setClientState(m_database, u"sync.lastMid"_s, QString::number(mid));
    setClientState(m_database, u"sync.chain"_s, chain);
}

Milliseconds SyncState::syncedAt()
{
    return number(u"sync.at"_s);
}

void SyncState::setSyncedAt(Milliseconds at)
{
    setClientState(m_database, u"sync.at"_s, QString::number(at));
}

Milliseconds SyncState::clockOffset()
{
    return number(u"clock.offset"_s);
}

void SyncState::setClockOffset(Milliseconds offset)
{
    setClientState(m_database, u"clock.offset"_s, QString::number(offset));
}

Milliseconds SyncState::lastEditAt()
{
    return number(u"clock.lastEdit"_s);
}

void SyncState::setLastEditAt(Milliseconds at)
{
    setClientState(m_database, u"clock.lastEdit"_s, QString::number(at));
}

bool SyncState::erasurePending()
{
    return number(u"erasure.pending"_s) != 0;
}

void SyncState::setErasurePending(bool pending)
{
    setClientState(m_database, u"erasure.pending"_s, QString::number(int(pending)));
}

} // namespace homeroom
