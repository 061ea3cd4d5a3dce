// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"
#include "models/values/records/catalogue.h"

namespace homeroom {

enum class FamilyRelation { Unknown, Mother, Father, Grandmother, Grandfather, Other };
template <> struct Words<FamilyRelation> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("unknown"),
        QLatin1StringView("mother"), QLatin1StringView("father"), QLatin1StringView("grandmother"),
        QLatin1StringView("grandfather"), QLatin1StringView("other")};
};

/// Behaviour tier (domain.md): None until a rule or a person gave one.
enum class Tier { None, D, C, B, A };
template <> struct Words<Tier> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("none"), QLatin1StringView("d"),
        QLatin1StringView("c"), QLatin1StringView("b"), QLatin1StringView("a")};
};

enum class Intention { Unknown, None, Low, Medium, High };
template <> struct Words<Intention> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("unknown"),
        QLatin1StringView("none"), QLatin1StringView("low"), QLatin1StringView("medium"),
        QLatin1StringView("high")};
};

enum class FriendState { NotAdded, Requested, Added, DeletedMe, Blocked };
template <> struct Words<FriendState> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("notAdded"),
        QLatin1StringView("requested"), QLatin1StringView("added"), QLatin1StringView("deletedMe"),
        QLatin1StringView("blocked")};
};

enum class GroupState { NotIn, Invited, In, Left };
template <> struct Words<GroupState> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("notIn"),
        QLatin1StringView("invited"), QLatin1StringView("in"), QLatin1StringView("left")};
};

enum class KitState { None, ToShip, Shipped, Delivered };
template <> struct Words<KitState> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("none"),
        QLatin1StringView("toShip"), QLatin1StringView("shipped"), QLatin1StringView("delivered")};
};

enum class Lifecycle { Potential, General, HighIntention, Paid, Renewed, Lost };
template <> struct Words<Lifecycle> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("potential"),
        QLatin1StringView("general"), QLatin1StringView("highIntention"), QLatin1StringView("paid"),
        QLatin1StringView("renewed"), QLatin1StringView("lost")};
};

enum class TaskState { Open, Done, Skipped };
template <> struct Words<TaskState> {
    static constexpr QLatin1StringView words[] = {
        QLatin1StringView("open"), QLatin1StringView("done"), QLatin1StringView("skipped")};
};

enum class FollowUpKind { Note, Call, Wecom, Sms, Visit };
template <> struct Words<FollowUpKind> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("note"),
        QLatin1StringView("call"), QLatin1StringView("wecom"), QLatin1StringView("sms"),
        QLatin1StringView("visit")};
};

enum class FollowUpResult { None, Connected, NoAnswer, Busy, WrongNumber, Refused };
template <> struct Words<FollowUpResult> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("none"),
        QLatin1StringView("connected"), QLatin1StringView("noAnswer"), QLatin1StringView("busy"),
        QLatin1StringView("wrongNumber"), QLatin1StringView("refused")};
};

enum class ConflictKind { Conflict, Suggestion, Orphan };
template <> struct Words<ConflictKind> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("conflict"),
        QLatin1StringView("suggestion"), QLatin1StringView("orphan")};
};

/// Customer (家长): the parent a family is reached through, and the root of all its records.
struct Customer {
    Id<Customer> id{};
    QString name{};
    QString phone{}; ///< E.164; masked for everybody but the owner
    QString wechatId{};
    QString wechatNick{};
    FamilyRelation relation = FamilyRelation::Unknown;
    QString city{};
    Id<Channel> channel{};
    QString campaign{};
    QString referrer{};
    QString externalId{};
    QString sourceText{}; ///< what an import said where no channel matched
    Id<User> owner{}; ///< set by the server: the author of the create, then by command
    Id<Team> team{};
    Tier tier = Tier::None;
    QString tierReason{};
    Intention intention = Intention::Unknown;
    std::optional<qint64> score{};
    FriendState friendState = FriendState::NotAdded;
    std::optional<Milliseconds> friendRequestedAt{};
    std::optional<Milliseconds> friendAddedAt{};
    Id<WorkAccount> workAccount{};
    GroupState groupState = GroupState::NotIn;
    std::optional<Milliseconds> groupJoinedAt{};
    std::optional<Milliseconds> appSignedInAt{};
    QString address{};
    KitState kitState = KitState::None;
    QString nextStep{};
    std::optional<Milliseconds> nextStepAt{};
    std::optional<Milliseconds> lastContactAt{};
    QStringList tags{}; ///< ids of tags
    bool consent = false;
    bool doNotDisturb = false;
    Lifecycle lifecycle = Lifecycle::Potential;
    QString remark{};
    QJsonObject custom{}; ///< values of custom fields by key
    Milliseconds createdAt = 0;

