// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recordrow.h"

namespace homeroom {

const FieldValue& RecordRow::value(QStringView field) const
{
    const int index = type().indexOf(field);
    Q_ASSERT(index >= 0);
    return values[size_t(index)];
}

RecordRow emptyRow(RecordKind kind, const RecordId& id)
{
    RecordRow row;
    row.kind = kind;
    row.id = id;
    row.values.resize(recordType(kind).fields.size());
    return row;
}

RecordId rootOf(const RecordRow& row)
{
    const RecordType& type = row.type();
    if (type.root == RootRule::Self)
        return row.id;
    const auto* customer = std::get_if<RecordId>(&row.value(u"customer"));
    if (customer && !customer->isNull())
        return *customer;
    return type.root == RootRule::CustomerOrSelf ? row.id : RecordId();
}

} // namespace homeroom
