// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demowords.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct WeightedWord {
    QStringView word;
    int weight;
};

// Roughly by frequency. The last lines are surnames that search must read right (单 Shàn, 解 Xiè,
// 仇 Qiú, 查 Zhā, 区 Ōu, 曾 Zēng, 尉迟 Yùchí …) and compound ones; they are more frequent here
// than in life, so that a small demo has them, too.
constexpr WeightedWord surnames[] = {{u"王", 72}, {u"李", 72}, {u"张", 68}, {u"刘", 54},
    {u"陈", 45}, {u"杨", 31}, {u"黄", 22}, {u"赵", 20}, {u"吴", 20}, {u"周", 19}, {u"徐", 15},
    {u"孙", 15}, {u"马", 13}, {u"朱", 13}, {u"胡", 12}, {u"郭", 12}, {u"何", 11}, {u"林", 11},
    {u"高", 10}, {u"罗", 10}, {u"郑", 9}, {u"梁", 9}, {u"谢", 8}, {u"宋", 8}, {u"唐", 7},
    {u"许", 7}, {u"韩", 7}, {u"邓", 7}, {u"冯", 7}, {u"曹", 6}, {u"彭", 6}, {u"肖", 6}, {u"田", 5},
    {u"董", 5}, {u"潘", 5}, {u"袁", 5}, {u"蔡", 5}, {u"蒋", 5}, {u"余", 5}, {u"于", 5}, {u"杜", 5},
    {u"叶", 5}, {u"程", 5}, {u"魏", 5}, {u"苏", 5}, {u"吕", 5}, {u"丁", 4}, {u"任", 4}, {u"卢", 4},
    {u"姚", 4}, {u"沈", 4}, {u"钟", 4}, {u"姜", 4}, {u"崔", 4}, {u"谭", 4}, {u"陆", 4}, {u"范", 4},
    {u"汪", 4}, {u"廖", 3}, {u"石", 3}, {u"金", 3}, {u"韦", 3}, {u"贾", 3}, {u"夏", 3}, {u"方", 3},
    {u"曾", 8}, {u"单", 4}, {u"解", 4}, {u"仇", 3}, {u"查", 3}, {u"区", 3}, {u"朴", 2}, {u"盖", 2},
    {u"葛", 3}, {u"翟", 2}, {u"尉迟", 2}, {u"欧阳", 4}, {u"上官", 2}, {u"司马", 2}, {u"诸葛", 2}};

constexpr QStringView motherNames[] = {u"芳", u"静", u"敏", u"丽", u"娜", u"燕", u"霞", u"倩",
    u"雪梅", u"晓燕", u"丽娟", u"海燕", u"玉兰", u"春梅", u"婷婷", u"晓红", u"文静", u"佳慧",
    u"雅琴", u"丹丹", u"小芳", u"慧敏", u"思琪", u"欣", u"琳", u"颖", u"莉莉", u"艳", u"红梅",
    u"秀英", u"淑华", u"晓岚", u"梦洁", u"若彤", u"雅文", u"冬梅", u"彩霞", u"玲", u"洁", u"萍"};
constexpr QStringView fatherNames[] = {u"伟", u"强", u"磊", u"军", u"勇", u"涛", u"建国", u"志强",
    u"晓东", u"海涛", u"文博", u"建华", u"国庆", u"鹏", u"超", u"凯", u"俊", u"立新", u"永刚",
    u"少华", u"卫东", u"浩", u"斌", u"明", u"志远", u"家豪", u"宏伟", u"振华", u"平", u"昊"};
constexpr QStringView childNames[] = {u"子轩", u"梓涵", u"一诺", u"雨桐", u"浩然", u"欣怡", u"宇航",
    u"诗涵", u"子涵", u"沐宸", u"可馨", u"俊熙", u"思远", u"语嫣", u"梓萱", u"铭泽", u"若汐",
    u"奕辰", u"芷晴", u"嘉懿", u"皓轩", u"书瑶", u"景行", u"依诺", u"乐瑶", u"明哲", u"安然",
    u"知行", u"承泽", u"清妍", u"博文", u"雅涵", u"宸睿", u"心怡", u"泽宇", u"佳琪", u"天佑",
    u"梦瑶", u"子墨", u"悦", u"睿", u"晨", u"航", u"萌", u"瑾瑜", u"星辰"};
constexpr QStringView nicknames[] = {u"乐乐", u"朵朵", u"豆豆", u"糖糖", u"浩浩", u"小雨", u"嘉嘉",
    u"明明", u"可可", u"东东", u"依依", u"果果", u"贝贝", u"毛毛", u"童童", u"阳阳", u"萌萌",
    u"安安", u"多多", u"圆圆", u"壮壮", u"妞妞", u"小宝", u"大宝", u"团团", u"点点", u"米粒",
    u"小鱼", u"桐桐", u"洋洋", u"轩轩", u"笑笑", u"诺诺", u"小满", u"年年", u"布丁", u"西西",
    u"航航", u"晨晨", u"球球"};
constexpr QStringView freeNicks[] = {u"阳光", u"平安是福", u"静待花开", u"云淡风轻", u"向日葵",
    u"时光不语", u"一杯清茶", u"晴天", u"小确幸", u"岁月静好", u"追风", u"知足常乐", u"海阔天空",
    u"麦田", u"听雨", u"慢慢来", u"Lily", u"Coco", u"Sunny", u"Leo"};
