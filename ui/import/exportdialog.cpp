// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/exportdialog.h"

#include "ui/editing/familyserver.h"
#include "ui/editing/sentences.h"
#include "ui/import/importtexts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{520, 640};
constexpr int wordRole = Qt::UserRole;

QString columnText(const QString& word, const Catalogue& catalogue)
{
    if (const std::optional<ImportTarget> target = ImportTarget::fromWord(word))
        return targetText(*target, catalogue);
    const RecordType& type = recordTypeOf<Customer>();
    const int index = type.indexOf(word);
    return index < 0 ? word : displayName(RecordKind::Customer, type.fields[size_t(index)]);
}

} // namespace

ExportDialog::ExportDialog(PageContext& context, QWidget* parent)
    : ExportDialog(context, std::nullopt, parent)
{
}

ExportDialog::ExportDialog(
    PageContext& context, std::optional<std::vector<RecordId>> families, QWidget* parent)
    : QDialog(parent), m_context(context), m_families(std::move(families)),
      m_title(new TextLabel(context.theme, TextRole::Title)),
      m_summary(new TextLabel(context.theme, TextRole::Body, &Colors::muted)),
      m_warning(new TextLabel(context.theme, TextRole::Body, &Colors::warn)),
      m_columnsLabel(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_columns(new QListWidget), m_headings(new QCheckBox),
      m_progress(new ProgressRow(context.theme)), m_close(new QPushButton),
      m_export(new QPushButton)
{
    arrange();
    connect(m_columns, &QListWidget::itemChanged, this, &ExportDialog::showTexts);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askForPath);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_progress, &ProgressRow::cancelRequested, this, &ExportDialog::reject);
    setBusy(false);
    retranslate();
    preview();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::arrange()
{
    resize(comfortable);
    m_summary->setWordWrap(true);
    m_warning->setWordWrap(true);
    m_columnsLabel->setBuddy(m_columns);
    setButtonKind(*m_export, ButtonKind::Primary);
    m_export->setDefault(true);
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    constexpr int around = sizes::margin + sizes::gap;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::gap);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_title, m_summary, m_warning, m_columnsLabel, m_columns, m_headings, m_progress})
        column->addWidget(part, part == m_columns ? 1 : 0);
    column->addLayout(buttons);
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.kind = RecordKind::Customer;
    request.viewer = m_context.viewer;
    request.zone = m_context.zone;
    request.only = m_families;
    return request;
}

void ExportDialog::preview()
{
    m_export->setEnabled(false);
    m_context.workspace
        .query([request = request()](Database& database) -> Result<Preview> {
            return Preview{exportColumns(database, request.kind), exportPreview(database, request)};
        })
        .then(this, [this](const Result<Preview>& preview) {
            if (preview)
                takePreview(*preview);
            else
                m_warning->setText(sentenceFor(preview.error()));
        });
}

void ExportDialog::takePreview(const Preview& preview)
{
    m_preview = preview.report;
    for (const QString& word : preview.columns) {
        auto* item = new QListWidgetItem(columnText(word, m_context.catalogue));
        item->setData(wordRole, word);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        m_columns->addItem(item);
    }
    m_columns->setCurrentRow(0);
    showTexts();
}

std::vector<QString> ExportDialog::chosenColumns() const
{
    std::vector<QString> words;
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            words.push_back(m_columns->item(i)->data(wordRole).toString());
    }
    return words;
}

void ExportDialog::askForPath()
{
    FileQuestion question;
    question.title = tr("Export families");
    question.filter = tr("CSV (*.csv)");
    question.suggestion = tr("families") + u".csv"_s;
    m_context.questions.askFileToSave(this, question, [this](const QString& path) {
        if (!path.isEmpty())
            noteAndWrite(path);
    });
}

/// Every export stands in the audit, so the server is told before there is a file.
void ExportDialog::noteAndWrite(const QString& path)
{
    setBusy(true);
    if (!m_context.server) {
        write(path);
        return;
    }
    m_context.server->noteExport(RecordKind::Customer, {}, m_preview.rows,
        [self = QPointer<ExportDialog>(this), path](const Result<void>& noted) {
            if (!self)
                return;
            if (noted.ok()) {
                self->write(path);
                return;
            }
            self->setBusy(false);
            self->showProblem(noted.error());
        });
}

