// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/conditionjudge.h"

#include <QHash>

namespace homeroom {

/// What the families of a profile answer to the fields that were asked so far, in memory: asking
/// again costs some milliseconds for 50,000 families, where reading takes 50 to 300 a field. For
/// one thread. All that read throw SQLite::Exception.
class FamilyColumns {
public:
    /// The living families that the judge lets through, in no order. Reads what is not here yet.
    std::vector<RecordId> matching(Database& database, const ConditionJudge& judge);
    /// Reads what the judge will ask for and is not here yet.
    void prepare(Database& database, const ConditionJudge& judge);
    /// Reads anew what is here of these families, which may have come or gone.
    void refresh(Database& database, std::span<const RecordId> families);
    /// Forgets everything.
    void clear();

private:
    using Answer = std::vector<FieldValue>;
    struct Column {
        AskedField asked{};
        std::vector<Answer> answers{}; ///< by place
    };
    /// Columns that one statement fills: of one kind of record.
    using Bundle = std::vector<Column>;

    struct Source;
    static Source sourceOf(const Bundle& bundle);
    void readFamilies(Database& database);
    void enter(const RecordId& family);
    const Column* find(const AskedField& asked) const;
    void readMissing(Database& database, const std::vector<AskedField>& asked);
    void fill(Database& database, Bundle& bundle);
    void take(Bundle& bundle, const Statement& row);
    FieldValue shared(FieldValue value);

    std::vector<RecordId> m_families{}; ///< by place; null for one that is gone
    QHash<RecordId, quint32> m_places{};
    std::vector<std::unique_ptr<Bundle>> m_bundles{};
    QHash<QString, QString> m_words{}; ///< one copy of each word that many families share
    bool m_read = false;
};

} // namespace homeroom
