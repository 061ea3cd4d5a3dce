// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importguess.h"
#include "models/store/import/importrun.h"
#include "tests/support/storefixture.h"

namespace homeroom::test {

/// A store with what sheets refer to: a default pipeline, two channels, a tag, a cohort; and short
/// ways to import a text into it.
class ImportFixture : public StoreFixture {
public:
    explicit ImportFixture(StatementObserver* observer = nullptr);

    const Viewer& tutor() const { return m_tutor; }
    const Viewer& operations() const { return m_operations; }
    Id<Stage> stage(const QString& key) const { return m_stages.value(key); }
    Id<Channel> channel() const { return m_channel; } ///< «Web form», also called `web`
    Id<Tag> tag() const { return m_tag; } ///< «Eager»
    Id<Cohort> cohort() const { return m_cohort; } ///< «Spring»

    /// An order out of a text and a map; columns that the map does not name are guessed.
    ImportOrder order(const QByteArray& csv, const QJsonObject& map = {});
    ImportPlan rehearse(const ImportOrder& order);
    ImportResult run(const ImportOrder& order);

    std::vector<Customer> customers();
    Customer customerNamed(const QString& name);
    std::vector<Opportunity> cards();
    qint64 undoSteps();

private:
    Viewer m_tutor{};
    Viewer m_operations{};
    QHash<QString, Id<Stage>> m_stages{};
    Id<Pipeline> m_pipeline{};
    Id<Channel> m_channel{};
    Id<Tag> m_tag{};
    Id<Cohort> m_cohort{};
    quint32 m_seed = 1; // of ids, another one for each run
};

} // namespace homeroom::test