void ExportDialog::showProblem(const Error& error)
{
    m_warning->setText(error.code == ErrorCode::Unavailable
            ? tr("Exports are noted on the server first, and it cannot be reached. Nothing was "
                 "written; try again when you are online.")
            : commandSentence(error));
    m_warning->show();
}

void ExportDialog::write(const QString& path)
{
    m_cancelled->store(false);
    ExportRequest request = this->request();
    request.columns = chosenColumns();
    if (m_headings->isChecked()) {
        // Texts are made here: the worker must not ask for translations.
        QHash<QString, QString> names;
        for (const QString& word : request.columns)
            names.insert(word, columnText(word, m_context.catalogue));
        request.heading = [names](const QString& word) { return names.value(word); };
    }
    const QPointer<ExportDialog> self(this);
    const auto progressed = [self, cancelled = m_cancelled](qint64 done) {
        QMetaObject::invokeMethod(
            qApp,
            [self, done] {
                if (self)
                    self->showProgress(done);
            },
            Qt::QueuedConnection);
        return !*cancelled;
    };
    m_context.workspace
        .query([request, path, progressed](Database& database) -> Result<ExportReport> {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return Error{ErrorCode::Io, u"cannot write the file"_s};
            Result<ExportReport> report = exportCsv(database, request, file, progressed);
            if (report && !report->cancelled && !file.commit())
                return Error{ErrorCode::Io, u"cannot write the file"_s};
            return report;
        })
        .then(this, [this, path](const Result<ExportReport>& report) { takeReport(report, path); });
}

void ExportDialog::showProgress(qint64 done)
{
    m_progress->setProgress(done, m_preview.rows, std::nullopt);
}

void ExportDialog::takeReport(const Result<ExportReport>& report, const QString& path)
{
    setBusy(false);
    if (!report) {
        showProblem(report.error());
        return;
    }
    if (report->cancelled) {
        QDialog::reject();
        return;
    }
    Q_EMIT told(tr("Exported to %1: %2 rows")
                    .arg(QFileInfo(path).fileName(), locale().toString(report->rows)));
    accept();
}

void ExportDialog::reject()
{
    if (m_busy)
        m_cancelled->store(true);
    else
        QDialog::reject();
}

void ExportDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    for (QWidget* part : std::initializer_list<QWidget*>{m_columns, m_headings, m_export, m_close})
        part->setEnabled(!busy);
    m_progress->setProgress(0, m_preview.rows, std::nullopt);
}

QString ExportDialog::summary() const
{
    return m_summary->text();
}

QString ExportDialog::warning() const
{
    return m_warning->text();
}

void ExportDialog::showTexts()
{
    const int columns = int(chosenColumns().size());
    m_summary->setText(tr("Families: %1").arg(locale().toString(m_preview.rows)));
    QStringList warnings;
    if (m_preview.leftOut > 0)
        warnings.append(
            tr("Your role exports at most %1 rows at once; %2 are left out. Filter "
               "the list to choose which.")
                .arg(locale().toString(m_preview.rows), locale().toString(m_preview.leftOut)));
    if (m_preview.masked > 0)
        warnings.append(tr("Families of others, whose phone, WeChat ID and address are masked: %1")
                            .arg(locale().toString(m_preview.masked)));
    m_warning->setText(warnings.join(u'\n'));
    m_warning->setVisible(!warnings.isEmpty());
    m_export->setEnabled(!m_busy && columns > 0 && m_preview.rows > 0);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export families"));
    m_title->setText(tr("Export families"));
    m_columnsLabel->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns of the file"));
    m_headings->setText(tr("Headings as in this program"));
    m_progress->setTitle(tr("Writing the file"));
    m_close->setText(tr("Cancel"));
    m_export->setText(tr("Export…"));
    for (int i = 0; i < m_columns->count(); ++i) {
        QListWidgetItem* item = m_columns->item(i);
        item->setText(columnText(item->data(wordRole).toString(), m_context.catalogue));
    }
    showTexts();
}

void ExportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
