// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"
#include "models/store/pageabsorber.h"
#include "tests/support/storefixture.h"

#include <QtTest/QtTest>

namespace homeroom::test {

inline QString chainRule(const QString& before, const Mutation& mutation)
{
    return before + QLatin1Char('/') + QString::number(mutation.mid);
}

/// One profile with what a test asks of its sync half.
class SyncProfile : public StoreFixture {
public:
    using StoreFixture::StoreFixture;

    OutboxBatch peek(qsizetype limit = 200)
    {
        OutboxBatch batch;
        const auto done = store().write([&](Database& database) -> Result<ChangeSet> {
            batch = Outbox(database).peek(chainRule, limit);
            return ChangeSet{};
        });
        return done.result().ok() ? batch : OutboxBatch{};
    }
    Result<ChangeSet> settle(std::vector<Outcome> outcomes)
    {
        return store()
            .write([&](Database& database) -> Result<ChangeSet> {
                return Outbox(database).settle(outcomes);
            })
            .result();
    }
    Result<ChangeSet> absorb(const PullPage& page)
    {
        return store()
            .write([&](Database& database) -> Result<ChangeSet> {
                return PageAbsorber(database).absorb(page, SyncState(database).cursor());
            })
            .result();
    }
    template <typename Work> void inOutbox(Work work)
    {
        const auto done = store().write([&](Database& database) -> Result<ChangeSet> {
            Outbox outbox(database);
            work(outbox);
            return ChangeSet{};
        });
        QVERIFY(done.result().ok());
    }
    OutboxCounts counts() { return Outbox(reader()).counts(); }

    Id<Customer> create(const QString& name)
    {
        Customer customer{.id = newId<Customer>(), .name = name};
        const auto done = apply({createMutation(customer)});
        Q_ASSERT(done.ok());
        return customer.id;
    }
    void rename(const Id<Customer>& id, const QString& name)
    {
        const auto done = apply({Change<Customer>(id, id).set(&Customer::name, name).mutation()});
        Q_ASSERT(done.ok());
    }
    QString nameOf(const Id<Customer>& id)
    {
        const std::optional<Customer> customer = find(id);
        return customer ? customer->name : QString();
    }
};

} // namespace homeroom::test
