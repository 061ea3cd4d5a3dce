// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

#include <QHash>

namespace homeroom {

/// The organisation's records that cells of a sheet name: a snapshot, so that a worker can read it.
struct ImportCatalogue {
    Id<Pipeline> pipeline{}; ///< the default one; null where there is none
    std::vector<Stage> stages{}; ///< of that pipeline, in their order
    std::vector<CustomField> customFields{};
    QHash<QString, RecordId> channels{}; ///< by lookupName of name, alias and id
    QHash<QString, RecordId> tags{};
    QHash<QString, RecordId> cohorts{};
    QHash<QString, RecordId> accounts{};
    QHash<QString, RecordId> stageNames{}; ///< by name, key and id

    const CustomField* customField(const QString& key) const;
    const Stage* stage(const RecordId& id) const;
};

/// How names are compared: without case, width and outer white space.
QString lookupName(QStringView text);

/// Throws SQLite::Exception.
ImportCatalogue loadImportCatalogue(Database& database);

} // namespace homeroom
