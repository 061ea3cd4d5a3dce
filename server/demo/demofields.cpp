// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/familyconditions.h"
#include "models/values/rank.h"
#include "server/demo/democatalogue.h"

#include <QJsonArray>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct ChannelPlan {
    QStringView name;
    QStringView aliases; ///< separated by |
    QStringView campaign;
    double weight;
    double quality;
    std::array<double, 4> tiers; ///< D, C, B, A
};

constexpr ChannelPlan channelPlans[] = {
    {u"抖音直播", u"抖音|douyin|DY-直播", u"抖音亲子直播间", 24, -0.04, {30, 38, 22, 10}},
    {u"信息流广告", u"信息流|巨量引擎|feed", u"秋季信息流投放", 22, -0.10, {45, 35, 15, 5}},
    {u"公众号", u"微信公众号|服务号|GZH", u"公众号免费测评", 14, 0.04, {12, 25, 48, 15}},
    {u"社群裂变", u"裂变|拼团|群裂变", u"三人拼团", 12, 0.00, {20, 35, 35, 10}},
    {u"转介绍", u"老带新|推荐|referral", u"老带新赠礼", 10, 0.18, {4, 14, 34, 48}},
    {u"小红书", u"xhs|红书", u"小红书学习打卡", 9, 0.02, {18, 34, 36, 12}},
    {u"百度搜索", u"SEM|百度|baidu", u"搜索品牌词", 6, 0.07, {14, 30, 30, 26}},
    {u"线下地推", u"地推|校门口", u"校门口地推", 3, -0.12, {52, 34, 11, 3}}};
constexpr size_t referralChannel = 4;

struct TagPlan {
    QStringView name;
    QStringView group;
    qint64 color;
};

constexpr TagPlan tagPlans[] = {{u"高意向", u"意向", 1}, {u"价格敏感", u"意向", 4},
    {u"作业积极", u"学情", 3}, {u"缺课预警", u"学情", 2}, {u"二孩家庭", u"家庭", 5},
    {u"老人带娃", u"家庭", 6}, {u"愿意推荐", u"意向", 7}, {u"临近期末", u"学情", 8},
    {u"在对比机构", u"意向", 2}, {u"退费风险", u"服务", 4}};
static_assert(std::size(tagPlans) == size_t(DemoTag::Count));

struct FieldPlan {
    QStringView key;
    QStringView name;
    CustomFieldKind kind;
    QStringView choices; ///< separated by |
};

constexpr FieldPlan fieldPlans[] = {
    {u"decisionMaker", u"决策人", CustomFieldKind::Choice, u"妈妈|爸爸|共同|老人"},
    {u"learningBase", u"学习基础", CustomFieldKind::Choice, u"零基础|学过一点|学过一年以上|竞赛班"},
    {u"budget", u"预算", CustomFieldKind::Money, u""},
    {u"freeTime", u"方便沟通时间", CustomFieldKind::Text, u""},
    {u"examDay", u"下次考试日", CustomFieldKind::Date, u""},
    {u"otherClasses", u"在学课外班数", CustomFieldKind::Number, u""},
    {u"ownTablet", u"有平板", CustomFieldKind::YesNo, u""}};

void addChannels(DemoCatalogue& catalogue, Milliseconds bornAt, DemoRandom& random)
{
    for (size_t i = 0; i < std::size(channelPlans); ++i) {
        const ChannelPlan& plan = channelPlans[i];
        Channel channel;
        channel.id = Id<Channel>(random.id(bornAt));
        channel.name = plan.name.toString();
        channel.aliases = plan.aliases.toString().split(u'|');
        channel.active = true;
        catalogue.channels.push_back({channel.id, plan.campaign.toString(), plan.weight,
            plan.quality, plan.tiers, i == referralChannel});
        catalogue.rows.push_back(toRow(channel));
    }
}

