// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/push.h"

#include "models/values/mutants.h"
#include "server/rules/conflicts.h"
#include "server/rules/restoration.h"
#include "sync/protocol/codec.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

using Group = std::span<const Mutation>;

QByteArray outcomeBytes(const Outcome& outcome)
{
    return QJsonDocument(outcomeToJson(outcome)).toJson(QJsonDocument::Compact);
}

/// Consecutive mutations with one group number; zero stands alone.
std::vector<Group> groupsOf(const std::vector<Mutation>& mutations)
{
    std::vector<Group> groups;
    for (size_t at = 0; at < mutations.size();) {
        size_t end = at + 1;
        while (end < mutations.size() && mutations[at].group != 0 && !mutated(Mutant::GroupSplit)
            && mutations[end].group == mutations[at].group)
            ++end;
        groups.push_back(Group(mutations).subspan(at, end - at));
        at = end;
    }
    return groups;
}

Result<void> checkGroup(Group group)
{
    if (group.size() > size_t(maximumGroupMutations))
        return Error{ErrorCode::TooLarge, u"a group has too many mutations"_s, u"group"_s};
    for (const Mutation& mutation : group) {
        if (mutation.root != group.front().root)
            return Error{ErrorCode::Malformed, u"a group spans two roots"_s, u"group"_s};
    }
    return {};
}

Result<void> checkRequest(const PushRequest& request)
{
    if (request.mutations.size() > size_t(maximumPushMutations))
        return Error{ErrorCode::TooLarge, u"too many mutations"_s, u"mutations"_s};
    for (size_t i = 1; i < request.mutations.size(); ++i) {
        if (request.mutations[i].mid != request.mutations[0].mid + qint64(i))
            return Error{ErrorCode::Malformed, u"numbers are not dense"_s, u"mid"_s};
    }
    for (const Group group : groupsOf(request.mutations)) {
        if (Result<void> checked = checkGroup(group); !checked.ok())
            return checked;
    }
    return {};
}

/// One request inside its transaction.
class PushRun {
public:
    PushRun(WriteContext& context, const PushRequest& request)
        : m_context(context), m_transaction(context.transaction()), m_request(request)
    {
    }

    Result<PushAnswer> run();

private:
    void noticeRestore();
    Result<void> openDevice();
    Result<void> checkChain();
    Result<void> replay(const Mutation& mutation);
    /// Each group in a savepoint of its own, or all in the one around them.
    enum class Savepoints { EachGroup, OneForAll };
    /// False, with everything as before, where one for all was not enough: a group was refused.
    Result<bool> settleGroups(Savepoints savepoints);
    Result<void> settleAll();
    std::vector<Verdict> applyGroup(Group group);
    std::vector<Verdict> applyEach(Group group, std::optional<Verdict>& failed);
    void settle(Group group, std::vector<Verdict> verdicts);
    void rescue(const Mutation& mutation, const RecordId& root);

    WriteContext& m_context;
    WriteTransaction& m_transaction;
    const PushRequest& m_request;
    DeviceState m_device{};
    PushAnswer m_answer{};
    Savepoints m_savepoints = Savepoints::OneForAll;
    bool m_refused = false;
};

Result<PushAnswer> PushRun::run()
{
    Result<void> ready = openDevice();
    if (ready.ok())
        ready = checkChain();
    if (!ready.ok())
        return ready.error();
    noticeRestore();
    const bool news =
        !m_request.mutations.empty() && m_request.mutations.back().mid > m_device.lastMid;
    if (news)
        m_context.takeStamp();
    // A refusal is rare, and a savepoint for each group costs more than the groups' statements.
    Result<bool> settled = settleGroups(Savepoints::OneForAll);
    if (settled.ok() && !*settled)
        settled = settleGroups(Savepoints::EachGroup);
    if (!settled.ok())
        return settled.error();
    if (m_request.drains)
        m_device.lastSeen = std::max(m_device.lastSeen, m_context.now());
    m_transaction.putDevice(m_device);
    m_answer.response.serverTime = m_context.now();
    m_answer.response.seen = sealedWitness(
        witnessOf(m_transaction), m_context.viewer().user, cursorSecret(m_transaction));
    m_answer.touched = m_context.touched();
    return m_answer;
}

