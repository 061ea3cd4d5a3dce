// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demotexts.h"

#include <span>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// {c} is the child, {d} the lesson's number, {t} what the child finds hard, {w} what the parent
// worries about.
constexpr QStringView greetings[] = {u"已发欢迎语和课表,家长回复收到。",
    u"自我介绍+上课时间+领取资料,家长说先看看。", u"通过好友,发了开营须知,{c}目前{t}。",
    u"欢迎语已发,家长问是直播还是录播,已说明每晚 19:30 直播、可看回放。",
    u"加上好友,确认年级和基础,家长主要{w}。"};
constexpr QStringView notAccepted[] = {u"好友申请未通过,电话未接,晚上再打。",
    u"响铃无人接听,已补发短信。", u"占线,稍后重拨。", u"第二次拨打仍未接,换时间段再试。"};
constexpr QStringView firstCalls[] = {u"电话接通,家长在开会,答应晚点通过好友。",
    u"接通,说明是体验营班主任,家长当场通过好友。", u"接通,爷爷接的,孩子妈妈下班后再联系。"};
constexpr QStringView groupInvites[] = {u"发了进群邀请,还没点。",
    u"提醒进群领练习册,家长说晚上进。", u"家长担心群里消息多,已说明只发课程通知。"};
constexpr QStringView missed[] = {u"D{d} 未到课,发了回放链接,约明天补上。",
    u"{c}昨晚上兴趣班没来,家长说周末补 D{d}。", u"D{d} 缺课,家长忘了时间,已设开课前提醒。",
    u"提醒补 D{d},家长说孩子有点坐不住,约了 10 分钟陪学。"};
constexpr QStringView praises[] = {u"D{d} 作业写得很认真,发语音表扬,家长很开心。",
    u"点评了 D{d} 作业,{c}步骤完整,只是{t}。", u"作业全对,发了小红花截图,家长转了朋友圈。",
    u"D{d} 作业错两题,录了讲解视频,家长说讲得清楚。"};
constexpr QStringView deepCalls[] = {u"深度沟通:{c}{t},妈妈{w};爸爸觉得再看看。",
    u"聊了 5 分钟,孩子喜欢直播互动,家长{w},想了解系统课安排。",
    u"家长说在学校{t},之前报过线下班效果一般,对方法课感兴趣。",
    u"接通,家长认可老师,主要{w},约 D5 直播一起听。",
    u"{c}学习习惯不错,家长{w},问了价格和退费规则。", u"家长比较忙,奶奶带学,{t},答应督促作业。"};
constexpr QStringView deepCallsUnanswered[] = {
    u"深度沟通未接,微信留言约时间。", u"家长挂断,说在忙,晚上 8 点后再打。", u"无人接听。"};
constexpr QStringView priceTalks[] = {u"家长问年课价格,觉得偏高,发了课时对比。",
    u"等爸爸同意,约好再回复。", u"在对比另外一家,发了学员进步案例。",
    u"想分期,已说明可以先付定金锁名额。", u"家长意向明确,算了优惠后的价格,等发工资。"};
constexpr QStringView invites[] = {u"邀请参加 D5 学习规划直播,家长答应准时到。",
    u"发了 D5 直播预约,家长说尽量。", u"提醒 D5 直播有测评报告解读,家长已预约。"};
constexpr QStringView deposits[] = {u"已付定金 200 元,尾款约在明晚前。",
    u"直播间拍下定金,家长要和爸爸商量尾款。", u"付了定金锁赠课,提醒尾款截止时间。"};
constexpr QStringView paid[] = {u"全款已付,恭喜{c}!已发开课须知,准备交接。",
    u"家长付清系统课,关心分班,已登记基础。", u"成交,家长愿意推荐同学。"};
constexpr QStringView refunded[] = {
    u"家长申请退费:孩子时间排不开,已按规则办理。", u"退费完成,家长说下学期再考虑。"};
constexpr QStringView recalls[] = {u"结营回访:家长满意,但目前{w},先不报。",
    u"回捞沟通,发了最后一天优惠,家长没回。", u"发了结营学情报告,家长说寒假再看。",
    u"再次沟通,家长说已经报了别家。"};
constexpr QStringView gaveUp[] = {u"多次联系不上,转为流失。", u"家长明确暂不考虑,不再打扰。",
    u"三次电话未接、微信未回,先放一放。"};
constexpr QStringView wrongNumbers[] = {u"空号。", u"号码不是本人,对方说打错了。"};

constexpr QStringView troubles[] = {u"计算容易粗心", u"应用题读不懂题意", u"做题比较慢",
    u"注意力不太集中", u"几何图形空间感弱", u"口算不错但不爱写步骤", u"基础好,想拔高",
    u"不太愿意开口"};
constexpr QStringView worries[] = {u"担心期末成绩", u"担心孩子坚持不下来", u"怕上网课伤眼睛",
    u"觉得价格偏高", u"想提前准备奥数", u"怕作业多增加负担", u"关心老师是否固定",
    u"在意有没有回放"};

std::span<const QStringView> sentences(DemoMoment moment)
{
    switch (moment) {
    case DemoMoment::Greeting:
        return greetings;
    case DemoMoment::NotAccepted:
        return notAccepted;
    case DemoMoment::FirstCall:
        return firstCalls;
    case DemoMoment::GroupInvite:
        return groupInvites;
    case DemoMoment::MissedLesson:
        return missed;
    case DemoMoment::HomeworkPraise:
        return praises;
    case DemoMoment::DeepCall:
        return deepCalls;
    case DemoMoment::DeepCallUnanswered:
        return deepCallsUnanswered;
    case DemoMoment::PriceTalk:
        return priceTalks;
    case DemoMoment::LiveInvite:
        return invites;
    case DemoMoment::DepositPaid:
        return deposits;
    case DemoMoment::CoursePaid:
        return paid;
    case DemoMoment::Refunded:
        return refunded;
    case DemoMoment::Recall:
        return recalls;
    case DemoMoment::GaveUp:
        return gaveUp;
    case DemoMoment::WrongNumber:
        return wrongNumbers;
    }
    return {};
}

} // namespace

QString demoFollowUpText(
    DemoRandom& random, DemoMoment moment, const QString& child, qint64 cohortDay)
{
    const auto choices = sentences(moment);
    QString text = choices[size_t(random.below(qint64(choices.size())))].toString();
    text.replace("{t}"_L1, random.pick(troubles).toString());
    text.replace("{w}"_L1, random.pick(worries).toString());
    text.replace("{c}"_L1, child);
    text.replace("{d}"_L1, QString::number(cohortDay));
    return text;
}

QString demoRemark(DemoRandom& random, const QString& child)
{
    const QString trouble = random.pick(troubles).toString();
    return u"%1%2;家长%3。"_s.arg(child, trouble, random.pick(worries).toString());
}

} // namespace homeroom
