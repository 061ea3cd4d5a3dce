// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/viewquery.h"

#include "models/store/customerquery.h"
#include "models/store/familycolumns.h"
#include "models/values/filtertext.h"

#include <QSet>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

ChipMask chipsOf(const QStringList& words)
{
    ChipMask mask = 0;
    for (int chip = 0; chip < familyChipCount; ++chip) {
        if (words.contains(Words<FamilyChip>::words[size_t(chip)]))
            mask |= maskOf(FamilyChip(chip));
    }
    return mask;
}

/// Families with a card in the pipeline.
QSet<RecordId> familiesIn(Database& database, const RecordId& pipeline)
{
    QSet<RecordId> families;
    Statement query =
        database.statement("SELECT root FROM r_opportunity WHERE pipeline = ?1 AND deleted = 0");
    query.bind(1, pipeline);
    while (query.step())
        families.insert(query.id(0));
    return families;
}

} // namespace

Result<std::vector<RecordId>> familiesOfView(Database& database, const QJsonObject& definition,
    std::span<const CustomField> customFields, const ChipMoment& moment, PinyinWriter& pinyin)
{
    const Result<ConditionGroup> group =
        conditionsFromJson(definition.value(u"conditions"_s).toObject());
    if (!group.ok())
        return group.error();
    const std::vector<ConditionField> fields = conditionFields(customFields);
    if (const auto fault = firstFault(*group, fields))
        return Error{ErrorCode::Invalid, u"the view asks for what cannot be asked"_s,
            fault->condition.field};
    std::vector<RecordId> families =
        FamilyColumns().matching(database, ConditionJudge(*group, fields, moment.now, moment.zone));
    if (const auto id = RecordId::fromString(definition.value(u"pipeline"_s).toString())) {
        const QSet<RecordId> held = familiesIn(database, *id);
        std::erase_if(families, [&](const RecordId& family) { return !held.contains(family); });
    }
    if (const ChipMask mask = chipsOf(definition.value(u"chips"_s).toVariant().toStringList())) {
        const ChipMasks masks = chipMasks(database, moment);
        std::erase_if(
            families, [&](const RecordId& family) { return (masks.value(family) & mask) != mask; });
    }
    const QList<QByteArray> terms = filterTerms(definition.value(u"filter"_s).toString());
    if (!terms.isEmpty()) {
        const QHash<RecordId, QByteArray> texts = filterTexts(database, pinyin);
        std::erase_if(families,
            [&](const RecordId& family) { return !matchesFilter(texts.value(family), terms); });
    }
    std::ranges::sort(families, std::greater());
    return families;
}

} // namespace homeroom