// Before anything is applied: what was edited in sight of the lost time is clamped to before it. A
// sign that cannot be read shows nothing, and is no reason to keep edits out.
void PushRun::noticeRestore()
{
    // The cursor of a wished page is as good a sign.
    const bool asksOnly = m_request.seen.isEmpty() && m_request.page;
    const QString sign = asksOnly ? m_request.page->cursor : m_request.seen;
    if (sign.isEmpty())
        return;
    const Result<Witness> seen =
        openedWitness(sign, m_context.viewer().user, cursorSecret(m_transaction));
    if (seen.ok() && showsRestore(m_transaction, *seen))
        endGeneration(m_transaction, *seen,
            {m_context.now(), m_context.viewer().user, m_request.device}, m_context.newId());
}

Result<bool> PushRun::settleGroups(Savepoints savepoints)
{
    m_savepoints = savepoints;
    m_refused = false;
    if (savepoints == Savepoints::EachGroup) {
        const Result<void> done = settleAll();
        return done.ok() ? Result<bool>(true) : Result<bool>(done.error());
    }
    const DeviceState device = m_device;
    const Touched touched = m_context.touched();
    const Result<void> kept = m_transaction.savepoint([this] { return settleAll(); });
    if (kept.ok())
        return true;
    if (!m_refused)
        return kept.error();
    m_device = device;
    m_answer = {};
    m_context.touched() = touched;
    m_context.forget();
    return false;
}

Result<void> PushRun::settleAll()
{
    for (const Group group : groupsOf(m_request.mutations)) {
        // A group is sent whole, so it is either known whole or new whole.
        if (group.back().mid <= m_device.lastMid) {
            for (const Mutation& mutation : group) {
                if (Result<void> known = replay(mutation); !known.ok())
                    return known;
            }
            continue;
        }
        if (group.front().mid <= m_device.lastMid)
            return Error{ErrorCode::Fork, u"a group was cut"_s};
        std::vector<Verdict> verdicts = applyGroup(group);
        if (m_refused)
            return Error{verdicts.front().outcome.code};
        settle(group, std::move(verdicts));
    }
    return {};
}

Result<void> PushRun::openDevice()
{
    const auto known = m_transaction.device(m_request.device);
    // Somebody else's device id says nothing about that device: the client takes a new one.
    if (known && known->user != m_context.viewer().user)
        return Error{ErrorCode::Fork, u"the device is another user's"_s};
    m_device = known.value_or(DeviceState{m_request.device, m_context.viewer().user, 0, {}, 0});
    return {};
}

Result<void> PushRun::checkChain()
{
    if (m_request.mutations.empty())
        return {};
    const qint64 first = m_request.mutations.front().mid;
    if (first < 1 || first > m_device.lastMid + 1)
        return Error{ErrorCode::Gap, u"expected number %1"_s.arg(m_device.lastMid + 1)};
    QString chain = m_request.chain;
    QString known;
    if (first == m_device.lastMid + 1) {
        known = m_device.chain;
    } else if (first > 1) {
        const auto before = m_transaction.outcome(m_device.client, first - 1);
        known = before ? before->chain : QString();
    }
    if (chain != known)
        return Error{ErrorCode::Fork, u"another history before number %1"_s.arg(first)};
    for (const Mutation& mutation : m_request.mutations) {
        if (mutation.mid > m_device.lastMid)
            return {};
        chain = chainAfter(chain, mutation);
        const auto outcome = m_transaction.outcome(m_device.client, mutation.mid);
        if (!outcome || outcome->chain != chain)
            return Error{ErrorCode::Fork, u"another content of number %1"_s.arg(mutation.mid)};
    }
    return {};
}

Result<void> PushRun::replay(const Mutation& mutation)
{
    const auto stored = m_transaction.outcome(m_device.client, mutation.mid);
    if (!stored)
        return Error{ErrorCode::Fork, u"the outcome is unknown"_s};
    Result<Outcome> outcome = outcomeFromJson(QJsonDocument::fromJson(stored->json).object());
    if (!outcome.ok())
        return Error{ErrorCode::Database, u"a stored outcome cannot be read"_s};
    m_answer.response.outcomes.push_back(std::move(*outcome));
    return {};
}

