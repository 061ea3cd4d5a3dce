// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/idlist.h"

namespace homeroom {

QByteArray idList()
{
    QByteArray list = "(";
    for (int i = 1; i <= idsAtOnce; ++i)
        list += (i == 1 ? "?" : ",?") + QByteArray::number(i);
    return list + ")";
}

void forIds(Database& database, const QByteArray& sql, std::span<const RecordId> ids,
    const EachRow& each, const std::function<void(Statement&)>& bindMore)
{
    for (size_t from = 0; from < ids.size(); from += idsAtOnce) {
        Statement query = database.statement(sql);
        for (size_t i = 0; i < idsAtOnce; ++i) {
            if (from + i < ids.size())
                query.bind(int(i) + 1, ids[from + i]);
            else
                query.bindNull(int(i) + 1);
        }
        if (bindMore)
            bindMore(query);
        while (query.step())
            each(query);
    }
}

} // namespace homeroom