constexpr WeightedWord cities[] = {{u"上海", 9}, {u"北京", 8}, {u"杭州", 7}, {u"深圳", 7},
    {u"广州", 7}, {u"成都", 7}, {u"武汉", 6}, {u"南京", 5}, {u"苏州", 5}, {u"西安", 5},
    {u"郑州", 5}, {u"重庆", 5}, {u"长沙", 4}, {u"合肥", 4}, {u"济南", 3}, {u"青岛", 3},
    {u"天津", 3}, {u"厦门", 3}, {u"福州", 3}, {u"石家庄", 3}, {u"太原", 2}, {u"沈阳", 2},
    {u"昆明", 2}, {u"南昌", 2}, {u"洛阳", 2}, {u"徐州", 2}, {u"临沂", 2}, {u"绵阳", 2},
    {u"六安", 1}, {u"东莞", 2}};
constexpr QStringView streets[] = {u"清风路", u"桂花巷", u"银杏街", u"望江路", u"春晓路", u"书院街",
    u"梧桐大道", u"湖滨路", u"向阳路", u"百合街"};
constexpr QStringView estates[] = {u"翠湖花园", u"阳光家园", u"锦绣新城", u"江南雅苑", u"学府名居",
    u"梧桐里", u"云栖小区", u"福满庭"};
constexpr QStringView schools[] = {u"实验小学", u"第一小学", u"育才小学", u"外国语小学",
    u"师范附小", u"中心小学", u"朝阳小学", u"解放路小学", u"新城小学", u"希望小学"};
constexpr QStringView passwordWords[] = {u"maple", u"river", u"cloud", u"amber", u"tiger", u"lotus",
    u"stone", u"apple", u"comet", u"delta", u"ember", u"field", u"grape", u"honey", u"ivory",
    u"jolly", u"koala", u"lemon", u"mango", u"north", u"ocean", u"pearl", u"quiet", u"robin",
    u"solar", u"tulip", u"ultra", u"vivid", u"wheat", u"yield", u"zebra", u"birch"};

constexpr qint64 phoneSpace = 100'000'000;
// Odd and no multiple of 5, hence one-to-one on the space: neighbours get unlike numbers.
constexpr qint64 phoneStride = 38'196'601;

template <size_t N> QString weightedWord(DemoRandom& random, const WeightedWord (&words)[N])
{
    qint64 sum = 0;
    for (const WeightedWord& word : words)
        sum += word.weight;
    qint64 rest = random.below(sum);
    size_t at = 0;
    while (rest >= words[at].weight)
        rest -= words[at++].weight;
    return words[at].word.toString();
}

} // namespace

QString demoSurname(DemoRandom& random)
{
    return weightedWord(random, surnames);
}

QString demoAdultGivenName(DemoRandom& random, FamilyRelation relation)
{
    const bool man = relation == FamilyRelation::Father || relation == FamilyRelation::Grandfather;
    return (man ? random.pick(fatherNames) : random.pick(motherNames)).toString();
}

QString demoAdultName(DemoRandom& random, FamilyRelation relation)
{
    const QString surname = demoSurname(random);
    return surname + demoAdultGivenName(random, relation);
}

QString demoChildGivenName(DemoRandom& random)
{
    return random.pick(childNames).toString();
}

QString demoNickname(DemoRandom& random)
{
    return random.pick(nicknames).toString();
}

QString demoRelationWord(FamilyRelation relation)
{
    switch (relation) {
    case FamilyRelation::Mother:
        return u"妈妈"_s;
    case FamilyRelation::Father:
        return u"爸爸"_s;
    case FamilyRelation::Grandmother:
        return u"奶奶"_s;
    case FamilyRelation::Grandfather:
        return u"爷爷"_s;
    case FamilyRelation::Unknown:
    case FamilyRelation::Other:
        break;
    }
    return u"家长"_s;
}

QString demoWechatNick(DemoRandom& random, FamilyRelation relation, const QString& nickname)
{
    if (random.chance(0.55))
        return nickname + demoRelationWord(relation);
    if (random.chance(0.12))
        return u"A "_s + random.pick(freeNicks).toString();
    return random.pick(freeNicks).toString();
}

QString demoWechatId(DemoRandom& random)
{
    QString id = u"demo."_s;
    for (int i = 0; i < 8; ++i)
        id.append(QChar(u"abcdefghjkmnpqrstuvwxyz23456789"[random.below(31)]));
    return id;
}

QString demoCity(DemoRandom& random)
{
    return weightedWord(random, cities);
}

QString demoAddress(DemoRandom& random, const QString& city)
{
    // One draw a statement: the order of operands is the compiler's, the demo's must not be.
    const QString street = random.pick(streets).toString();
    const qint64 number = random.between(1, 299);
    const QString estate = random.pick(estates).toString();
    const qint64 building = random.between(1, 28);
    const qint64 floor = random.between(1, 24);
    const qint64 door = random.between(1, 4);
    return u"%1市%2 %3 号 %4 %5 栋 %6 室"_s.arg(city, street)
        .arg(number)
        .arg(estate)
        .arg(building)
        .arg(floor * 100 + door);
}

QString demoSchool(DemoRandom& random, const QString& city)
{
    return city + random.pick(schools).toString();
}

QString demoPassword(DemoRandom& random)
{
    const QString first = random.pick(passwordWords).toString();
    const QString second = random.pick(passwordWords).toString();
    return u"%1-%2-%3"_s.arg(first, second).arg(random.between(10, 99));
}

QString demoPhone(qint64 number)
{
    Q_ASSERT(number >= 0 && number < phoneSpace);
    const qint64 spread = (number * phoneStride + 20'210'722) % phoneSpace;
    return u"+86154%1"_s.arg(spread, 8, 10, QChar(u'0'));
}

} // namespace homeroom
