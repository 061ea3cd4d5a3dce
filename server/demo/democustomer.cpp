// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"
#include "server/demo/demotexts.h"
#include "server/demo/demowords.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr double unmatchedSources = 0.02;
constexpr QStringView strangeSources[] = {
    u"朋友圈海报-0315", u"门店扫码3", u"KOC-小鹿妈妈", u"异业合作-绘本馆"};
constexpr QStringView deciders[] = {u"妈妈", u"爸爸", u"共同", u"老人"};
constexpr QStringView bases[] = {u"零基础", u"学过一点", u"学过一年以上", u"竞赛班"};
constexpr QStringView freeTimes[] = {u"晚上 8 点后", u"午休", u"周末上午", u"下午接孩子前"};

QString tierReason(Tier tier)
{
    switch (tier) {
    case Tier::A:
        return u"自己预约了课程"_s;
    case Tier::B:
        return u"关注了公众号"_s;
    case Tier::C:
        return u"验证了手机号"_s;
    case Tier::D:
        return u"只留了号码"_s;
    case Tier::None:
        break;
    }
    return {};
}

void describeSource(FamilyScene& scene, Customer& customer)
{
    DemoRandom& random = scene.random;
    customer.externalId = u"L%1"_s.arg(scene.place + 1, 8, 10, QChar(u'0'));
    customer.tier = scene.story.tier;
    customer.tierReason = tierReason(scene.story.tier);
    if (random.chance(unmatchedSources)) {
        customer.sourceText = random.pick(strangeSources).toString();
        return;
    }
    customer.channel = scene.story.channel->id;
    customer.campaign = scene.story.channel->campaign;
    if (scene.story.channel->referral) {
        const QString surname = demoSurname(random);
        customer.referrer = surname + u"女士(老学员家长)"_s;
    }
}

void describeFriendship(FamilyScene& scene, Customer& customer, const ChildStory& child)
{
    const FamilyStory& story = scene.story;
    DemoRandom& random = scene.random;
    const bool lost = child.stage == TrialStage::Lost;
    const double parting = random.real();
    customer.friendRequestedAt = story.requestedAt;
    customer.friendAddedAt = story.addedAt;
    customer.groupJoinedAt = story.groupAt;
    customer.appSignedInAt = story.signedInAt;
    if (story.requestedAt) {
        customer.friendState = FriendState::Requested;
        customer.workAccount = story.keeper->account;
    }
    if (story.addedAt) {
        customer.friendState = lost && parting < 0.10 ? FriendState::DeletedMe
            : lost && parting < 0.12                  ? FriendState::Blocked
                                                      : FriendState::Added;
        const bool opened =
            story.cohort && scene.calendar.isPast(scene.calendar.at(story.cohort->dayOf(0), 720));
        customer.groupState = opened ? GroupState::Invited : GroupState::NotIn;
    }
    if (story.groupAt)
        customer.groupState = lost && parting < 0.25 ? GroupState::Left : GroupState::In;
}

Intention intentionOf(const FamilyStory& story, const ChildStory& child, bool calledDeeply)
{
    switch (child.stage) {
    case TrialStage::Intent:
    case TrialStage::Deposit:
    case TrialStage::Paid:
        return Intention::High;
    case TrialStage::Lost:
        return calledDeeply ? Intention::Low : Intention::None;
    default:
        break;
    }
    if (!calledDeeply)
        return Intention::Unknown;
    return story.eagerness > 0.5 ? Intention::Medium : Intention::Low;
}

Lifecycle lifecycleOf(const FamilyScene& scene, const ChildStory& child)
{
    for (const Order& order : scene.records.orders) {
        if (order.kind == OrderKind::Renewal)
            return Lifecycle::Renewed;
    }
    switch (child.stage) {
    case TrialStage::Paid:
        return child.refundedAt ? Lifecycle::Lost : Lifecycle::Paid;
    case TrialStage::Lost:
        return Lifecycle::Lost;
    case TrialStage::Intent:
    case TrialStage::Deposit:
        return Lifecycle::HighIntention;
    case TrialStage::New:
        return Lifecycle::Potential;
    default:
        return Lifecycle::General;
    }
}

