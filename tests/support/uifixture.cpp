// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"

#include "models/values/rank.h"

#include <QApplication>

namespace homeroom::test {

using namespace Qt::StringLiterals;

UiFixture::UiFixture(UserRole role) : theme(*qApp, [] { return Scheme::Light; })
{
    addPipeline();
    catalogue = std::make_unique<Catalogue>(store.reader(), store.store());
    chips =
        std::make_unique<FamilyChips>(store.workspace(), store.clock(), QTimeZone("Asia/Shanghai"));
    desk = std::make_unique<EditDesk>(store.store());
    QObject::connect(desk.get(), &EditDesk::refused, desk.get(),
        [this](const QString& sentence) { refusals.append(sentence); });
    QObject::connect(desk.get(), &EditDesk::applied, desk.get(),
        [this](const QString& label) { applied.append(label); });
    const Viewer viewer{store.ids().next(), role, store.ids().next()};
    store.store().setAuthor({viewer.user, viewer.team});
    m_context.reset(new PageContext{store.workspace(), *catalogue, *chips, *desk, theme, questions,
        store.clock(), store.ids(), viewer, QTimeZone("Asia/Shanghai")});
}

void UiFixture::addPipeline()
{
    const std::tuple<const char16_t*, const char*, StageRole> stages[] = {
        {u"新线索", "new", StageRole::Open}, {u"已加好友", "friend", StageRole::Friend},
        {u"体验中", "learning", StageRole::Learning}, {u"高意向", "intent", StageRole::Intent},
        {u"已付定金", "deposit", StageRole::Deposit}, {u"已成交", "paid", StageRole::Paid},
        {u"已流失", "lost", StageRole::Lost}};
    Pipeline pipeline;
    pipeline.id = m_pipeline = store.newId<Pipeline>();
    pipeline.name = u"体验营"_s;
    pipeline.isDefault = pipeline.active = true;
    pipeline.rank = rankAt(0, 1);
    std::vector<Mutation> mutations{createMutation(pipeline)};
    qint64 at = 0;
    for (const auto& [name, key, role] : stages) {
        Stage stage;
        stage.id = store.newId<Stage>();
        stage.name = QString::fromUtf16(name);
        stage.key = QString::fromLatin1(key);
        stage.pipeline = m_pipeline;
        stage.role = role;
        stage.rank = rankAt(at++, qint64(std::size(stages)));
        mutations.push_back(createMutation(stage));
    }
    const bool added = store.apply(std::move(mutations)).ok();
    Q_ASSERT(added);
    Q_UNUSED(added);
}

Id<Stage> UiFixture::stage(const QString& key) const
{
    for (const Stage& stage : catalogue->stages()) {
        if (stage.key == key)
            return stage.id;
    }
    return {};
}

Id<Opportunity> UiFixture::addFamily(const QString& name, const QString& stageKey)
{
    Customer customer;
    customer.id = store.newId<Customer>();
    customer.name = name;
    Opportunity card;
    card.id = store.newId<Opportunity>();
    card.customer = customer.id;
    card.pipeline = m_pipeline;
    card.stage = stage(stageKey);
    card.rank = rankBetween({}, {});
    const bool added = store.apply({createMutation(customer), createMutation(card)}).ok();
    Q_ASSERT(added);
    Q_UNUSED(added);
    return card.id;
}

} // namespace homeroom::test
