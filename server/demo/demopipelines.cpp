// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/rank.h"
#include "server/demo/democatalogue.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct StagePlan {
    QStringView key;
    QStringView name;
    StageRole role;
};

// domain.md, «Default trial pipeline».
constexpr StagePlan trialStages[] = {{u"new", u"新线索", StageRole::Open},
    {u"friend", u"已加好友", StageRole::Friend}, {u"group", u"已入群", StageRole::Group},
    {u"learning", u"体验中", StageRole::Learning}, {u"intent", u"高意向", StageRole::Intent},
    {u"deposit", u"已付定金", StageRole::Deposit}, {u"paid", u"已成交", StageRole::Paid},
    {u"lost", u"已流失", StageRole::Lost}};
constexpr StagePlan courseStages[] = {{u"handover", u"待交接", StageRole::Open},
    {u"started", u"已开课", StageRole::Learning}, {u"studying", u"学习中", StageRole::Learning},
    {u"upgrade", u"意向升级", StageRole::Intent}, {u"upgraded", u"已升级", StageRole::Paid},
    {u"quit", u"已退课", StageRole::Lost}};
constexpr StagePlan renewalStages[] = {{u"window", u"待续报", StageRole::Open},
    {u"talking", u"沟通中", StageRole::Intent},
    {u"renewaldeposit", u"已付定金", StageRole::Deposit}, {u"renewed", u"已续报", StageRole::Paid},
    {u"notrenewed", u"未续报", StageRole::Lost}};

constexpr qint64 pipelineCount = 3;

struct PipelinePlan {
    QStringView name;
    qint64 place;
    std::span<const StagePlan> stages;
};

constexpr PipelinePlan trialPlan{u"体验营", 0, trialStages};
constexpr PipelinePlan renewalPlan{u"续报", 1, renewalStages};
constexpr PipelinePlan coursePlan{u"系统课", 2, courseStages};

DemoPipeline addPipeline(
    DemoCatalogue& catalogue, const PipelinePlan& plan, Milliseconds bornAt, DemoRandom& random)
{
    Pipeline pipeline;
    pipeline.id = Id<Pipeline>(random.id(bornAt));
    pipeline.name = plan.name.toString();
    pipeline.rank = rankAt(plan.place, pipelineCount);
    pipeline.isDefault = plan.place == 0;
    pipeline.active = true;
    catalogue.rows.push_back(toRow(pipeline));
    DemoPipeline made{pipeline.id, {}};
    for (const StagePlan& stagePlan : plan.stages) {
        Stage stage;
        stage.id = Id<Stage>(random.id(bornAt));
        stage.name = stagePlan.name.toString();
        stage.key = stagePlan.key.toString();
        stage.pipeline = pipeline.id;
        stage.rank = rankAt(qint64(made.stages.size()), qint64(plan.stages.size()));
        stage.role = stagePlan.role;
        made.stages.push_back(stage.id);
        catalogue.rows.push_back(toRow(stage));
    }
    return made;
}

} // namespace

void detail::addDemoPipelines(
    DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
{
    const Milliseconds bornAt = calendar.at(-90, 16 * 60);
    catalogue.trial = addPipeline(catalogue, trialPlan, bornAt, random);
    catalogue.renewal = addPipeline(catalogue, renewalPlan, bornAt + minuteMs, random);
    catalogue.course = addPipeline(catalogue, coursePlan, bornAt + 2 * minuteMs, random);
}

} // namespace homeroom
