// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importrejects.h"

#include "models/store/import/importsynonyms.h"
#include "models/values/csv/csvwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumNames = 1000;
/// The rows hold phone numbers.
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString reasonOf(const JudgedRow& row, const IssueWords& words)
{
    QStringList reasons;
    for (const ImportIssue& issue : row.issues) {
        if (failsRow(issue.problem))
            reasons.append(words(issue));
    }
    return reasons.join(u"; "_s);
}

/// Creates the first of the names that is free; empty when the folder takes none.
QString writtenFile(const QString& base, const QByteArray& bytes)
{
    for (int n = 1; n <= maximumNames; ++n) {
        const QString path =
            n == 1 ? base + u"-rejected.csv"_s : u"%1-rejected-%2.csv"_s.arg(base).arg(n);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
            if (file.exists())
                continue;
            return QString();
        }
        const bool written = file.write(bytes) == bytes.size() && file.flush();
        return written ? path : QString();
    }
    return QString();
}

} // namespace

QByteArray rejectsCsv(
    const ImportOrder& order, const std::vector<JudgedRow>& rejected, const IssueWords& words)
{
    CsvWriter writer;
    std::vector<QString> cells = order.table.columns;
    cells.push_back(QString(rejectedLineColumn));
    cells.push_back(QString(rejectedReasonColumn));
    writer.addRow(cells);
    for (const JudgedRow& row : rejected) {
        cells.clear();
        for (size_t i = 0; i < order.table.columns.size(); ++i)
            cells.push_back(order.table.cell(row.row, i));
        cells.push_back(QString::number(row.line));
        cells.push_back(reasonOf(row, words));
        writer.addRow(cells);
    }
    return writer.takeBytes();
}

Result<QString> writeRejects(const QString& sheet, const QByteArray& csv)
{
    const QFileInfo info(sheet);
    for (const QString& folder : {info.absolutePath(), QDir::homePath(), QDir::tempPath()}) {
        const QString path = writtenFile(QDir(folder).filePath(info.completeBaseName()), csv);
        if (!path.isEmpty())
            return path;
    }
    return Error{ErrorCode::Io, u"cannot write the file of rejected rows"_s};
}

} // namespace homeroom
