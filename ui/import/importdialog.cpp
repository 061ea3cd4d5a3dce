// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "models/store/import/importrejects.h"
#include "ui/editing/sentences.h"
#include "ui/import/importrehearsalview.h"
#include "ui/import/importsheet.h"
#include "ui/import/importtexts.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStackedWidget>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{960, 640};

} // namespace

ImportDialog::ImportDialog(PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_title(new TextLabel(context.theme, TextRole::Title)),
      m_error(new TextLabel(context.theme, TextRole::Body, &Colors::bad)),
      m_pages(new QStackedWidget), m_source(new EmptyState(context.theme)),
      m_sheet(new ImportSheet(context)), m_rehearsal(new RehearsalView(context)),
      m_summary(new TextLabel(context.theme)), m_progress(new ProgressRow(context.theme)),
      m_back(new QPushButton), m_undo(new QPushButton), m_rejects(new QPushButton),
      m_next(new QPushButton)
{
    setAcceptDrops(true);
    resize(comfortable);
    arrange();
    connect(&m_source->actionButton(), &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_sheet, &ImportSheet::changed, this, &ImportDialog::refresh);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undoImport);
    connect(m_rejects, &QPushButton::clicked, this, &ImportDialog::saveRejects);
    connect(m_progress, &ProgressRow::cancelRequested, this, &ImportDialog::cancelRunning);
    m_progress->hide();
    goTo(Step::Source);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::arrange()
{
    m_error->setWordWrap(true);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setButtonKind(*m_next, ButtonKind::Primary);
    m_next->setDefault(true);
    for (QWidget* page : {static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_sheet),
             static_cast<QWidget*>(m_rehearsal), static_cast<QWidget*>(m_summary)})
        m_pages->addWidget(page);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_rejects);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::margin);
    column->addWidget(m_title);
    column->addWidget(m_pages, 1);
    column->addWidget(m_error);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

void ImportDialog::goTo(Step step)
{
    m_step = step;
    m_error->clear();
    m_pages->setCurrentIndex(int(step));
    refresh();
}

void ImportDialog::goOn()
{
    switch (m_step) {
    case Step::Source:
        return chooseFile();
    case Step::Columns:
        return rehearse();
    case Step::Rehearsal:
        return importNow();
    case Step::Result:
        return accept();
    }
}

void ImportDialog::goBack()
{
    if (m_step == Step::Rehearsal)
        goTo(Step::Columns);
    else
        goTo(Step::Source);
}

void ImportDialog::chooseFile()
{
    m_context.questions.askFileToOpen(this,
        {tr("Choose a sheet"), tr("Sheets (*.csv *.tsv *.txt);;All files (*)"), {}},
        [this](const QString& path) {
            if (!path.isEmpty())
                openFile(path);
        });
}

void ImportDialog::openFile(const QString& path)
{
    if (const Result<void> opened = m_sheet->openFile(path); !opened.ok())
        tellError(opened.error());
    else
        goTo(Step::Columns);
}

void ImportDialog::paste(const QString& text)
{
    if (const Result<void> opened = m_sheet->openRange(text); !opened.ok())
        tellError(opened.error());
    else
        goTo(Step::Columns);
}

void ImportDialog::tellError(const Error& error)
{
    // The detail of a sheet's error is `line N: …`; the sentence says what to do, the line where.
    static const QRegularExpression line(u"^line ([0-9]+):"_s);
    const QRegularExpressionMatch where = line.match(error.detail);
    m_error->setText(where.hasMatch()
            ? tr("The sheet cannot be read at line %1. Correct it there and choose it again.")
                  .arg(where.captured(1))
            : sentenceFor(error));
}

void ImportDialog::rehearse()
{
    const QString problem = m_sheet->problem();
    if (!problem.isEmpty()) {
        m_error->setText(problem);
        return;
    }
    const QString name =
        m_sheet->path().isEmpty() ? tr("pasted range") : QFileInfo(m_sheet->path()).fileName();
    m_order = m_sheet->order(tr("Import of %1").arg(name));
    m_rehearsing = new ImportRehearsal(m_context.workspace, m_order, m_context.clock, this);
    connect(m_rehearsing, &ImportRehearsal::progressed, this,
        [this](qint64 done, qint64 total) { showProgress(tr("Rehearsing"), done, total); });
    connect(m_rehearsing, &ImportRehearsal::finished, this, &ImportDialog::takePlan);
    connect(m_rehearsing, &ImportRehearsal::failed, this, [this](const Error& error) {
        endProgress();
        tellError(error);
    });
    m_startedAt = m_context.clock.now();
    showProgress(tr("Rehearsing"), 0, qint64(m_order->table.rows.size()));
    m_rehearsing->start();
}

void ImportDialog::takePlan(const ImportPlan& plan)
{
    endProgress();
    if (!plan.complete)
        return;
    m_rehearsal->setPlan(plan);
    goTo(Step::Rehearsal);
}

