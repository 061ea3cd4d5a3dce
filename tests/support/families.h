// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/storefixture.h"

namespace homeroom::test {

/// Makes families in a store, in sentences: `families.add(u"王芳"_s, u"浩浩"_s)`.
class Families {
public:
    explicit Families(StoreFixture& store) : m_store(store) { }

    /// A customer, with a child unless its name is empty; created one second after the last one.
    Id<Customer> add(const QString& name, const QString& child = {},
        const std::function<void(Customer&)>& with = {});
    Id<Tag> addTag(const QString& name);
    /// The default pipeline with the stages «New», «Friend» and «Paid».
    Id<Pipeline> addPipeline();
    template <typename Record> Id<Record> put(Record record)
    {
        if (record.id.isNull())
            record.id = m_store.newId<Record>();
        const Result<EditReceipt> receipt = m_store.apply({createMutation(record)});
        Q_ASSERT(receipt.ok());
        return record.id;
    }
    template <typename Member, typename Value>
    bool set(const Id<Customer>& id, Member Customer::*member, Value&& value)
    {
        Change<Customer> change(id, id);
        change.set(member, std::forward<Value>(value));
        return m_store.apply({change.mutation()}).ok();
    }

private:
    StoreFixture& m_store;
};

} // namespace homeroom::test