    bool operator==(const Customer&) const = default;
};

template <> struct Description<Customer> {
    static constexpr RecordKind kind = RecordKind::Customer;
    static constexpr const char* name = "customer";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Customer::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("phone", &Customer::phone, FieldKind::Phone, MergeClass::Guarded,
            {FieldVisibility::OwnerOnly, Searchable::Yes}),
        field("wechatId", &Customer::wechatId, MergeClass::Guarded,
            {FieldVisibility::OwnerOnly, Searchable::Yes}),
        field("wechatNick", &Customer::wechatNick, MergeClass::Soft,
            {FieldVisibility::Everyone, Searchable::Yes}),
        field("relation", &Customer::relation, MergeClass::Guarded),
        field("city", &Customer::city, MergeClass::Soft),
        field("channel", &Customer::channel, MergeClass::Soft),
        field("campaign", &Customer::campaign, MergeClass::Soft),
        field("referrer", &Customer::referrer, MergeClass::Soft),
        field("externalId", &Customer::externalId, MergeClass::Guarded,
            {FieldVisibility::Everyone, Searchable::Yes}),
        field("sourceText", &Customer::sourceText, MergeClass::Soft),
        field("owner", &Customer::owner, MergeClass::ServerOnly),
        field("team", &Customer::team, MergeClass::ServerOnly),
        field("tier", &Customer::tier, MergeClass::Soft),
        field("tierReason", &Customer::tierReason, MergeClass::Soft),
        field("intention", &Customer::intention, MergeClass::Soft),
        field("score", &Customer::score, MergeClass::Soft),
        field("friendState", &Customer::friendState, MergeClass::Soft),
        field("friendRequestedAt", &Customer::friendRequestedAt, FieldKind::Time, MergeClass::Soft),
        field("friendAddedAt", &Customer::friendAddedAt, FieldKind::Time, MergeClass::Soft),
        field("workAccount", &Customer::workAccount, MergeClass::Soft),
        field("groupState", &Customer::groupState, MergeClass::Soft),
        field("groupJoinedAt", &Customer::groupJoinedAt, FieldKind::Time, MergeClass::Soft),
        field("appSignedInAt", &Customer::appSignedInAt, FieldKind::Time, MergeClass::Soft),
        field("address", &Customer::address, MergeClass::Guarded,
            {FieldVisibility::OwnerOnly, Searchable::No}),
        field("kitState", &Customer::kitState, MergeClass::Soft),
        field("nextStep", &Customer::nextStep, MergeClass::Soft),
        field("nextStepAt", &Customer::nextStepAt, FieldKind::Time, MergeClass::Soft),
        field("lastContactAt", &Customer::lastContactAt, FieldKind::Time, MergeClass::Soft,
            {FieldVisibility::Everyone, Searchable::No, Told::No}),
        field("tags", &Customer::tags, MergeClass::Set),
        field("consent", &Customer::consent, MergeClass::Guarded),
        field("doNotDisturb", &Customer::doNotDisturb, MergeClass::Soft),
        field("lifecycle", &Customer::lifecycle, MergeClass::Soft),
        field("remark", &Customer::remark, FieldKind::LongText, MergeClass::Text,
            {FieldVisibility::Everyone, Searchable::Yes}),
        field("custom", &Customer::custom, MergeClass::Soft),
        field("createdAt", &Customer::createdAt, FieldKind::Time, MergeClass::Guarded)};
};

