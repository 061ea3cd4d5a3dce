// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordtype.h"

#include <tuple>
#include <type_traits>

namespace homeroom {

/// Specialised once per enum: the wire words in the order of the enumerators.
template <typename Enum> struct Words;

/// Specialised once per record type: kind, name, root, scope and `fields`, a tuple of Field.
template <typename Record> struct Description;

/// One field of a description: what the wire and the tables need, and the member it lives in.
template <typename Record, typename Member> struct Field {
    FieldDescription description;
    Member Record::*member;
};

struct FieldOptions {
    FieldVisibility visibility = FieldVisibility::Everyone;
    Searchable searchable = Searchable::No;
    Told told = Told::Yes;
};

namespace detail {

template <typename T> struct IsId : std::false_type {
};
template <typename T> struct IsId<Id<T>> : std::true_type {
    using Target = T;
};

template <typename Member> constexpr FieldKind defaultKind()
{
    if constexpr (std::is_same_v<Member, bool>)
        return FieldKind::Boolean;
    else if constexpr (std::is_enum_v<Member>)
        return FieldKind::Word;
    else if constexpr (IsId<Member>::value)
        return FieldKind::Reference;
    else if constexpr (std::is_same_v<Member, QStringList>)
        return FieldKind::Set;
    else if constexpr (std::is_same_v<Member, QJsonObject>)
        return FieldKind::Object;
    else if constexpr (std::is_same_v<Member, std::optional<double>>)
        return FieldKind::Real;
    else if constexpr (std::is_same_v<Member, QString>)
        return FieldKind::Text;
    else
        return FieldKind::Integer;
}

} // namespace detail

/// A field whose kind differs from what its member's type says (Money, Time, Phone …).
template <typename Record, typename Member>
constexpr Field<Record, Member> field(const char* name, Member Record::*member, FieldKind kind,
    MergeClass merge, FieldOptions options = {})
{
    FieldDescription description;
    description.name = QLatin1StringView(name);
    description.kind = kind;
    description.merge = merge;
    description.visibility = options.visibility;
    description.searchable = options.searchable;
    description.told = options.told;
    if constexpr (std::is_enum_v<Member>)
        description.words = Words<Member>::words;
    if constexpr (detail::IsId<Member>::value)
        description.target = Description<typename detail::IsId<Member>::Target>::kind;
    return {description, member};
}

/// A field whose kind follows from its member's type.
template <typename Record, typename Member>
constexpr Field<Record, Member> field(
    const char* name, Member Record::*member, MergeClass merge, FieldOptions options = {})
{
    return field(name, member, detail::defaultKind<Member>(), merge, options);
}

template <typename Record> const RecordType& recordTypeOf()
{
    return recordType(Description<Record>::kind);
}

/// The index of the field that lives in this member; a member without a field does not compile
/// into a valid index and stops.
template <typename Record, typename Member> int fieldIndexOf(Member Record::*member)
{
    int index = -1;
    int at = 0;
    std::apply(
        [&](const auto&... described) {
            (
                [&] {
                    using Described = std::decay_t<decltype(described.member)>;
                    if constexpr (std::is_same_v<Described, Member Record::*>) {
                        if (described.member == member)
                            index = at;
                    }
                    ++at;
                }(),
                ...);
        },
        Description<Record>::fields);
    Q_ASSERT_X(index >= 0, "fieldIndexOf", "the member is not described");
    return index;
}

namespace detail {

/// Makes the runtime description out of the constexpr one.
template <typename Record> RecordType makeRecordType()
{
    using D = Description<Record>;
    RecordType type;
    type.kind = D::kind;
    type.name = QLatin1StringView(D::name);
    type.root = D::root;
    type.scope = D::scope;
    type.lifetime = D::lifetime;
    std::apply(
        [&](const auto&... described) { (type.fields.push_back(described.description), ...); },
        D::fields);
    return type;
}

template <typename T> FieldValue toFieldValue(const T& member)
{
    if constexpr (std::is_same_v<T, bool>) {
        return qint64(member ? 1 : 0);
    } else if constexpr (std::is_enum_v<T>) {
        return QString(Words<T>::words[size_t(member)]);
    } else if constexpr (IsId<T>::value) {
        return member.isNull() ? FieldValue() : FieldValue(static_cast<const RecordId&>(member));
    } else if constexpr (std::is_same_v<T, QString>) {
        return member.isEmpty() ? FieldValue() : FieldValue(member);
    } else if constexpr (std::is_same_v<T, QStringList>) {
        return member.isEmpty() ? FieldValue() : FieldValue(member);
    } else if constexpr (std::is_same_v<T, QJsonObject>) {
        return member.isEmpty() ? FieldValue() : FieldValue(member);
    } else if constexpr (std::is_same_v<T, qint64>) {
        return member;
    } else {
        return member ? FieldValue(*member) : FieldValue();
    }
}

template <typename T> void fromFieldValue(const FieldValue& value, T& member)
{
    if constexpr (std::is_same_v<T, bool>) {
        if (const auto* number = std::get_if<qint64>(&value))
            member = *number != 0;
    } else if constexpr (std::is_enum_v<T>) {
        if (const auto* word = std::get_if<QString>(&value)) {
            for (size_t i = 0; i < std::size(Words<T>::words); ++i) {
                if (Words<T>::words[i] == *word)
                    member = T(i);
            }
        }
    } else if constexpr (IsId<T>::value) {
        if (const auto* id = std::get_if<RecordId>(&value))
            member = T(*id);
    } else if constexpr (
        std::is_same_v<T,
            QString> || std::is_same_v<T, QStringList> || std::is_same_v<T, QJsonObject> || std::is_same_v<T, qint64>) {
        if (const auto* held = std::get_if<T>(&value))
            member = *held;
    } else {
        if (const auto* held = std::get_if<typename T::value_type>(&value))
            member = *held;
    }
}

} // namespace detail

} // namespace homeroom
