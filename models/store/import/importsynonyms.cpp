// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importsynonyms.h"

#include "models/store/import/importwords.h"

#include <QHash>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A target's word and the names of columns that mean it, as comparableName() gives them.
struct Names {
    QStringView word;
    QStringView names; ///< separated by blanks
};

constexpr Names table[] = {
    {u"name",
        u"parent parentname contactname fullname customername leadname 姓名 家长 家长姓名 客户 "
        u"客户姓名 联系人 联系人姓名 称呼 家长称呼"},
    {u"phone",
        u"mobile mobilephone mobilenumber phonenumber cell cellphone tel telephone contactnumber "
        u"手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 家长电话 家长手机 家长手机号"},
    {u"wechatId", u"wechat weixin wechatnumber 微信 微信号 微信id wxid"},
    {u"wechatNick", u"wechatname nickname 微信昵称 微信名 昵称"},
    {u"relation", u"relationship 关系 与孩子关系 亲子关系 身份"},
    {u"city", u"城市 所在城市 地区"},
    {u"channel",
        u"source leadsource utmsource 渠道 来源 线索来源 渠道来源 来源渠道 客户来源 线索渠道"},
    {u"campaign", u"utmcampaign 活动 推广计划 广告计划"},
    {u"referrer", u"referredby 推荐人 转介绍人 介绍人"},
    {u"externalId",
        u"externalnumber prospectid leadnumber leadid leadno crmid 编号 外部编号 线索编号 客户编号 "
        u"线索id 客户id"},
    {u"address", u"地址 收货地址 家庭住址 详细地址"},
    {u"tier", u"客户等级 线索等级 客户级别 线索级别"},
    {u"intention", u"意向 意向度 意向等级 意向程度"},
    {u"nextStep", u"下一步 下步计划"},
    {u"nextStepAt", u"nextcontact 下次跟进 下次跟进时间 下次联系时间"},
    {u"remark", u"remarks comment comments 备注 说明"},
    {u"tags", u"tag labels 标签 客户标签"},
    {u"createdAt", u"created createdon 创建时间 录入时间 添加时间"},
    {u"student.name",
        u"child childname student kid kidname 孩子 孩子姓名 学员 学员姓名 学生 学生姓名 宝贝 "
        u"宝贝姓名 孩子名字"},
    {u"student.grade", u"grade schoolyear 年级 孩子年级 在读年级"},
    {u"student.birthMonth", u"birthmonth birthday born 出生年月 生日 出生日期"},
    {u"student.school", u"school 学校 就读学校"},
    {u"student.level", u"level 基础 水平 英语水平"},
    {u"student.device", u"device 设备 上课设备"},
    {u"stage", u"pipelinestage 阶段 跟进阶段 线索阶段 客户阶段 跟进状态"},
    {u"cohort", u"营期 期次 班期 期数"},
    {u"followup", u"note notes followupnote 跟进 跟进记录 跟进内容 沟通记录"},
};

QHash<QString, ImportTarget> targetsByName()
{
    QHash<QString, ImportTarget> targets;
    for (const Names& row : table) {
        const std::optional<ImportTarget> target = ImportTarget::fromWord(row.word);
        Q_ASSERT(target);
        targets.insert(comparableName(row.word), *target);
        for (const QStringView name : row.names.split(u' ', Qt::SkipEmptyParts))
            targets.insert(comparableName(name), *target);
    }
    return targets;
}

} // namespace

std::optional<ImportTarget> synonymTarget(const QString& column)
{
    static const QHash<QString, ImportTarget> targets = targetsByName();
    const auto found = targets.find(comparableName(column));
    if (found != targets.end())
        return *found;
    std::optional<ImportTarget> own = ImportTarget::fromWord(column.trimmed());
    // Sheets of others have their own `id`; ours are only known in our own files.
    if (own && own->name == "id"_L1)
        return std::nullopt;
    return own;
}

} // namespace homeroom
