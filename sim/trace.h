// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace homeroom::sim {

/// What happened in a run, as a hash; two runs of one seed must have the same. Optionally as lines
/// on stdout.
class Trace {
public:
    explicit Trace(bool printing) : m_printing(printing) { }

    void add(const QString& line);
    bool isPrinting() const { return m_printing; }
    quint64 hash() const { return m_hash; }

private:
    bool m_printing;
    quint64 m_hash = 0xcbf29ce484222325ull;
};

} // namespace homeroom::sim
