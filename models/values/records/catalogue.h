// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"
#include "models/values/records/organisation.h"

namespace homeroom {

enum class ProductKind { Trial, Full, Renewal, Upgrade };
template <> struct Words<ProductKind> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("trial"),
        QLatin1StringView("full"), QLatin1StringView("renewal"), QLatin1StringView("upgrade")};
};

enum class CohortState { Planned, Open, Running, Closed, Frozen };
template <> struct Words<CohortState> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("planned"),
        QLatin1StringView("open"), QLatin1StringView("running"), QLatin1StringView("closed"),
        QLatin1StringView("frozen")};
};

/// What a stage means to the program: deposit and paid ask for an order, lost asks a reason.
enum class StageRole { Open, Friend, Group, Learning, Intent, Deposit, Paid, Lost };
template <> struct Words<StageRole> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("open"),
        QLatin1StringView("friend"), QLatin1StringView("group"), QLatin1StringView("learning"),
        QLatin1StringView("intent"), QLatin1StringView("deposit"), QLatin1StringView("paid"),
        QLatin1StringView("lost")};
};

enum class CustomFieldKind { Text, Number, Money, Date, Choice, YesNo };
template <> struct Words<CustomFieldKind> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("text"),
        QLatin1StringView("number"), QLatin1StringView("money"), QLatin1StringView("date"),
        QLatin1StringView("choice"), QLatin1StringView("yesNo")};
};

/// Channel (渠道) that leads come from.
struct Channel {
    Id<Channel> id{};
    QString name{};
    QStringList aliases{}; ///< source texts that imports match to this channel
    bool active = false;

    bool operator==(const Channel&) const = default;
};

template <> struct Description<Channel> {
    static constexpr RecordKind kind = RecordKind::Channel;
    static constexpr const char* name = "channel";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Channel::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("aliases", &Channel::aliases, MergeClass::Set),
        field("active", &Channel::active, MergeClass::Guarded)};
};

/// Product: a trial camp or a course.
struct Product {
    Id<Product> id{};
    QString name{};
    ProductKind kind = ProductKind::Trial;
    qint64 price = 0;
    bool active = false;

    bool operator==(const Product&) const = default;
};

template <> struct Description<Product> {
    static constexpr RecordKind kind = RecordKind::Product;
    static constexpr const char* name = "product";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Product::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("kind", &Product::kind, MergeClass::Guarded),
        field("price", &Product::price, FieldKind::Money, MergeClass::Guarded),
        field("active", &Product::active, MergeClass::Guarded)};
};

/// Cohort (营期): one run of a trial camp. Cohort days are counted in the organisation's zone.
struct Cohort {
    Id<Cohort> id{};
    QString name{};
    Id<Product> product{};
    QString opensOn{}; ///< day of the first lesson, D1
    qint64 days = 0; ///< length of the camp in days
    qint64 conversionDay = 0; ///< cohort day, 5 by default
    std::optional<qint64> capacity{};
    CohortState state = CohortState::Planned;
    QString subject{};

    bool operator==(const Cohort&) const = default;
};

template <> struct Description<Cohort> {
    static constexpr RecordKind kind = RecordKind::Cohort;
    static constexpr const char* name = "cohort";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Cohort::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("product", &Cohort::product, MergeClass::Guarded),
        field("opensOn", &Cohort::opensOn, FieldKind::Day, MergeClass::Guarded),
        field("days", &Cohort::days, MergeClass::Guarded),
        field("conversionDay", &Cohort::conversionDay, MergeClass::Guarded),
        field("capacity", &Cohort::capacity, MergeClass::Soft),
        field("state", &Cohort::state, MergeClass::Guarded),
        field("subject", &Cohort::subject, MergeClass::Soft)};
};

/// Class (班级): the families of one tutor in one cohort.
struct Class {
    Id<Class> id{};
    QString name{};
    Id<Cohort> cohort{};
    Id<User> tutor{};
    QString groupName{};
    std::optional<qint64> capacity{};