std::vector<Verdict> PushRun::applyGroup(Group group)
{
    std::optional<Verdict> failed;
    std::vector<Verdict> verdicts;
    if (m_savepoints == Savepoints::OneForAll) {
        verdicts = applyEach(group, failed);
        m_refused = failed.has_value();
    } else {
        const Touched before = m_context.touched();
        [[maybe_unused]] const Result<void> kept = m_transaction.savepoint([&]() -> Result<void> {
            verdicts = applyEach(group, failed);
            return failed ? Result<void>(Error{failed->outcome.code}) : Result<void>();
        });
        if (failed) {
            m_context.touched() = before;
            m_context.forget();
        }
    }
    if (!failed)
        return verdicts;
    verdicts.clear();
    for (const Mutation& mutation : group) {
        verdicts.push_back(*failed);
        verdicts.back().outcome.mid = mutation.mid;
    }
    return verdicts;
}

std::vector<Verdict> PushRun::applyEach(Group group, std::optional<Verdict>& failed)
{
    std::vector<Verdict> verdicts;
    MutationApplier applier(m_context, m_device.client, m_device.lastSeen, m_request.sentAt);
    for (const Mutation& mutation : group) {
        Verdict verdict = applier.apply(mutation);
        if (verdict.outcome.kind == OutcomeKind::Refused) {
            failed = std::move(verdict);
            break;
        }
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

void PushRun::settle(Group group, std::vector<Verdict> verdicts)
{
    QString chain = m_device.lastMid == 0 ? QString() : m_device.chain;
    for (size_t i = 0; i < group.size(); ++i) {
        Verdict& verdict = verdicts[i];
        if (!verdict.orphanRoot.isNull())
            rescue(group[i], verdict.orphanRoot);
        chain = chainAfter(chain, group[i]);
        m_transaction.putOutcome(
            m_device.client, group[i].mid, {outcomeBytes(verdict.outcome), chain}, m_context.now());
        m_answer.response.outcomes.push_back(std::move(verdict.outcome));
    }
    m_device.lastMid = group.back().mid;
    m_device.chain = chain;
}

// Outside the group's savepoint: the refusal stays, the words do, too.
void PushRun::rescue(const Mutation& mutation, const RecordId& root)
{
    if (!mutation.changes.empty())
        writeConflict(m_context, mutation, root, nullptr, {ConflictKind::Orphan, -1, {}});
}

} // namespace

Result<PushAnswer> Push::run(const Caller& caller, const PushRequest& request) const
{
    if (const Result<void> checked = checkRequest(request); !checked.ok())
        return checked.error();
    return m_parts.storage.write(
        [&](WriteTransaction& transaction) { return apply(transaction, caller, request); });
}

std::vector<Result<PushAnswer>> Push::runTogether(std::span<const PushWish> wishes) const
{
    std::vector<Result<PushAnswer>> answers;
    const auto runEach = [&] {
        answers.clear();
        for (const PushWish& wish : wishes)
            answers.push_back(run(wish.caller, wish.request));
    };
    if (wishes.size() == 1) {
        runEach();
        return answers;
    }
    const Result<void> committed =
        m_parts.storage.runWrite([&](WriteTransaction& transaction) -> Result<void> {
            for (const PushWish& wish : wishes)
                answers.push_back(applyApart(transaction, wish));
            return {};
        });
    // Whose fault it was shows when each is alone.
    if (!committed.ok())
        runEach();
    return answers;
}

Result<PushAnswer> Push::applyApart(WriteTransaction& transaction, const PushWish& wish) const
{
    if (const Result<void> checked = checkRequest(wish.request); !checked.ok())
        return checked.error();
    std::optional<Result<PushAnswer>> answer;
    [[maybe_unused]] const Result<void> kept = transaction.savepoint([&]() -> Result<void> {
        answer = apply(transaction, wish.caller, wish.request);
        return answer->ok() ? Result<void>() : Result<void>(answer->error());
    });
    return std::move(*answer);
}

Result<PushAnswer> Push::apply(
    WriteTransaction& transaction, const Caller& caller, const PushRequest& request) const
{
    Caller author = caller;
    // A forked client goes on under a new device id within its session.
    author.device = request.device;
    WriteContext context(transaction, author, m_parts.clock.now(), m_parts.policy, m_parts.ids);
    return PushRun(context, request).run();
}

} // namespace homeroom
