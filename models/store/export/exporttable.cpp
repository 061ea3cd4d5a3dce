// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/export/exporttable.h"

#include "models/store/familyteams.h"

#include "models/store/export/exportcells.h"

#include <QSet>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAPiece = 500; // written at once, and between two reports of progress

/// Who owns the families, to judge each row by.
class Owners {
public:
    explicit Owners(Database& database) : m_teams(database)
    {
        Statement families = database.statement("SELECT id, owner, team FROM r_customer");
        while (families.step())
            m_owners.insert(families.id(0), {families.id(1), families.id(2)});
    }

    bool mayExport(const Viewer& viewer, const RecordRow& row) const
    {
        const auto owner = m_owners.constFind(row.root);
        // The catalogue, and tasks of a team, are everybody's to read.
        if (!row.type().isFamily() || owner == m_owners.cend())
            return reachOf(viewer.role, Right::Export) != Reach::None;
        return covers(viewer, Right::Export, owner->first, m_teams.of(owner->first, owner->second));
    }

    bool inFull(const Viewer& viewer, const RecordRow& row) const
    {
        return !row.type().isFamily() || readsInFull(viewer, m_owners.value(row.root).first);
    }

private:
    QHash<RecordId, std::pair<RecordId, RecordId>> m_owners{};
    FamilyTeams m_teams;
};

/// Visits the rows that the viewer may export, up to the role's bound.
Result<ExportReport> forEachRow(Database& database, const ExportRequest& request,
    const std::function<bool(const RecordRow&, const ExportReport&)>& each)
{
    if (reachOf(request.viewer.role, Right::Export) == Reach::None)
        return Error{ErrorCode::Forbidden, u"the role may not export"_s};
    const Owners owners(database);
    QSet<RecordId> only;
    if (request.only)
        only = {request.only->begin(), request.only->end()};
    const qint64 limit = exportLimit(request.viewer.role);
    ExportReport report;
    RecordTable(database, recordType(request.kind))
        .forEach("WHERE deleted = 0 ORDER BY id", {}, [&](const RecordRow& row) {
            const bool wanted = !request.only || only.contains(row.id);
            if (!wanted || !owners.mayExport(request.viewer, row))
                return true;
            if (limit >= 0 && report.rows == limit) {
                ++report.leftOut;
                return true;
            }
            const bool inFull = owners.inFull(request.viewer, row);
            ++report.rows;
            report.masked += inFull ? 0 : 1;
            report.cancelled = !each(inFull ? row : maskedRow(row), report);
            return !report.cancelled;
        });
    return report;
}

void addCustomKeys(Database& database, std::vector<QString>& columns)
{
    Statement fields = database.statement("SELECT key FROM r_customfield WHERE deleted = 0 AND "
                                          "key IS NOT NULL ORDER BY rank, id");
    QSet<QString> taken;
    const auto add = [&](const QString& key) {
        if (!key.isEmpty() && !taken.contains(key))
            columns.push_back(u"custom."_s + key);
        taken.insert(key);
    };
    while (fields.step())
        add(fields.text(0));
    Statement used = database.statement(
        "SELECT DISTINCT j.key FROM r_customer c, json_each(c.custom) j WHERE c.deleted = 0 AND "
        "c.custom IS NOT NULL ORDER BY j.key");
    while (used.step())
        add(used.text(0));
}

std::vector<QString> headings(const ExportRequest& request, const std::vector<QString>& columns)
{
    std::vector<QString> names;
    for (const QString& column : columns)
        names.push_back(request.heading ? request.heading(column) : column);
    return names;
}

} // namespace

std::vector<QString> exportColumns(Database& database, RecordKind kind)
{
    std::vector<QString> columns{u"id"_s};
    const bool customer = kind == RecordKind::Customer;
    for (const FieldDescription& field : recordType(kind).fields) {
        if (!customer || field.kind != FieldKind::Object)
            columns.push_back(QString(field.name));
    }
    if (!customer)
        return columns;
    addCustomKeys(database, columns);
    columns.push_back(u"stage"_s);
    columns.push_back(u"cohort"_s);
    for (const FieldDescription& field : recordTypeOf<Student>().fields) {
        if (field.kind != FieldKind::Reference)
            columns.push_back(u"student."_s + QString(field.name));
    }
    return columns;
}

ExportReport exportPreview(Database& database, const ExportRequest& request)
{
    const Result<ExportReport> report =
        forEachRow(database, request, [](const RecordRow&, const ExportReport&) { return true; });
    return report ? *report : ExportReport{};
}

Result<ExportReport> exportCsv(Database& database, const ExportRequest& request, QIODevice& device,
    const std::function<bool(qint64)>& progressed)
{
    const std::vector<QString> columns =
        request.columns.empty() ? exportColumns(database, request.kind) : request.columns;
    const ExportCells cells(database, request.kind, request.zone, columns);
    CsvWriter writer;
    writer.addRow(headings(request, columns));
    bool written = true;
    const auto flush = [&] {
        const QByteArray bytes = writer.takeBytes();
        written = written && device.write(bytes) == bytes.size();
    };
    Result<ExportReport> report =
        forEachRow(database, request, [&](const RecordRow& row, const ExportReport& so) {
            writer.addRow(cells.cells(row));
            if (so.rows % rowsAPiece != 0)
                return true;
            flush();
            return written && (!progressed || progressed(so.rows));
        });
    flush();
    if (report && !written)
        return Error{ErrorCode::Io, u"cannot write the file"_s};
    return report;
}

} // namespace homeroom
