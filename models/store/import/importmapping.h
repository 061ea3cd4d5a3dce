// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"
#include "models/values/records/records.h"

#include <QMap>

namespace homeroom {

enum class ImportTargetKind {
    Skip, ///< the column is left out
    Customer, ///< a field of the family, under its wire name; `id` only finds families
    Custom, ///< a value in `custom`, under this key
    Student, ///< a field of the child
    Stage, ///< of the family's opportunity in the default pipeline
    Cohort, ///< of that opportunity
    FollowUp ///< the text of a note
};

/// Where the cells of a column go.
struct ImportTarget {
    ImportTargetKind kind = ImportTargetKind::Skip;
    QString name{}; ///< of the field or the custom key; else empty

    bool operator==(const ImportTarget&) const = default;

    /// As map files write it: `phone`, `custom.key`, `student.grade`, `stage`; empty for Skip.
    QString word() const;
    /// Inverse of word(); nothing for a word that names no target, or one that only the server
    /// sets.
    static std::optional<ImportTarget> fromWord(QStringView word);
};

struct ColumnMapping {
    QString column{};
    ImportTarget target{};
    QMap<QString, QString> values{}; ///< what a cell says → what is meant

    bool operator==(const ColumnMapping&) const = default;
};

struct ImportMapping {
    std::vector<ColumnMapping> columns{};

    bool operator==(const ImportMapping&) const = default;
    const ColumnMapping* find(const QString& column) const;
    bool uses(const ImportTarget& target) const;
};

/// `{"CSV column":"field","Other":{"field":"stage","values":{"1":"paid"}}}`; null leaves a column
/// out. A custom field may also be named by its bare key. Anything else is Malformed and names the
/// column.
Result<ImportMapping> mappingFromJson(
    const QJsonObject& json, const std::vector<CustomField>& customFields);
QJsonObject mappingToJson(const ImportMapping& mapping);

/// How one row finds its family, and what happens where it does.
enum class ImportMode {
    Create, ///< each row is a new family
    Update, ///< what the row says wins; rows without a family are new ones
    Append, ///< only empty fields are filled; rows without a family are new ones
    Skip ///< rows with a family are left out
};
QLatin1StringView importModeWord(ImportMode mode);
std::optional<ImportMode> importModeFromWord(QStringView word);

/// What a person decides besides the columns.
struct ImportChoices {
    ImportMapping mapping{};
    ImportMode mode = ImportMode::Create;
    std::optional<ImportTarget> key{}; ///< how families are found; a Customer or Custom target
    QStringList emptyWords{}; ///< cells that say nothing, as `Select`, in any case
    bool cardForAll = true; ///< families without a stage in the sheet get a card in the first one
    /// Somebody says so for this sheet: the guardians of its children under 14 have agreed that
    /// their data is kept. Never kept for the next one.
    bool guardiansAgreed = false;

    bool operator==(const ImportChoices&) const = default;
};

/// What was chosen the last time for a sheet with these columns, if it was kept. Throws
/// SQLite::Exception.
std::optional<ImportChoices> keptChoices(Database& database, const std::vector<QString>& columns);
Pending<Result<ChangeSet>> keepChoices(
    RecordStore& store, const std::vector<QString>& columns, const ImportChoices& choices);

} // namespace homeroom
