// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/duplicates/duplicatequery.h"

#include <QHash>

namespace homeroom {

/// What of a family is compared with others.
struct FamilyLook {
    struct Child {
        QString names{}; ///< with the parent's, as comparableNames() writes them
        std::optional<qint64> grade{};
    };
    RecordId id{};
    QString name{};
    QString phone{}; ///< as it is read here
    QString city{};
    QStringList guardianPhones{}; ///< those read in full
    QStringList wechatIds{}; ///< case-folded, of parent and guardians, those read in full
    std::vector<Child> children{};
    std::vector<int> told{}; ///< tasks of samePhoneRule that name it
};

/// All living families by what they share with others. Families are called by their place, the
/// oldest first.
class DuplicateTraits {
public:
    /// Reads them; throws SQLite::Exception.
    explicit DuplicateTraits(Database& database);

    const FamilyLook& family(int place) const { return m_families[size_t(place)]; }
    /// Families that share anything that may be a reason, each group in their order, small groups
    /// first.
    std::vector<std::vector<int>> groups() const;
    /// Why the two may be one; empty where there is no reason.
    std::vector<DuplicateReason> reasons(int one, int other) const;

private:
    void readFamilies(Database& database);
    void readChildren(Database& database);
    void readGuardians(Database& database);
    void readTold(Database& database);
    /// Notes that the family has this.
    void share(DuplicateReason what, const QString& text, int family);

    std::vector<FamilyLook> m_families{};
    QHash<RecordId, int> m_places{};
    std::vector<std::pair<quint64, int>> m_shared{}; ///< hash of a trait, and who has it
};

} // namespace homeroom