    bool operator==(const Class&) const = default;
};

template <> struct Description<Class> {
    static constexpr RecordKind kind = RecordKind::Class;
    static constexpr const char* name = "class";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Class::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("cohort", &Class::cohort, MergeClass::Guarded),
        field("tutor", &Class::tutor, MergeClass::Guarded),
        field("groupName", &Class::groupName, MergeClass::Soft),
        field("capacity", &Class::capacity, MergeClass::Soft)};
};

/// Lesson of a cohort.
struct Lesson {
    Id<Lesson> id{};
    QString name{};
    Id<Cohort> cohort{};
    qint64 cohortDay = 0;
    Milliseconds unlocksAt = 0;
    bool homework = false; ///< whether homework is due

    bool operator==(const Lesson&) const = default;
};

template <> struct Description<Lesson> {
    static constexpr RecordKind kind = RecordKind::Lesson;
    static constexpr const char* name = "lesson";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Lesson::name, MergeClass::Guarded),
        field("cohort", &Lesson::cohort, MergeClass::Guarded),
        field("cohortDay", &Lesson::cohortDay, MergeClass::Guarded),
        field("unlocksAt", &Lesson::unlocksAt, FieldKind::Time, MergeClass::Guarded),
        field("homework", &Lesson::homework, MergeClass::Guarded)};
};

/// Pipeline (管道): an ordered list of stages; one board each.
struct Pipeline {
    Id<Pipeline> id{};
    QString name{};
    QString rank{};
    bool isDefault = false;
    bool active = false;

    bool operator==(const Pipeline&) const = default;
};

template <> struct Description<Pipeline> {
    static constexpr RecordKind kind = RecordKind::Pipeline;
    static constexpr const char* name = "pipeline";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Pipeline::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("rank", &Pipeline::rank, MergeClass::Soft),
        field("isDefault", &Pipeline::isDefault, MergeClass::Guarded),
        field("active", &Pipeline::active, MergeClass::Guarded)};
};

/// Stage of a pipeline: a column of its board.
struct Stage {
    Id<Stage> id{};
    QString name{};
    QString key{}; ///< stable word for imports and scripts, as `paid`
    Id<Pipeline> pipeline{};
    QString rank{};
    StageRole role = StageRole::Open;

    bool operator==(const Stage&) const = default;
};

template <> struct Description<Stage> {
    static constexpr RecordKind kind = RecordKind::Stage;
    static constexpr const char* name = "stage";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Stage::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("key", &Stage::key, MergeClass::Guarded),
        field("pipeline", &Stage::pipeline, MergeClass::Guarded),
        field("rank", &Stage::rank, MergeClass::Soft),
        field("role", &Stage::role, MergeClass::Guarded)};
};

/// Tag (标签).
struct Tag {
    Id<Tag> id{};
    QString name{};
    QString groupName{};
    std::optional<qint64> color{}; ///< 1 to 8, an index into the chart colours

    bool operator==(const Tag&) const = default;
};

template <> struct Description<Tag> {
    static constexpr RecordKind kind = RecordKind::Tag;
    static constexpr const char* name = "tag";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Tag::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("groupName", &Tag::groupName, MergeClass::Soft),
        field("color", &Tag::color, MergeClass::Soft)};
};

/// Field of customers that the organisation defined itself.
struct CustomField {
    Id<CustomField> id{};
    QString name{};
    QString key{}; ///< key inside `custom`, never changed
    CustomFieldKind kind = CustomFieldKind::Text;
    QStringList choices{};
    QString rank{};
    bool active = false;

    bool operator==(const CustomField&) const = default;
};

template <> struct Description<CustomField> {
    static constexpr RecordKind kind = RecordKind::CustomField;
    static constexpr const char* name = "customfield";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &CustomField::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("key", &CustomField::key, MergeClass::Guarded),
        field("kind", &CustomField::kind, MergeClass::Guarded),
        field("choices", &CustomField::choices, MergeClass::Set),
        field("rank", &CustomField::rank, MergeClass::Soft),
        field("active", &CustomField::active, MergeClass::Guarded)};
};

