// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familyteams.h"
#include "models/store/import/duplicates.h"
#include "models/store/import/familystate.h"
#include "models/values/rights.h"

#include <memory>

namespace homeroom {

/// Everything an import is about. Shared, unchanged, by all threads that work on it.
struct ImportOrder {
    ImportTable table{};
    ImportChoices choices{};
    Viewer viewer{};
    QTimeZone zone{QTimeZone::utc()};
    QString label{}; ///< of the undo step
};

/// Decides row after row what is to be done, for the rehearsal and for the import alike: both see
/// the store as it is plus what earlier rows of the sheet did. Reads only. Not thread-safe; the
/// order and the clock must outlive it.
class ImportJudge {
public:
    ImportJudge(const ImportOrder& order, const Clock& clock, QRandomGenerator random);

    /// Reads catalogue, keys and traits of all families. Throws SQLite::Exception.
    void prepare(Database& database);
    /// The next rows, at most `count`. Throws SQLite::Exception.
    std::vector<JudgedRow> next(Database& database, size_t count);
    bool atEnd() const { return m_next >= m_order.table.rows.size(); }
    size_t position() const { return m_next; }

    /// Mutations that make the custom fields which the sheet brings along; none where the viewer
    /// may not define fields.
    std::vector<Mutation> customFieldMutations();
    const std::vector<NewCustomField>& newCustomFields() const
    {
        return m_reader->newCustomFields();
    }
    const ImportCatalogue& catalogue() const { return m_catalogue; }

private:
    struct KeyHolder {
        RecordId family{}; ///< null where several have the key
        qint64 line = 0; ///< of the sheet; 0 for a family of the store
    };
    void loadKeys(Database& database);
    void addKey(const QString& key, const KeyHolder& holder);
    JudgedRow judge(Database& database, size_t row);
    std::optional<FamilyState> stateOf(
        Database& database, const ImportedFamily& family, const KeyHolder& holder);
    void create(const ImportedFamily& family, JudgedRow& judged);
    void change(const ImportedFamily& family, FamilyState state, JudgedRow& judged);
    void remember(const ImportedFamily& family, FamilyState state, const JudgedRow& judged);
    RecordRow newCustomer(const ImportedFamily& family, JudgedRow& judged);

    const ImportOrder& m_order;
    IdFactory m_ids;
    Milliseconds m_now;
    ImportCatalogue m_catalogue{};
    FamilyTeams m_teams{};
    std::unique_ptr<ImportReader> m_reader{};
    NewRecords m_records;
    DuplicateIndex m_duplicates{};
    QHash<QString, KeyHolder> m_keys{};
    QSet<QString> m_repeatedKeys{}; ///< of the sheet
    QHash<QString, FamilyState> m_states{}; ///< of families that the sheet names again
    size_t m_next = 0;
};

} // namespace homeroom
