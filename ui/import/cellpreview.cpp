// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/cellpreview.h"

#include "ui/import/importtexts.h"

namespace homeroom {

namespace {

/// The one thing that a row with a single mapped column says.
FieldValue valueOf(const ImportedFamily& family, const ImportTarget& target)
{
    if (target.kind == ImportTargetKind::Stage)
        return RecordId(family.stage);
    if (target.kind == ImportTargetKind::Cohort)
        return RecordId(family.cohort);
    if (target.kind == ImportTargetKind::FollowUp)
        return family.note;
    if (target.kind == ImportTargetKind::Custom) {
        const QJsonValue value = family.custom.value(target.name);
        if (value.isBool())
            return qint64(value.toBool());
        return value.isDouble() ? FieldValue(value.toDouble()) : FieldValue(value.toString());
    }
    const FieldChanges& changes =
        target.kind == ImportTargetKind::Student ? family.student : family.customer;
    return changes.empty() ? FieldValue() : changes.front().second;
}

ImportChoices onlyColumn(const ColumnMapping& mapping, const QStringList& emptyWords)
{
    ImportChoices single;
    single.emptyWords = emptyWords;
    single.mapping.columns.push_back(mapping);
    return single;
}

} // namespace

CellPreview::CellPreview(const ImportTable& table, const ColumnMapping& mapping,
    const QStringList& emptyWords, const ImportCatalogue& catalogue, const PageContext& context)
    : m_context(context), m_target(mapping.target), m_single(onlyColumn(mapping, emptyWords)),
      m_reader(table, m_single, catalogue, context.zone)
{
}

CellPreview::Cell CellPreview::cell(size_t row) const
{
    const ImportedFamily family = m_reader.read(row);
    if (failsRow(family.issues) || !family.masked.empty())
        return {{}, false};
    return {
        targetValueText(m_target, valueOf(family, m_target), m_context.catalogue, m_context.zone),
        true};
}

} // namespace homeroom
