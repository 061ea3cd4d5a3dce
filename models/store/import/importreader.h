// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importcatalogue.h"
#include "models/store/import/importissue.h"
#include "models/store/import/importmapping.h"
#include "models/store/import/importtable.h"

#include <QSet>
#include <QTimeZone>

#include <map>

namespace homeroom {

/// What one row of the sheet says: only what it says, empty cells say nothing.
struct ImportedFamily {
    qint64 line = 0;
    FieldChanges customer{};
    QJsonObject custom{};
    FieldChanges student{};
    RecordId id{}; ///< where a column names the family itself
    Id<Stage> stage{};
    Id<Cohort> cohort{};
    QString note{};
    /// Cells with stars, by customer field: harmless where the family's value looks so to us.
    std::vector<std::pair<int, QString>> masked{};
    QString key{}; ///< by which the family is found, comparable; empty where there is none
    std::vector<ImportIssue> issues{};

    bool saysNothing() const;
    const FieldValue* value(int customerField) const;
};

/// A custom field that the sheet brings along.
struct NewCustomField {
    QString key{};
    CustomFieldKind kind = CustomFieldKind::Text;
};

/// Reads rows as the choices say. Everything that does not depend on the row is worked out once.
/// All arguments must outlive the reader.
class ImportReader {
public:
    ImportReader(const ImportTable& table, const ImportChoices& choices,
        const ImportCatalogue& catalogue, const QTimeZone& zone);

    ImportedFamily read(size_t row) const;
    /// Only the key of the row, for counting.
    QString keyOf(size_t row) const;
    /// Custom fields that the organisation does not have yet, in the order of the columns.
    const std::vector<NewCustomField>& newCustomFields() const { return m_newCustomFields; }
    bool hasStage() const { return m_hasStage; }

private:
    struct Column {
        size_t index = 0;
        QString name{};
        ImportTarget target{};
        int field = -1;
        const FieldDescription* description = nullptr; ///< of customer or student
        CustomFieldKind custom = CustomFieldKind::Text;
        std::map<QString, QString> values{};
    };
    Column compiled(size_t index, const ColumnMapping& mapping);
    CustomFieldKind customKind(size_t index, const QString& key);
    QString text(const CsvRow& row, const Column& column) const;
    static bool isWordOf(const Column& column, const QString& said);
    void take(ImportedFamily& family, const Column& column, const QString& text) const;
    void takeCustomer(ImportedFamily& family, const Column& column, const QString& text) const;
    void takeChannel(ImportedFamily& family, const Column& column, const QString& text) const;
    void takeTags(ImportedFamily& family, const Column& column, const QString& text) const;
    void takeCustom(ImportedFamily& family, const Column& column, const QString& text) const;
    void takeValue(FieldChanges& changes, ImportedFamily& family, const Column& column,
        const QString& text) const;
    QString comparable(const Column& column, const QString& text) const;

    const ImportTable& m_table;
    const ImportChoices& m_choices;
    const ImportCatalogue& m_catalogue;
    QTimeZone m_zone;
    QSet<QString> m_emptyWords{};
    std::vector<Column> m_columns{};
    const Column* m_key = nullptr;
    std::vector<NewCustomField> m_newCustomFields{};
    bool m_hasStage = false;
};

/// An issue with a column of the sheet.
ImportIssue columnIssue(ImportProblem problem, const QString& column, const QString& detail = {});

/// The key of a column without a custom field: its name, without what no key may hold.
QString customKeyFor(const QString& column);

/// The form of a stored value by which keys are compared; empty for nothing.
QString comparableKey(const FieldValue& value);

} // namespace homeroom
