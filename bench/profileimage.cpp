// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/profileimage.h"

#include "models/store/clientdatabase.h"
#include "models/store/records.h"
#include "server/demo/demoorganisation.h"

#include <map>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

ProfileImage::ProfileImage(qint64 families)
{
    fill(families);
}

DatabaseOptions ProfileImage::options() const
{
    return {m_folder.filePath(u"homeroom.db"_s), m_key};
}

void ProfileImage::fill(qint64 families)
{
    Result<std::unique_ptr<Database>> opened = openClientDatabase(options());
    if (!opened.ok())
        qFatal("bench: %s", qPrintable(opened.error().detail));
    DemoOptions demo;
    demo.families = families;
    demo.now = SystemClock().now();
    const Result<void> filled = (*opened)->write([&](Database& database) {
        std::map<RecordKind, RecordTable> tables;
        writeDemoOrganisation(demo, [&](const RecordRow& row) {
            auto [table, made] = tables.try_emplace(row.kind, database, recordType(row.kind));
            RecordRow synced = row;
            synced.stamp = {1, ++m_rows};
            table->second.put(synced);
        });
        const std::vector<User> operations = listRecords<User>(database, "role = 'operations'");
        m_viewer = {operations.at(0).id, UserRole::Operations, {}};
    });
    if (!filled.ok())
        qFatal("bench: %s", qPrintable(filled.error().detail));
}

} // namespace homeroom::bench
