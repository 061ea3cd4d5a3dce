// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/store/import/importissue.h"

#include <QHash>

namespace homeroom {

/// Names of parent and child as they are compared, where either alone is shared by too many:
/// 「王女士」, 「王 妈妈」 and 「王」 are alike. Empty where one of them is not known.
QString comparableNames(const QString& parent, const QString& child);

/// What tells that two families may be one.
struct FamilyTraits {
    QString name{};
    QString phone{};
    QString wechatId{};
    QString child{};
};

/// Knows the traits of all families and of the sheet's earlier rows, as 64-bit hashes: 50,000
/// families take a few megabytes.
class DuplicateIndex {
public:
    /// All living families of the database. Throws SQLite::Exception.
    void load(Database& database);
    void add(const FamilyTraits& traits, const RecordId& family, qint64 line);
    /// The families and earlier lines that these traits are like, each named once.
    std::vector<ImportIssue> similar(const FamilyTraits& traits) const;

private:
    struct Sighting {
        RecordId family{};
        qint64 line = 0; ///< of the sheet; 0 for a family of the store
    };
    void addTrait(ImportProblem trait, const QString& text, const Sighting& sighting);

    QHash<quint64, Sighting> m_sightings{};
};

} // namespace homeroom
