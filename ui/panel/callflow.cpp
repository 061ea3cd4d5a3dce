// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/callflow.h"

#include "models/store/records.h"
#include "ui/panel/followupbox.h"

#include <algorithm>

namespace homeroom {

namespace {

constexpr qint64 secondsPerMinute = 60;

/// Nothing more to write: saved with the key that chose it.
bool savesAtOnce(FollowUpResult result)
{
    return result == FollowUpResult::NoAnswer || result == FollowUpResult::Busy
        || result == FollowUpResult::WrongNumber;
}

} // namespace

QString adviceText(CallAdvice advice)
{
    switch (advice) {
    case CallAdvice::CallAgain:
        return CallFlow::tr("Call again");
    case CallAdvice::WriteInstead:
        return CallFlow::tr("Write a message instead of calling");
    case CallAdvice::AskNumber:
        return CallFlow::tr("Ask for the right number");
    case CallAdvice::AddFriend:
        return CallFlow::tr("Add as friend");
    case CallAdvice::BringToGroup:
        return CallFlow::tr("Bring into the group");
    case CallAdvice::RemindOfLesson:
        return CallFlow::tr("Remind of the lesson");
    case CallAdvice::DeepTalk:
        return CallFlow::tr("Talk about how the child learns");
    case CallAdvice::Offer:
        return CallFlow::tr("Offer the course");
    case CallAdvice::AskBalance:
        return CallFlow::tr("Ask for the balance");
    case CallAdvice::AskHowItGoes:
        return CallFlow::tr("Ask how it goes");
    case CallAdvice::LeaveInPeace:
        return CallFlow::tr("Ask once more");
    }
    return {};
}

CallFlow::CallFlow(const PageContext& context, CallBar& bar, FollowUpBox& box, QObject* parent)
    : QObject(parent), m_context(context), m_bar(bar), m_box(box)
{
    connect(&bar, &CallBar::resultChosen, this, &CallFlow::choose);
    connect(&bar, &CallBar::skipRequested, this, [this] { step(1); });
    connect(&bar, &CallBar::endRequested, this, &CallFlow::end);
    bar.hide();
}

void CallFlow::start(std::vector<RecordId> families, const RecordId& first)
{
    const auto begin = std::ranges::find(families, first);
    if (begin != families.end())
        families.erase(families.begin(), begin);
    if (families.empty())
        return;
    m_families = std::move(families);
    m_family = {};
    m_place = m_calls = m_talks = 0;
    m_seconds = 0;
    m_active = true;
    m_bar.show();
    Q_EMIT familyRequested(m_families.front());
}

void CallFlow::end()
{
    if (!std::exchange(m_active, false))
        return;
    m_bar.hide();
    m_box.setDuration(std::nullopt);
    const qint64 minutes = (m_seconds + secondsPerMinute - 1) / secondsPerMinute;
    Q_EMIT told(m_calls == 0
            ? tr("No call was made.")
            : tr("%n call(s), %1 talks, %2 minutes", nullptr, m_calls).arg(m_talks).arg(minutes));
    Q_EMIT ended();
}

int CallFlow::place() const
{
    const auto here = std::ranges::find(m_families, RecordId(m_family.customer.id));
    return here == m_families.end() ? m_place : int(here - m_families.begin());
}

QString CallFlow::warningOf(const Customer& customer) const
{
    if (customer.doNotDisturb)
        return tr("Asked not to be disturbed.");
    if (customer.phone.isEmpty())
        return tr("No phone is known.");
    const WorkTime work = workTimeOf(m_context.catalogue, m_context.zone);
    return work.isWorking(m_context.clock.now()) ? QString()
                                                 : tr("It is outside of working hours.");
}

void CallFlow::showFamily(const Family& family)
{
    const bool same = m_family.customer.id == family.customer.id;
    m_family = family;
    if (!m_active || same)
        return;
    m_result = FollowUpResult::None;
    m_duration.reset();
    m_box.setDuration({});
    m_place = place();
    m_bar.showFamily(place() + 1, int(m_families.size()), warningOf(family.customer));
}

void CallFlow::startClock()
{
    if (m_active)
        m_bar.startClock();
}

int CallFlow::unansweredBefore() const
{
    const auto read = m_context.workspace.reader().read([this](Database& database) {
        auto all = familyRecords<FollowUp>(database, m_family.customer.id);
        std::erase_if(all, [](const FollowUp& each) { return each.kind != FollowUpKind::Call; });
        std::ranges::sort(all, std::greater(), &FollowUp::happenedAt);
        const auto taken = std::ranges::find_if(
            all, [](const FollowUp& each) { return each.result != FollowUpResult::NoAnswer; });
        return Result<int>(int(taken - all.begin()));
    });
    return read.ok() ? *read : 0;
}

void CallFlow::propose(FollowUpResult result)
{
    const auto open = std::ranges::find_if(
        m_family.opportunities, [](const Opportunity& card) { return !card.closedAt; });
    const auto card = open == m_family.opportunities.end() ? m_family.opportunities.begin() : open;
    const Stage* stage =
        card == m_family.opportunities.end() ? nullptr : m_context.catalogue.find(card->stage);
    const CallOutcome outcome{
        result, stage ? stage->role : StageRole::Open, unansweredBefore(), m_context.clock.now()};
    const WorkTime work = workTimeOf(m_context.catalogue, m_context.zone);
    if (const auto advice = adviceAfter(outcome, work, m_context.zone))
        m_box.propose(adviceText(advice->what), advice->at);
}

void CallFlow::choose(int result)
{
    if (!m_active || m_family.customer.id.isNull())
        return;
    m_result = FollowUpResult(result);
    m_box.chooseCall(result);
    m_duration = m_bar.takeDuration();
    m_box.setDuration(m_duration);
    propose(m_result);
    if (savesAtOnce(m_result))
        m_box.save();
    else
        m_box.write();
}

void CallFlow::saved()
{
    if (!m_active)
        return;
    if (m_result != FollowUpResult::None) {
        ++m_calls;
        m_talks += m_result == FollowUpResult::Connected ? 1 : 0;
        m_seconds += m_duration.value_or(0);
    }
    step(1);
}

void CallFlow::step(int step)
{
    const int next = place() + step;
    if (next < 0)
        return;
    if (next >= int(m_families.size()))
        return end();
    Q_EMIT familyRequested(m_families[size_t(next)]);
}

} // namespace homeroom
