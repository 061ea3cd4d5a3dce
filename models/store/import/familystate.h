// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importreader.h"

namespace homeroom {

enum class ImportOutcome {
    Create,
    Update,
    Append,
    Unchanged, ///< found, and everything the row says is there already
    Skip,
    Fail
};

/// What a row changes in one field; `before` is nothing for new values.
struct FieldDifference {
    ImportTarget target{};
    FieldValue before{};
    FieldValue after{};

    bool operator==(const FieldDifference&) const = default;
};

/// What is to be done for one row of the sheet.
struct JudgedRow {
    size_t row = 0; ///< index in the table
    qint64 line = 0;
    ImportOutcome outcome = ImportOutcome::Fail;
    RecordId family{};
    std::vector<Mutation> mutations{};
    std::vector<FieldDifference> differences{};
    std::vector<ImportIssue> issues{};
};

/// A family as it stands before a row: what the store holds and what earlier rows did to it.
struct FamilyState {
    RecordRow customer{};
    std::vector<RecordRow> students{};
    std::optional<RecordRow> opportunity{}; ///< in the default pipeline
    QStringList notes{};
    bool fresh = false; ///< made by this import

    /// Does what the mutations say, so that the next row of the same family sees it.
    void follow(const std::vector<Mutation>& mutations);
};

/// The living family of that id; nothing where it is gone. Throws SQLite::Exception.
std::optional<FamilyState> loadFamilyState(
    Database& database, const RecordId& family, const RecordId& pipeline);

/// What new records of an import need.
struct NewRecords {
    IdFactory& ids;
    Milliseconds now = 0;
    const ImportCatalogue& catalogue;
    QDate today{}; ///< the organisation's
    bool guardiansAgreed = false; ///< see ImportChoices
    std::map<RecordId, QString> rankPrefixes{}; ///< after which new cards of a stage stand
    std::map<RecordId, int> rankCounters{};

    /// A key behind all cards of the stage, and behind those already given out.
    QString nextRank(const RecordId& stage);
};

/// A rank prefix behind every card of each stage of the pipeline. Throws SQLite::Exception.
std::map<RecordId, QString> rankPrefixes(Database& database, const ImportCatalogue& catalogue);

/// Mutations and differences that bring a family to what the row says; issues where it cannot.
/// With ImportMode::Append only what is not set yet.
class FamilyChanges {
public:
    FamilyChanges(
        const FamilyState& before, ImportMode mode, NewRecords& records, JudgedRow& judged);

    void takeCustomer(const ImportedFamily& family);
    void takeStudent(const ImportedFamily& family);
    void takeCard(const ImportedFamily& family);
    void takeNote(const ImportedFamily& family);

private:
    FieldChanges changesOf(const RecordRow& row, const FieldChanges& said, ImportTargetKind kind);
    QJsonObject customPatch(const QJsonObject& said);
    void refuseMasked(const ImportedFamily& family);
    const RecordRow* childMeant(const ImportedFamily& family);
    void takeConsent(const RecordRow& child, FieldChanges& changes);
    void addSet(const RecordRow& row, FieldChanges changes);
    void createCard(const ImportedFamily& family);
    void moveCard(const ImportedFamily& family, const Opportunity& card);

    const FamilyState& m_before;
    ImportMode m_mode;
    NewRecords& m_records;
    JudgedRow& m_judged;
    RecordId m_student{};
};

} // namespace homeroom
