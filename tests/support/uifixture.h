// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "tests/support/scriptedquestions.h"
#include "tests/support/storefixture.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/pagecontext.h"
#include "ui/theme/theme.h"

namespace homeroom::test {

/// Everything a page is given, on a store of its own, with the default trial pipeline in it.
class UiFixture {
public:
    explicit UiFixture(UserRole role = UserRole::Operations);

    StoreFixture store{};
    Theme theme;
    ScriptedQuestions questions{};
    std::unique_ptr<Catalogue> catalogue;
    std::unique_ptr<FamilyChips> chips;
    std::unique_ptr<EditDesk> desk;
    QStringList refusals{};
    QStringList applied{};

    PageContext& context() { return *m_context; }
    Id<Stage> stage(const QString& key) const;
    Id<Pipeline> pipeline() const { return m_pipeline; }
    /// A family with one card in the stage.
    Id<Opportunity> addFamily(const QString& name, const QString& stageKey);

private:
    void addPipeline();

    Id<Pipeline> m_pipeline;
    std::unique_ptr<PageContext> m_context;
};

} // namespace homeroom::test
