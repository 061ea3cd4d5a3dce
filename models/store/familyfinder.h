// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/customerquery.h"

#include <atomic>

namespace homeroom {

/// Finds families by what people type, as the table of customers does. The texts are read once and
/// kept until a family changes: a person types several letters.
class FamilyFinder {
public:
    /// A family has changed. From any thread.
    void forget() { ++m_changes; }
    /// Living families that hold every word of the text. On the thread of `database`, which may
    /// take a third of a second the first time.
    std::vector<RecordId> find(Database& database, const QString& text);

private:
    LazyPinyin m_pinyin{};
    QHash<RecordId, QByteArray> m_texts{};
    quint64 m_read = 0; // the changes that m_texts knows
    std::atomic<quint64> m_changes = 1;
};

} // namespace homeroom
