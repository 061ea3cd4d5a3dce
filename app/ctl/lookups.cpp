// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/lookups.h"

#include "models/store/synccentrequery.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

/// The record of that name or id.
template <typename Record>
Result<Record> named(Database& reader, const QString& wish, const QString& complaint)
{
    const Result<std::optional<Record>> found =
        reader.read([&](Database& database) -> std::optional<Record> {
            for (const Record& record : listRecords<Record>(database)) {
                if (record.name == wish || record.id.toString() == wish)
                    return record;
            }
            return std::nullopt;
        });
    if (!found.ok())
        return found.error();
    if (!*found)
        return Error{ErrorCode::Malformed, complaint};
    return **found;
}

} // namespace

qint64 linesToDecide(Database& reader)
{
    const Result<qint64> lines = reader.read(countToDecide);
    return lines.ok() ? *lines : 0;
}

Result<User> userNamed(Database& reader, const QString& wish)
{
    return named<User>(reader, wish, u"no such user: "_s + wish);
}

Result<Team> teamNamed(Database& reader, const QString& wish)
{
    return named<Team>(reader, wish, u"no such team: "_s + wish);
}

Result<Customer> customerNamed(Database& reader, const QString& wish)
{
    const std::optional<RecordId> id = RecordId::fromString(wish);
    if (!id)
        return Error{ErrorCode::Malformed, u"that is no id: "_s + wish};
    const auto customer =
        reader.read([&](Database& database) { return findRecord<Customer>(database, *id); });
    if (!customer.ok())
        return customer.error();
    if (!*customer)
        return Error{ErrorCode::NotFound, u"no such customer: "_s + wish};
    return **customer;
}

} // namespace homeroom::ctl
