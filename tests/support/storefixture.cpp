// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefixture.h"

#include "models/values/recordjson.h"

#include <QJsonDocument>

namespace homeroom::test {

StoreFixture::StoreFixture(StatementObserver* observer) : m_observer(observer)
{
    reopen();
}

DatabaseOptions StoreFixture::options() const
{
    return {m_folder.filePath(QStringLiteral("homeroom.db")), m_key, Access::ReadWrite, 8192,
        m_observer};
}

void StoreFixture::reopen()
{
    m_workspace.reset();
    Result<std::unique_ptr<Workspace>> opened =
        Workspace::open(options(), m_clock, Threading::Inline);
    if (!opened.ok())
        qFatal("cannot open the test workspace: %s", qPrintable(opened.error().detail));
    m_workspace = std::move(*opened);
}

Result<EditReceipt> StoreFixture::apply(std::vector<Mutation> mutations, const QString& label)
{
    Edit edit;
    edit.label = label;
    edit.mutations = std::move(mutations);
    return store().apply(std::move(edit)).result();
}

qint64 StoreFixture::outboxCount()
{
    Statement count = reader().statement("SELECT count(*) FROM outbox");
    count.step();
    return count.integer(0);
}

QString StoreFixture::records()
{
    QString text;
    for (const RecordKind kind : allRecordKinds()) {
        for (const RecordRow& row : listRows(reader(), recordType(kind), {}, -1))
            text += QString::fromUtf8(QJsonDocument(rowToJson(row)).toJson());
    }
    return text;
}

} // namespace homeroom::test
