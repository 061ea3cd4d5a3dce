// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/fieldvalue.h"
#include "models/values/result.h"

#include <QLatin1StringView>

#include <optional>
#include <span>
#include <vector>

namespace homeroom {

/// Every record type there is. Order is free: the wire and the tables use names.
enum class RecordKind {
    Customer,
    Guardian,
    Student,
    Opportunity,
    FollowUp,
    Task,
    Enrollment,
    LessonProgress,
    Order,
    FamilyAccess,
    Conflict,
    HistoryEntry,
    User,
    Team,
    WorkAccount,
    Channel,
    Product,
    Class,
    Cohort,
    Lesson,
    Pipeline,
    Stage,
    Tag,
    CustomField,
    SavedView,
    WorkCalendar,
    CohortDay,
    None ///< no type: the target of a field that is no reference
};
constexpr int recordKindCount = int(RecordKind::None);

enum class FieldKind {
    Text,
    LongText, ///< several lines
    Phone, ///< E.164
    Word, ///< one of a fixed list
    Integer,
    Money, ///< fen
    Real,
    Boolean,
    Time, ///< UTC milliseconds
    Day, ///< yyyy-MM-dd in the organisation's zone
    Month, ///< yyyy-MM
    Reference,
    Set, ///< unordered words or ids
    Object ///< one level of keys; a change of it is a patch by key, null removes
};

/// How two edits of one field meet on the server (sync.md section 6).
enum class MergeClass { Append, Set, Counter, Soft, Guarded, Text, ServerOnly };

/// Who reads a field in full. OwnerOnly fields are masked for everybody but the family's owner.
enum class FieldVisibility { Everyone, OwnerOnly };

enum class Searchable { No, Yes };

/// Whether a change of the field is told to people. No for what a program keeps for itself beside
/// the change that people made.
enum class Told { Yes, No };

/// Whom a record belongs to (domain.md, «Every type declares its scope»).
enum class RecordScope {
    Family, ///< follows the owner of its customer
    User, ///< private to its `user`
    Team, ///< its `team`
    Org, ///< catalogue
    FamilyOrTeam, ///< a task: with a customer Family, without Team
    UserOrTeam, ///< a saved view: with a team Team, without User
    Numbers ///< of a cohort: with a `user` whoever may see that user's families, with a `team` that
            ///< team, with neither everybody
};

/// Which record moves as a whole together with this one.
enum class RootRule {
    Self,
    Customer, ///< the value of the field `customer`
    CustomerOrSelf ///< `customer` where it is set
};

enum class Lifetime { Editable, AppendOnly };

struct FieldDescription {
    QLatin1StringView name; ///< wire, column and command-line name
    FieldKind kind = FieldKind::Text;
    MergeClass merge = MergeClass::Soft;
    FieldVisibility visibility = FieldVisibility::Everyone;
    Searchable searchable = Searchable::No;
    Told told = Told::Yes;
    RecordKind target = RecordKind::None; ///< of a Reference
    std::span<const QLatin1StringView> words{}; ///< of a Word
};

/// One record type as data: what store, codec, diff, merge, import and audit are generic over.
struct RecordType {
    RecordKind kind = RecordKind::None;
    QLatin1StringView name;
    RootRule root = RootRule::Self;
    RecordScope scope = RecordScope::Org;
    Lifetime lifetime = Lifetime::Editable;
    std::vector<FieldDescription> fields{};

    /// Index of the field of that wire name, or -1.
    int indexOf(QStringView fieldName) const;
    bool isFamily() const
    {
        return scope == RecordScope::Family || scope == RecordScope::FamilyOrTeam;
    }
};

/// The description of a kind; never for None.
const RecordType& recordType(RecordKind kind);
/// By wire name, or nothing.
const RecordType* recordTypeByName(QStringView name);
/// All types, parents before children.
std::span<const RecordKind> allRecordKinds();

/// Whether the value is of the field's kind and keeps its rules (word known, day possible, phone
/// E.164, text without control characters, sizes). Nothing is always allowed.
Result<void> validateField(const FieldDescription& field, const FieldValue& value);

/// Upper bounds, the same on client and server.
constexpr qsizetype maximumTextLength = 2000; ///< UTF-16 units of a Text
constexpr qsizetype maximumLongTextLength = 20000;
constexpr qsizetype maximumSetSize = 200;

} // namespace homeroom
