// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

namespace homeroom {

// Families that may be one. Call inside Database::read; SQL errors throw.

/// Why two families may be one, the strongest first. Grade and city are never a reason alone.
enum class DuplicateReason {
    Phone,
    Wechat, ///< the same id of a parent or guardian
    GuardianPhone, ///< a guardian's phone is the other parent's or guardian's
    Names, ///< of parent and child, as an import compares them
    Grade, ///< of a child of one name
    City
};
template <> struct Words<DuplicateReason> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("phone"),
        QLatin1StringView("wechatId"), QLatin1StringView("guardianPhone"),
        QLatin1StringView("names"), QLatin1StringView("grade"), QLatin1StringView("city")};
};

/// So many families that share something are compared each with each. Where it is more, one line
/// stands for all of them: a number that was typed for want of one makes no thousands of pairs.
constexpr int mostComparedFamilies = 6;

/// Two families that may be one, and that nobody has told apart.
struct DuplicatePair {
    RecordId first{}; ///< the older one
    RecordId second{};
    QString firstName{}; ///< of the parent
    QString secondName{};
    std::vector<DuplicateReason> reasons{}; ///< at least one, the strongest first
    int families = 2; ///< that share what this line stands for

    bool operator==(const DuplicatePair&) const = default;
};

/// All of them, the strongest first, then the newest; lines of many families last. Contacts that
/// are masked here are compared with nothing: being masked alike says little. Who reads them masked
/// is told of a phone by the server's task (samePhoneRule). Reads every family: on the worker.
std::vector<DuplicatePair> readDuplicates(Database& database);

/// What keeps, on every machine under the same id, that the two are not one family.
Task toldApartTask(
    const RecordId& one, const RecordId& other, const QString& reason, Milliseconds now);

/// Whose phone it is.
struct PhoneHolder {
    Id<Customer> family{};
    QString name{}; ///< of the parent
    QString guardian{}; ///< where it is a guardian's
    bool isGuardian = false;
    bool certain = true; ///< false: masked here, and the mask fits

    bool operator==(const PhoneHolder&) const = default;
};

/// The living family other than `except` that has this phone, or where there is none one whose
/// masked phone may be it. Parents are found by an index, guardians by reading all of them: on the
/// worker.
std::optional<PhoneHolder> familyWithPhone(
    Database& database, const QString& phone, const RecordId& except = {});

} // namespace homeroom
