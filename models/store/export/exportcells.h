// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/recordtable.h"
#include "models/store/import/importcatalogue.h"
#include "models/values/csv/csvwriter.h"

#include <QTimeZone>

#include <map>

namespace homeroom {

/// Makes the cells of a row for the given columns. Names stand for the ids of channels, tags,
/// cohorts, accounts and people, where a name means one record only.
class ExportCells {
public:
    /// Throws SQLite::Exception.
    ExportCells(Database& database, RecordKind kind, const QTimeZone& zone,
        const std::vector<QString>& columns);

    std::vector<CsvCell> cells(const RecordRow& row) const;

private:
    /// Where a column's cells come from.
    enum class Source { Id, Field, Custom, Student, Stage, Cohort, None };
    struct Column {
        Source source = Source::None;
        int field = -1;
        QString key{};
        CustomFieldKind custom = CustomFieldKind::Text;
    };
    Column compiled(const QString& word) const;
    void loadNames(Database& database);
    void loadFamilyParts(Database& database);
    CsvCell cell(const Column& column, const RecordRow& row) const;
    CsvCell fieldCell(const FieldDescription& field, const FieldValue& value) const;
    CsvCell customCell(const Column& column, const RecordRow& row) const;
    CsvCell studentCell(const Column& column, const RecordRow& row) const;
    QString nameOf(const RecordId& id) const;

    RecordKind m_kind;
    QTimeZone m_zone;
    ImportCatalogue m_catalogue;
    std::vector<Column> m_columns{};
    QHash<RecordId, QString> m_names{};
    QHash<RecordId, RecordRow> m_students{}; ///< the oldest child, by family
    QHash<RecordId, RecordId> m_stages{}; ///< of the card in the default pipeline, by family
    QHash<RecordId, RecordId> m_cohorts{};
};

} // namespace homeroom