/// Guardian (监护人): a further adult of the family.
struct Guardian {
    Id<Guardian> id{};
    Id<Customer> customer{};
    QString name{};
    FamilyRelation relation = FamilyRelation::Unknown;
    QString phone{};
    QString wechatId{};

    bool operator==(const Guardian&) const = default;
};

template <> struct Description<Guardian> {
    static constexpr RecordKind kind = RecordKind::Guardian;
    static constexpr const char* name = "guardian";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Guardian::customer, MergeClass::Guarded),
            field("name", &Guardian::name, MergeClass::Guarded,
                {FieldVisibility::Everyone, Searchable::Yes}),
            field("relation", &Guardian::relation, MergeClass::Guarded),
            field("phone", &Guardian::phone, FieldKind::Phone, MergeClass::Guarded,
                {FieldVisibility::OwnerOnly, Searchable::Yes}),
            field("wechatId", &Guardian::wechatId, MergeClass::Guarded,
                {FieldVisibility::OwnerOnly, Searchable::No})};
};

/// Student (学员): a child of the family.
struct Student {
    Id<Student> id{};
    Id<Customer> customer{};
    QString name{};
    QString birthMonth{};
    std::optional<qint64> grade{}; ///< school year, 1 to 12; 0 is kindergarten
    QString school{};
    QString level{};
    QString device{};
    bool guardianConsent = false;

    bool operator==(const Student&) const = default;
};

template <> struct Description<Student> {
    static constexpr RecordKind kind = RecordKind::Student;
    static constexpr const char* name = "student";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Student::customer, MergeClass::Guarded),
            field("name", &Student::name, MergeClass::Guarded,
                {FieldVisibility::Everyone, Searchable::Yes}),
            field("birthMonth", &Student::birthMonth, FieldKind::Month, MergeClass::Guarded),
            field("grade", &Student::grade, MergeClass::Soft),
            field("school", &Student::school, MergeClass::Soft),
            field("level", &Student::level, MergeClass::Soft),
            field("device", &Student::device, MergeClass::Soft),
            field("guardianConsent", &Student::guardianConsent, MergeClass::Guarded)};
};

/// FollowUp (跟进): what was said or done. Never changed, only withdrawn by its author.
struct FollowUp {
    Id<FollowUp> id{};
    Id<Customer> customer{};
    FollowUpKind kind = FollowUpKind::Note;
    FollowUpResult result = FollowUpResult::None;
    QString text{};
    QString nextStep{};
    std::optional<Milliseconds> nextAt{};
    std::optional<qint64> duration{}; ///< seconds
    Id<User> author{};
    std::optional<qint64> cohortDay{};
    Milliseconds happenedAt = 0;

    bool operator==(const FollowUp&) const = default;
};

template <> struct Description<FollowUp> {
    static constexpr RecordKind kind = RecordKind::FollowUp;
    static constexpr const char* name = "followup";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::AppendOnly;
    static constexpr auto fields =
        std::tuple{field("customer", &FollowUp::customer, MergeClass::Append),
            field("kind", &FollowUp::kind, MergeClass::Append),
            field("result", &FollowUp::result, MergeClass::Append),
            field("text", &FollowUp::text, FieldKind::LongText, MergeClass::Append,
                {FieldVisibility::Everyone, Searchable::Yes}),
            field("nextStep", &FollowUp::nextStep, MergeClass::Append),
            field("nextAt", &FollowUp::nextAt, FieldKind::Time, MergeClass::Append),
            field("duration", &FollowUp::duration, MergeClass::Append),
            field("author", &FollowUp::author, MergeClass::ServerOnly),
            field("cohortDay", &FollowUp::cohortDay, MergeClass::Append),
            field("happenedAt", &FollowUp::happenedAt, FieldKind::Time, MergeClass::Append)};
};