void addTags(DemoCatalogue& catalogue, Milliseconds bornAt, DemoRandom& random)
{
    for (size_t i = 0; i < std::size(tagPlans); ++i) {
        Tag tag;
        tag.id = Id<Tag>(random.id(bornAt));
        tag.name = tagPlans[i].name.toString();
        tag.groupName = tagPlans[i].group.toString();
        tag.color = tagPlans[i].color;
        catalogue.tags[i] = tag.id;
        catalogue.rows.push_back(toRow(tag));
    }
}

void addCustomFields(DemoCatalogue& catalogue, Milliseconds bornAt, DemoRandom& random)
{
    qint64 place = 0;
    for (const FieldPlan& plan : fieldPlans) {
        CustomField custom;
        custom.id = Id<CustomField>(random.id(bornAt));
        custom.name = plan.name.toString();
        custom.key = plan.key.toString();
        custom.kind = plan.kind;
        custom.choices = plan.choices.toString().split(u'|', Qt::SkipEmptyParts);
        custom.rank = rankAt(place++, qint64(std::size(fieldPlans)));
        custom.active = true;
        catalogue.rows.push_back(toRow(custom));
    }
}

struct ViewPlan {
    QStringView name;
    QStringView field;
    QStringView values; ///< between bars
    int silentDays = 0; ///< and nobody was in touch for so long
};

constexpr ViewPlan viewPlans[] = {{u"A 级线索", u"tier", u"a"},
    {u"高意向", u"lifecycle", u"highIntention"},
    {u"还没加上好友", u"friendState", u"notAdded|requested"}};
constexpr ViewPlan ownView{u"A、B 级久未联系", u"tier", u"a|b", 3};

SavedView savedView(const ViewPlan& plan, qint64 place, Milliseconds bornAt, DemoRandom& random)
{
    SavedView view;
    view.id = Id<SavedView>(random.id(bornAt));
    view.name = plan.name.toString();
    view.page = u"customers"_s;
    ConditionGroup conditions;
    conditions.conditions.push_back({plan.field.toString(), ConditionTest::Is,
        QJsonArray::fromStringList(plan.values.toString().split(u'|'))});
    if (plan.silentDays > 0)
        conditions.conditions.push_back(
            {u"lastContactAt"_s, ConditionTest::OlderThanDays, plan.silentDays});
    view.definition = {{u"conditions"_s, conditionsToJson(conditions)}};
    view.rank = rankAt(place, qint64(std::size(viewPlans)) + 1);
    return view;
}

void addSavedViews(DemoCatalogue& catalogue, Milliseconds bornAt, DemoRandom& random)
{
    for (const Id<Team>& team : catalogue.teams) {
        qint64 place = 0;
        for (const ViewPlan& plan : viewPlans) {
            SavedView view = savedView(plan, place++, bornAt, random);
            view.team = team;
            catalogue.rows.push_back(toRow(view));
        }
    }
    for (const DemoKeeper& keeper : catalogue.keepers) {
        SavedView view = savedView(ownView, qint64(std::size(viewPlans)), bornAt, random);
        view.user = keeper.id;
        catalogue.rows.push_back(toRow(view));
    }
}

} // namespace

void detail::addDemoFields(
    DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
{
    const Milliseconds bornAt = calendar.at(-90, 17 * 60);
    addChannels(catalogue, bornAt, random);
    addTags(catalogue, bornAt, random);
    addCustomFields(catalogue, bornAt, random);
    addSavedViews(catalogue, bornAt + dayMs, random);
}

DemoCatalogue makeDemoCatalogue(const DemoCalendar& calendar, quint64 seed)
{
    DemoRandom random(seed);
    DemoCatalogue catalogue;
    detail::addDemoStaff(catalogue, calendar, random);
    detail::addDemoCohorts(catalogue, calendar, random);
    detail::addDemoPipelines(catalogue, calendar, random);
    detail::addDemoFields(catalogue, calendar, random);
    detail::addDemoWorkCalendar(catalogue);
    return catalogue;
}

} // namespace homeroom