void addTags(FamilyScene& scene, Customer& customer, const ChildStory& child)
{
    DemoRandom& random = scene.random;
    const auto tag = [&](DemoTag which, bool holds, double share) {
        if (random.chance(share) && holds)
            customer.tags.append(scene.catalogue.tag(which));
    };
    const auto missed = qint64(child.lessons.size()) - child.attendedCount();
    tag(DemoTag::HighIntention, customer.intention == Intention::High, 0.7);
    tag(DemoTag::PriceSensitive, child.attendedCount() > 0, 0.12);
    tag(DemoTag::Homework, child.homeworkCount() >= 2 && missed == 0, 0.6);
    tag(DemoTag::Absent, missed >= 2 && scene.story.groupAt.has_value(), 0.5);
    tag(DemoTag::TwoChildren, scene.records.students.size() > 1, 0.8);
    tag(DemoTag::Grandparents, customer.relation == FamilyRelation::Grandmother, 0.7);
    tag(DemoTag::Referral, child.stage == TrialStage::Paid, 0.2);
    tag(DemoTag::ExamSoon, scene.story.addedAt.has_value(), 0.06);
    tag(DemoTag::ComparesOthers, child.intentAt.has_value(), 0.2);
    tag(DemoTag::RefundRisk, child.refundedAt || child.depositRefundedAt, 0.9);
}

void fillCustomFields(FamilyScene& scene, Customer& customer)
{
    DemoRandom& random = scene.random;
    const auto fill = [&](const QString& key, double share, const QJsonValue& value) {
        if (random.chance(share) && scene.story.addedAt)
            customer.custom.insert(key, value);
    };
    fill(u"decisionMaker"_s, 0.35, random.pick(deciders).toString());
    fill(u"learningBase"_s, 0.5, random.pick(bases).toString());
    fill(u"budget"_s, 0.12, random.between(10, 40) * 10'000);
    fill(u"freeTime"_s, 0.3, random.pick(freeTimes).toString());
    fill(u"examDay"_s, 0.15, scene.calendar.dayText(random.between(3, 40)));
    fill(u"otherClasses"_s, 0.3, random.between(0, 4));
    fill(u"ownTablet"_s, 0.4, random.chance(0.6));
}

qint64 scoreOf(const FamilyStory& story, const ChildStory& child)
{
    const qint64 behaviour = 6 * child.finishedCount() + 3 * child.attendedCount()
        + 4 * child.homeworkCount() + (story.groupAt ? 6 : 0) + (child.intentAt ? 10 : 0);
    return std::clamp<qint64>(qint64(story.tier) * 5 + behaviour, 0, 100);
}

void describeService(FamilyScene& scene, Customer& customer)
{
    DemoRandom& random = scene.random;
    customer.consent = scene.story.addedAt.has_value();
    customer.doNotDisturb = random.chance(0.03);
    if (scene.story.groupAt && random.chance(0.75)) {
        customer.address = demoAddress(random, customer.city);
        const Milliseconds age = scene.calendar.now() - *scene.story.groupAt;
        customer.kitState = age < dayMs ? KitState::ToShip
            : age < 4 * dayMs           ? KitState::Shipped
                                        : KitState::Delivered;
    }
    if (scene.story.addedAt && random.chance(0.3))
        customer.remark = demoRemark(random, scene.records.nicknames.front());
}

} // namespace

void detail::describeCustomer(FamilyScene& scene)
{
    Customer& customer = scene.records.customer;
    const ChildStory& child = scene.story.leading();
    const auto& told = scene.records.followUps;
    const bool calledDeeply = std::any_of(told.begin(), told.end(), [](const FollowUp& followUp) {
        return followUp.kind == FollowUpKind::Call && followUp.duration.value_or(0) > 100;
    });
    describeSource(scene, customer);
    describeFriendship(scene, customer, child);
    customer.intention = intentionOf(scene.story, child, calledDeeply);
    customer.lifecycle = lifecycleOf(scene, child);
    customer.score = scoreOf(scene.story, child);
    if (!told.empty())
        customer.lastContactAt = told.back().happenedAt;
    addTags(scene, customer, child);
    fillCustomFields(scene, customer);
    describeService(scene, customer);
}

} // namespace homeroom