/// Saved list: filter, sort and columns of a page.
struct SavedView {
    Id<SavedView> id{};
    QString name{};
    Id<User> user{};
    Id<Team> team{}; ///< set where the team shares it
    QString page{};
    QJsonObject definition{};
    QString rank{};

    bool operator==(const SavedView&) const = default;
};

template <> struct Description<SavedView> {
    static constexpr RecordKind kind = RecordKind::SavedView;
    static constexpr const char* name = "savedview";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::UserOrTeam;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &SavedView::name, MergeClass::Soft),
        field("user", &SavedView::user, MergeClass::Guarded),
        field("team", &SavedView::team, MergeClass::Guarded),
        field("page", &SavedView::page, MergeClass::Guarded),
        field("definition", &SavedView::definition, MergeClass::Soft),
        field("rank", &SavedView::rank, MergeClass::Soft)};
};

/// When the organisation works (工作时间): what response times and reminders are counted in.
struct WorkCalendar {
    Id<WorkCalendar> id{};
    QString name{};
    qint64 opensAt = 0; ///< minutes after midnight in the organisation's zone
    qint64 closesAt = 0; ///< at most 1440, later than `opensAt`
    QStringList daysOff{}; ///< weekdays after ISO 8601, `1` is Monday
    QStringList holidays{}; ///< days, yyyy-MM-dd
    QStringList extraWorkdays{}; ///< days off that are worked on after all (调休)
    bool active = false;

    bool operator==(const WorkCalendar&) const = default;
};

template <> struct Description<WorkCalendar> {
    static constexpr RecordKind kind = RecordKind::WorkCalendar;
    static constexpr const char* name = "workcalendar";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("name", &WorkCalendar::name, MergeClass::Guarded,
                       {FieldVisibility::Everyone, Searchable::Yes}),
            field("opensAt", &WorkCalendar::opensAt, MergeClass::Guarded),
            field("closesAt", &WorkCalendar::closesAt, MergeClass::Guarded),
            field("daysOff", &WorkCalendar::daysOff, MergeClass::Set),
            field("holidays", &WorkCalendar::holidays, MergeClass::Set),
            field("extraWorkdays", &WorkCalendar::extraWorkdays, MergeClass::Set),
            field("active", &WorkCalendar::active, MergeClass::Guarded)};
};

/// CohortDay: the numbers of one cohort at the end of one of its days, of a tutor, a team or the
/// whole organisation. Written by the server alone, so that cohorts can be compared by people who
/// do not see their families.
struct CohortDay {
    Id<CohortDay> id{}; ///< of the name of cohort, user or team, and day
    Id<Cohort> cohort{};
    Id<User> user{}; ///< of one tutor; else
    Id<Team> team{}; ///< of one team; else of the organisation
    qint64 day = 0; ///< cohort day
    /// Metric → [numerator, denominator], see models/values/metrics.h.
    QJsonObject numbers{};
    Milliseconds asOf = 0;
    bool frozen = false; ///< nothing changes it any more (T+10)

    bool operator==(const CohortDay&) const = default;
};

template <> struct Description<CohortDay> {
    static constexpr RecordKind kind = RecordKind::CohortDay;
    static constexpr const char* name = "cohortday";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Numbers;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("cohort", &CohortDay::cohort, MergeClass::ServerOnly),
            field("user", &CohortDay::user, MergeClass::ServerOnly),
            field("team", &CohortDay::team, MergeClass::ServerOnly),
            field("day", &CohortDay::day, MergeClass::ServerOnly),
            field("numbers", &CohortDay::numbers, MergeClass::ServerOnly),
            field("asOf", &CohortDay::asOf, FieldKind::Time, MergeClass::ServerOnly),
            field("frozen", &CohortDay::frozen, MergeClass::ServerOnly)};
};

} // namespace homeroom
