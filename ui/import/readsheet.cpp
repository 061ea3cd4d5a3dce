// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/readsheet.h"

#include "models/store/import/importwords.h"

namespace homeroom {

ReadSheet understoodSheet(
    Database& database, ImportTable table, const ImportNames& names, const QTimeZone& zone)
{
    ReadSheet sheet;
    sheet.table = std::move(table);
    sheet.catalogue = loadImportCatalogue(database);
    if (std::optional<ImportChoices> kept = keptChoices(database, sheet.table.columns)) {
        sheet.choices = std::move(*kept);
        sheet.remembered = true;
    }
    if (!sheet.remembered && !sheet.table.ownExport)
        sheet.choices.emptyWords = usualEmptyWords();
    sheet.choices.mapping = completedMapping(sheet.choices.mapping, sheet.table,
        {sheet.catalogue, zone, names, sheet.choices.emptyWords});
    return sheet;
}

} // namespace homeroom
