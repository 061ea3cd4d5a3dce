// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverfixture.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

/// A family that its tutor and lead edit from the same state, each unseen by the other.
class TwoWriters {
public:
    TwoWriters()
    {
        tutor = server.device(u"a1"_s);
        lead = server.device(u"leadA"_s);
        id = server.family(tutor, u"Li"_s);
        base = server.stamp();
    }

    template <typename Member, typename Value>
    Mutation edit(Member Customer::*member, const Value& value, Milliseconds at = 0)
    {
        Mutation mutation = Change<Customer>(id, id).set(member, value).mutation();
        mutation.base = base;
        mutation.at = at;
        return mutation;
    }

    Customer family() { return server.find(id); }

    ServerFixture server;
    TestDevice tutor;
    TestDevice lead;
    Id<Customer> id{};
    Stamp base{};
};

} // namespace homeroom::test