void ImportDialog::importNow()
{
    keepChoices(m_context.workspace.store(), m_order->table.columns, m_order->choices);
    m_job = new ImportJob(m_context.workspace, m_order, m_context.clock, this);
    connect(m_job, &ImportJob::progressed, this,
        [this](qint64 done, qint64 total) { showProgress(tr("Importing"), done, total); });
    connect(m_job, &ImportJob::finished, this, &ImportDialog::takeResult);
    m_startedAt = m_context.clock.now();
    showProgress(tr("Importing"), 0, qint64(m_order->table.rows.size()));
    m_job->start();
}

void ImportDialog::takeResult(const ImportResult& result)
{
    endProgress();
    m_result = result;
    goTo(Step::Result);
    m_summary->setText(resultSentence());
    if (result.stopped)
        tellError(*result.stopped);
}

void ImportDialog::showProgress(const QString& title, qint64 done, qint64 total)
{
    const qint64 elapsed = m_context.clock.now() - m_startedAt;
    std::optional<double> rate;
    if (elapsed > 0 && done > 0)
        rate = double(done) * 1000.0 / double(elapsed);
    m_progress->setTitle(title);
    m_progress->setProgress(done, total, rate);
    m_progress->show();
    m_next->setEnabled(false);
    m_back->setEnabled(false);
}

void ImportDialog::endProgress()
{
    m_progress->hide();
    if (m_rehearsing)
        m_rehearsing->deleteLater();
    if (m_job)
        m_job->deleteLater();
    m_rehearsing = nullptr;
    m_job = nullptr;
    refresh();
}

void ImportDialog::cancelRunning()
{
    if (m_rehearsing)
        m_rehearsing->cancel();
    if (m_job)
        m_job->cancel();
}

QString ImportDialog::resultSentence() const
{
    QStringList lines;
    if (m_result.cancelled)
        lines.append(tr("You stopped the import. What was done until then is kept."));
    for (const ImportOutcome outcome :
        {ImportOutcome::Create, ImportOutcome::Update, ImportOutcome::Append,
            ImportOutcome::Unchanged, ImportOutcome::Skip, ImportOutcome::Fail}) {
        if (const qint64 count = m_result.count(outcome); count > 0)
            lines.append(u"%1: %2"_s.arg(outcomeText(outcome), QLocale().toString(count)));
    }
    if (m_result.count(ImportOutcome::Fail) > 0)
        lines.append(
            tr("Save the rows that were not possible, correct them and import them again."));
    return lines.join(u'\n');
}

void ImportDialog::undoImport()
{
    m_undo->setEnabled(false);
    m_context.workspace.store()
        .undoEntry(m_result.undoEntry)
        .then(this, [this](const Result<EditReceipt>& undone) {
            if (!undone.ok()) {
                tellError(undone.error());
                return;
            }
            m_summary->setText(tr("The import was undone; everything is as before."));
            m_result = {};
            refresh();
        });
}

void ImportDialog::saveRejects()
{
    m_context.questions.askFileToSave(this,
        {tr("Save the rows that were not possible"), tr("Sheets (*.csv)"), u"rejects.csv"_s},
        [this](const QString& path) {
            if (path.isEmpty())
                return;
            QSaveFile file(path);
            const QByteArray csv = rejectsCsv(*m_order, m_result.rejected, issueSentence);
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
                tellError({ErrorCode::Io, u"cannot write the file"_s});
        });
}

void ImportDialog::keyPressEvent(QKeyEvent* event)
{
    if (m_step == Step::Source && event->matches(QKeySequence::Paste)) {
        paste(QGuiApplication::clipboard()->text());
        return;
    }
    QDialog::keyPressEvent(event);
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
}

void ImportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void ImportDialog::refresh()
{
    setWindowTitle(tr("Import families"));
    const QStringList titles{tr("Import: choose a sheet"), tr("Import: what the columns are"),
        tr("Import: rehearsal"), tr("Import: done")};
    m_title->setText(titles.value(int(m_step)));
    m_source->setContent({EmptyState::Kind::Empty,
        tr("Choose a CSV file, drop it here, or paste a range from a spreadsheet with Ctrl+V."),
        tr("Nothing is written before you have seen a rehearsal."), tr("Choose a file"),
        Icon::Import});
    const QStringList next{tr("Choose a file"), tr("Rehearse"), tr("Import"), tr("Close")};
    m_next->setText(next.value(int(m_step)));
    m_back->setText(tr("Back"));
    m_undo->setText(tr("Undo the import"));
    m_rejects->setText(tr("Save rejected rows"));
    const bool running = m_rehearsing || m_job;
    m_next->setEnabled(!running);
    m_next->setVisible(m_step != Step::Source);
    m_back->setEnabled(!running);
    m_back->setVisible(m_step == Step::Columns || m_step == Step::Rehearsal);
    m_undo->setVisible(m_step == Step::Result && m_result.undoEntry > 0);
    m_rejects->setVisible(m_step == Step::Result && !m_result.rejected.empty());
}

} // namespace homeroom
