// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "server/demo/demoorganisation.h"

#include <QHash>

namespace homeroom::test {

// 2026-03-17 23:50 in UTC, when it already is the 18th in Shanghai.
constexpr Milliseconds lateInUtc = 1'773'791'400'000;

inline DemoOptions demoOptions(qint64 families)
{
    DemoOptions options;
    options.families = families;
    options.now = lateInUtc + 8 * hourMs;
    return options;
}

/// All records of an organisation by type, and by id.
struct DemoRecords {
    explicit DemoRecords(const DemoOptions& options) : organisation(makeDemoOrganisation(options))
    {
        for (const RecordRow& row : organisation.rows)
            byId.insert(row.id, &row);
    }

    template <typename Record> std::vector<Record> all() const
    {
        std::vector<Record> records;
        for (const RecordRow& row : organisation.rows) {
            if (row.kind == Description<Record>::kind)
                records.push_back(fromRow<Record>(row));
        }
        return records;
    }

    template <typename Record> Record get(const Id<Record>& id) const
    {
        return fromRow<Record>(*byId.value(id));
    }

    DemoOrganisation organisation;
    QHash<RecordId, const RecordRow*> byId{};
};

/// 3,000 families, made once a program.
inline const DemoRecords& usual()
{
    static const DemoRecords records(demoOptions(3000));
    return records;
}

} // namespace homeroom::test
