// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/restoration.h"

#include "models/values/mutants.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Seq reachedIn(ReadTransaction& transaction, const Incarnation& incarnation)
{
    return incarnation.lastSeq.value_or(transaction.organisation().stamp.seq);
}

/// What is common to the lost time and this database: up to where the copy was made. Where the
/// incarnation of the witness and the one before it are both unknown, nobody can say, and nothing
/// is taken for common: people see more conflicts then, but overwrite nothing unseen.
Seq commonSeq(ReadTransaction& transaction, const Witness& lost)
{
    if (const auto known = transaction.incarnation(lost.incarnation))
        return reachedIn(transaction, *known);
    const auto before =
        lost.previous.isNull() ? std::nullopt : transaction.incarnation(lost.previous);
    // The one that is unknown here may have branched off before this database had come so far.
    return before ? std::min(reachedIn(transaction, *before), lost.first - 1) : 0;
}

} // namespace

QByteArray cursorSecret(ReadTransaction& transaction)
{
    return transaction.secret(u"cursor"_s);
}

Witness witnessOf(ReadTransaction& transaction)
{
    const Incarnation running = transaction.currentIncarnation();
    const Stamp now = transaction.organisation().stamp;
    return {running.id, running.previous, running.firstSeq, now.generation, now.seq};
}

bool isFromHere(ReadTransaction& transaction, const Witness& witness)
{
    if (witness.incarnation.isNull() || mutated(Mutant::GenerationIgnored))
        return true;
    const auto known = transaction.incarnation(witness.incarnation);
    return known && witness.seq <= reachedIn(transaction, *known);
}

bool showsRestore(ReadTransaction& transaction, const Witness& witness)
{
    return !isFromHere(transaction, witness)
        && witness.generation >= transaction.organisation().stamp.generation;
}

void endGeneration(WriteTransaction& transaction, const Witness& lost, const Shown& by,
    const RecordId& newIncarnation)
{
    const Seq now = transaction.organisation().stamp.seq;
    Incarnation ended = transaction.currentIncarnation();
    ended.trustedSeq = std::min(commonSeq(transaction, lost), now);
    ended.lastSeq = now;
    transaction.putIncarnation(ended);
    // The lost time may have had a restore of its own, and what it gave out is newer.
    const qint64 next = lost.generation + 1;
    transaction.setGeneration(next);
    transaction.putIncarnation({next, newIncarnation, now + 1, {}, ended.id, {}});
    // Whoever runs the server did not expect it, or has just restored it: both want to know.
    transaction.appendAudit({by.at, by.user, by.device, u"generation"_s, QString::number(next),
        QJsonObject{{u"trusted"_s, *ended.trustedSeq}, {u"reached"_s, now}}});
}

} // namespace homeroom
