// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/storefixture.h"

namespace homeroom::test {

/// A small organisation in a store, as if it had come from the server: nothing of it waits in the
/// outbox. One tutor, a trial and a renewal pipeline, a cohort at its fourth day, and families with
/// plausible names, phones of a range no carrier has, and lessons that fit their stage. The same
/// seed makes the same families.
class FamilyFixture {
public:
    explicit FamilyFixture(StoreFixture& fixture, quint32 seed = 1);

    struct Family {
        Customer customer{};
        Student student{};
        Opportunity opportunity{};
    };

    /// A family in this stage; the later it is made, the lower it stands.
    Family addFamily(const Stage& stage);
    /// So many families over all stages of the trial pipeline, in one transaction.
    void fill(int families);
    /// So many families in one stage, in one transaction.
    void fillStage(const Stage& stage, int families);
    /// Writes a record as the server would send it.
    template <typename Record> void absorb(const Record& record) { absorbRows({toRow(record)}); }
    void absorbRows(std::vector<RecordRow> rows);
    /// Withdraws it as the server would.
    void withdraw(RecordKind kind, const RecordId& id);

    /// By key: new, friend, group, learning, intent, deposit, paid, lost; renewal and renewed.
    const Stage& stage(const char* key) const;
    const Pipeline& trial() const { return m_pipelines[0]; }
    const Pipeline& renewal() const { return m_pipelines[1]; }
    const User& tutor() const { return m_tutor; }
    const Product& course() const { return m_course; }

private:
    void addOrganisation();
    void addStage(const Pipeline& pipeline, const char* key, QStringView name, StageRole role);
    void addCohort();
    Family makeFamily(const Stage& stage, std::vector<RecordRow>& rows);
    void describe(Customer& customer, const Stage& stage);
    void addLessons(const Family& family, std::vector<RecordRow>& rows);
    int below(int bound) { return int(m_random.bounded(bound)); }
    template <typename List> const auto& one(const List& list)
    {
        return list[size_t(below(int(std::size(list))))];
    }

    StoreFixture& m_fixture;
    QRandomGenerator m_random;
    User m_tutor{};
    Product m_course{};
    Cohort m_cohort{};
    std::vector<Pipeline> m_pipelines{};
    std::vector<Stage> m_stages{};
    std::vector<Lesson> m_lessons{};
    qint64 m_seq = 0;
    int m_families = 0;
};

} // namespace homeroom::test
