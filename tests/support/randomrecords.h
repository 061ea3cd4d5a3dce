// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

#include <QRandomGenerator>

namespace homeroom::test {

/// Seeded values for tests that try many of them; print the seed on failure.
class Randomness {
public:
    explicit Randomness(quint32 seed) : m_generator(seed) { }

    int below(int bound) { return int(m_generator.bounded(bound)); }
    bool maybe() { return below(2) == 0; }
    RecordId id();
    QString text(); ///< with everything that JSON escapes
    FieldValue value(const FieldDescription& field); ///< one that validateField accepts
    RecordRow row(const RecordType& type, const RecordId& root);
    /// As decoding gives it: changes in the order of the fields' names.
    Mutation mutation(qint64 mid);

private:
    QRandomGenerator m_generator;
};

} // namespace homeroom::test