/// Task (待办).
struct Task {
    Id<Task> id{};
    Id<Customer> customer{};
    Id<Team> team{};
    Id<User> assignee{};
    QString text{};
    std::optional<Milliseconds> dueAt{};
    QString rule{}; ///< rule that made it; empty for a person
    TaskState state = TaskState::Open;
    QString reason{}; ///< why it was skipped
    std::optional<Milliseconds> doneAt{};
    Id<User> author{}; ///< who gave it; of a rule's task whose machine was first to see the need
    QString repeat{}; ///< how it comes again, see models/values/recurrence.h; empty: once
    std::optional<Milliseconds> snoozedUntil{}; ///< nobody is reminded before

    bool operator==(const Task&) const = default;
};

template <> struct Description<Task> {
    static constexpr RecordKind kind = RecordKind::Task;
    static constexpr const char* name = "task";
    static constexpr RootRule root = RootRule::CustomerOrSelf;
    static constexpr RecordScope scope = RecordScope::FamilyOrTeam;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Task::customer, MergeClass::Guarded),
            field("team", &Task::team, MergeClass::Guarded),
            field("assignee", &Task::assignee, MergeClass::Guarded),
            field("text", &Task::text, MergeClass::Guarded,
                {FieldVisibility::Everyone, Searchable::Yes}),
            field("dueAt", &Task::dueAt, FieldKind::Time, MergeClass::Soft),
            field("rule", &Task::rule, MergeClass::Guarded),
            field("state", &Task::state, MergeClass::Soft),
            field("reason", &Task::reason, MergeClass::Soft),
            field("doneAt", &Task::doneAt, FieldKind::Time, MergeClass::Soft),
            field("author", &Task::author, MergeClass::ServerOnly),
            field("repeat", &Task::repeat, MergeClass::Soft),
            field("snoozedUntil", &Task::snoozedUntil, FieldKind::Time, MergeClass::Soft)};
};

/// FamilyAccess (查看记录): on which day somebody opened a family that is not their own. Nobody
/// takes it back: neither its author nor an undo.
struct FamilyAccess {
    Id<FamilyAccess> id{}; ///< of (user, family, day): one a day, also from two devices
    Id<Customer> customer{};
    Id<User> author{};
    Milliseconds at = 0;

    bool operator==(const FamilyAccess&) const = default;
};

template <> struct Description<FamilyAccess> {
    static constexpr RecordKind kind = RecordKind::FamilyAccess;
    static constexpr const char* name = "familyaccess";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::AppendOnly;
    static constexpr auto fields =
        std::tuple{field("customer", &FamilyAccess::customer, MergeClass::Append),
            field("author", &FamilyAccess::author, MergeClass::ServerOnly),
            field("at", &FamilyAccess::at, FieldKind::Time, MergeClass::Append)};
};

/// Conflict (冲突) between two edits of a guarded field; written by the server, resolved by people.
struct Conflict {
    Id<Conflict> id{};
    Id<Customer> customer{};
    ConflictKind kind = ConflictKind::Conflict;
    QString record{}; ///< `type/id` of the record
    QString fieldName{};
    QJsonObject values{}; ///< mine, theirs, before
    Id<User> author{};
    Milliseconds at = 0;
    bool resolved = false;
    QString resolution{};

    bool operator==(const Conflict&) const = default;
};

template <> struct Description<Conflict> {
    static constexpr RecordKind kind = RecordKind::Conflict;
    static constexpr const char* name = "conflict";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Conflict::customer, MergeClass::ServerOnly),
            field("kind", &Conflict::kind, MergeClass::ServerOnly),
            field("record", &Conflict::record, MergeClass::ServerOnly),
            field("fieldName", &Conflict::fieldName, MergeClass::ServerOnly),
            field("values", &Conflict::values, MergeClass::ServerOnly),
            field("author", &Conflict::author, MergeClass::ServerOnly),
            field("at", &Conflict::at, FieldKind::Time, MergeClass::ServerOnly),
            field("resolved", &Conflict::resolved, MergeClass::Guarded),
            field("resolution", &Conflict::resolution, MergeClass::Guarded)};
};

} // namespace homeroom
