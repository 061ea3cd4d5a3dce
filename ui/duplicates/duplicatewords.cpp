// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicatewords.h"

#include "models/store/records.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/editing/valuetexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Duplicates {
    Q_DECLARE_TR_FUNCTIONS(Duplicates)
};

const QString nothing = u"–"_s; // as valueText() writes it

using TextOf = std::function<QString(const DuplicateSide&, const PageContext&)>;

QString joinedOr(const QStringList& parts)
{
    return parts.isEmpty() ? nothing : parts.join(u'\n');
}

QString childrenText(const DuplicateSide& side, const PageContext& context)
{
    QStringList children;
    for (const Student& child : side.family.students)
        children.append(QStringList{parentText(child.name, context), gradeText(child.grade)}
                            .join(u' ')
                            .trimmed());
    return joinedOr(children);
}

QString guardiansText(const DuplicateSide& side, const PageContext& context)
{
    QStringList guardians;
    for (const Guardian& guardian : side.family.guardians)
        guardians.append(
            QStringList{shownName(guardian.name, context), shownPhone(guardian.phone, context)}
                .join(u' ')
                .trimmed());
    return joinedOr(guardians);
}

/// Fields of the parent that are shown also where they are alike.
bool isAskedFirst(QLatin1StringView field)
{
    constexpr std::array first{"name"_L1, "phone"_L1, "wechatId"_L1, "city"_L1, "owner"_L1,
        "lastContactAt"_L1, "createdAt"_L1};
    return std::ranges::find(first, field) != first.end();
}

Likeness likenessOf(const std::array<QString, 2>& values)
{
    const bool oneHas = values[0] == nothing || values[1] == nothing;
    const Likeness other = oneHas ? Likeness::OneHas : Likeness::Differs;
    return values[0] == values[1] ? Likeness::Same : other;
}

/// Tags, custom values and the remark: a merge puts those of both together.
bool isGathered(FieldKind kind)
{
    return kind == FieldKind::Set || kind == FieldKind::Object || kind == FieldKind::LongText;
}

/// What both have is together in the one that stays: nothing of it is in dispute.
ComparedLine gathered(const QString& label, const std::array<DuplicateSide, 2>& sides,
    const TextOf& text, const PageContext& context)
{
    const PageContext stored = asStored(context);
    const bool same = text(sides[0], stored) == text(sides[1], stored);
    return {label, {text(sides[0], context), text(sides[1], context)},
        same ? Likeness::Same : Likeness::OneHas};
}

} // namespace

QString reasonText(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::Phone:
        return Duplicates::tr("Same phone");
    case DuplicateReason::Wechat:
        return Duplicates::tr("Same WeChat id");
    case DuplicateReason::GuardianPhone:
        return Duplicates::tr("A guardian's phone");
    case DuplicateReason::Names:
        return Duplicates::tr("Alike names");
    case DuplicateReason::Grade:
        return Duplicates::tr("Same grade");
    case DuplicateReason::City:
        break;
    }
    return Duplicates::tr("Same city");
}

QString reasonsText(const DuplicatePair& pair)
{
    QStringList reasons;
    for (const DuplicateReason reason : pair.reasons)
        reasons.append(reasonText(reason));
    return reasons.join(u" · "_s);
}

QString manyText(const DuplicatePair& pair)
{
    return pair.families == 2 ? QString() : Duplicates::tr("%n families", nullptr, pair.families);
}

QString parentText(const QString& name, const PageContext& context)
{
    return name.isEmpty() ? Duplicates::tr("No name") : shownName(name, context);
}

std::optional<std::array<DuplicateSide, 2>> readSides(
    const PageContext& context, const DuplicatePair& pair)
{
    using Sides = std::optional<std::array<DuplicateSide, 2>>;
    const Result<Sides> read = context.workspace.reader().read([&](Database& database) -> Sides {
        std::array<DuplicateSide, 2> sides;
        const std::array ids{pair.first, pair.second};
        for (size_t side = 0; side < sides.size(); ++side) {
            std::optional<Family> family = readFamily(database, ids[side]);
            if (!family)
                return std::nullopt;
            sides[side].family = std::move(*family);
            sides[side].followUps = int(familyRecords<FollowUp>(database, ids[side]).size());
        }
        return sides;
    });
    return read.ok() ? *read : std::nullopt;
}

std::vector<ComparedLine> comparedLines(
    const std::array<DuplicateSide, 2>& sides, const PageContext& context)
{
    std::vector<ComparedLine> first;
    std::vector<ComparedLine> others;
    const RecordType& type = recordTypeOf<Customer>();
    const std::array rows{toRow(sides[0].family.customer), toRow(sides[1].family.customer)};
    for (int field = 0; field < int(type.fields.size()); ++field) {
        const FieldDescription& description = type.fields[size_t(field)];
        const auto texts = [&](const PageContext& in) {
            return std::array{valueText(RecordKind::Customer, field, rows[0].value(field), in),
                valueText(RecordKind::Customer, field, rows[1].value(field), in)};
        };
        // Masks may be alike where what they hide is not.
        ComparedLine line{displayName(RecordKind::Customer, description), texts(context),
            likenessOf(texts(asStored(context)))};
        if (isGathered(description.kind) && line.likeness == Likeness::Differs)
            line.likeness = Likeness::OneHas;
        if (isAskedFirst(description.name))
            first.push_back(line);
        else if (line.likeness != Likeness::Same)
            others.push_back(line);
    }
    const auto counted = [](int (*count)(const DuplicateSide&)) {
        return [count](const DuplicateSide& side, const PageContext&) {
            return QString::number(count(side));
        };
    };
    first.push_back(gathered(Duplicates::tr("Children"), sides, childrenText, context));
    first.push_back(gathered(Duplicates::tr("Guardians"), sides, guardiansText, context));
    first.push_back(gathered(Duplicates::tr("Follow-ups"), sides,
        counted([](const DuplicateSide& side) { return side.followUps; }), context));
    ;
    first.push_back(gathered(Duplicates::tr("Cards"), sides,
        counted([](const DuplicateSide& side) { return int(side.family.opportunities.size()); }),
        context));
    ;
    first.push_back(gathered(Duplicates::tr("Orders"), sides,
        counted([](const DuplicateSide& side) { return int(side.family.orders.size()); }),
        context));
    ;
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

} // namespace homeroom
