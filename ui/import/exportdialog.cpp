// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/exportdialog.h"

#include "ui/editing/sentences.h"
#include "ui/import/importtexts.h"
#include "ui/widgets/questions.h"

#include <QListWidget>
#include <QSaveFile>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 280;

} // namespace

ExportDialog::ExportDialog(PageContext& context, QWidget* parent)
    : FormDialog(context.theme, parent), m_context(context), m_columns(new QListWidget)
{
    setTitle(tr("Export families"));
    setAcceptText(tr("Export"));
    m_columns->setMinimumHeight(listHeight);
    addRow(tr("Columns"), m_columns, [this] {
        return request().columns.empty() ? tr("Choose at least one column.") : QString();
    });
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, &ExportDialog::chooseFile);
    connect(m_columns, &QListWidget::itemChanged, this, &FormDialog::check);
    fill();
}

void ExportDialog::fill()
{
    using Offer = std::pair<std::vector<QString>, ExportReport>;
    const ExportRequest everything{RecordKind::Customer, m_context.viewer, m_context.zone, {}, {}};
    const Result<Offer> offer = m_context.workspace.reader().read([&](Database& database) {
        return Offer{
            exportColumns(database, RecordKind::Customer), exportPreview(database, everything)};
    });
    if (!offer.ok()) {
        setFormError(sentenceFor(offer.error()));
        return;
    }
    for (const QString& word : offer->first) {
        auto* item = new QListWidgetItem(columnText(word), m_columns);
        item->setData(Qt::UserRole, word);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    QString words = tr("%n row(s) will be written.", nullptr, int(offer->second.rows));
    if (offer->second.leftOut > 0)
        words += u' '
            + tr("%n more are beyond what your role may take at once.", nullptr,
                int(offer->second.leftOut));
    if (offer->second.masked > 0)
        words += u' '
            + tr("Contacts of %n families that are not yours are masked.", nullptr,
                int(offer->second.masked));
    setIntroduction(words);
}

/// The column as people call it; fields that only the server sets are no targets of an import.
QString ExportDialog::columnText(const QString& word) const
{
    const int field = recordTypeOf<Customer>().indexOf(word);
    if (field >= 0)
        return displayName(RecordKind::Customer, recordTypeOf<Customer>().fields[size_t(field)]);
    const std::optional<ImportTarget> target = ImportTarget::fromWord(word);
    return target ? targetText(*target, m_context.catalogue) : word;
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request{RecordKind::Customer, m_context.viewer, m_context.zone, {}, {}};
    for (int row = 0; row < m_columns->count(); ++row) {
        const QListWidgetItem* item = m_columns->item(row);
        if (item->checkState() == Qt::Checked)
            request.columns.push_back(item->data(Qt::UserRole).toString());
    }
    return request;
}

void ExportDialog::chooseFile()
{
    m_context.questions.askFileToSave(this,
        {tr("Export families"), tr("Sheets (*.csv)"), tr("families.csv")},
        [this](const QString& path) {
            if (!path.isEmpty())
                write(path);
        });
}

void ExportDialog::write(const QString& path)
{
    setBusy(true);
    m_context.workspace
        .query([request = request(), path](Database& database) -> Result<ExportReport> {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return Error{ErrorCode::Io, u"cannot write the file"_s};
            Result<ExportReport> report = exportCsv(database, request, file);
            if (report.ok() && !file.commit())
                return Error{ErrorCode::Io, u"cannot write the file"_s};
            return report;
        })
        .then(this, [this](const Result<ExportReport>& report) {
            setBusy(false);
            if (!report.ok()) {
                setFormError(sentenceFor(report.error()));
                return;
            }
            Q_EMIT told(tr("%n row(s) exported", nullptr, int(report->rows)));
            close();
        });
}

} // namespace homeroom
