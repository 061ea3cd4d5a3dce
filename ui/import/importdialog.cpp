// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "models/store/import/importrejects.h"
#include "ui/editing/sentences.h"
#include "ui/import/columntable.h"
#include "ui/import/importtexts.h"
#include "ui/import/rehearsalstep.h"
#include "ui/import/resultstep.h"
#include "ui/import/sourcestep.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{1080, 720};

} // namespace

ImportDialog::ImportDialog(PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_steps(new QStackedWidget),
      m_source(new SourceStep(context.theme)), m_columns(new ColumnsStep(context)),
      m_rehearsalStep(new RehearsalStep(context)), m_resultStep(new ResultStep(context.theme)),
      m_title(new TextLabel(context.theme, TextRole::Title)),
      m_problem(new TextLabel(context.theme, TextRole::Body, &Colors::warn)),
      m_back(new QPushButton), m_next(new QPushButton), m_close(new QPushButton),
      m_opener([](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); })
{
    arrange();
    connectParts();
    retranslate();
    goTo(Source);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::arrange()
{
    resize(comfortable);
    for (QWidget* step :
        std::initializer_list<QWidget*>{m_source, m_columns, m_rehearsalStep, m_resultStep})
        m_steps->addWidget(step);
    setButtonKind(*m_next, ButtonKind::Primary);
    m_back->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_problem->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    buttons->addWidget(m_back);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_next);
    constexpr int around = sizes::margin + sizes::gap;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::margin);
    column->addWidget(m_title);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    // Only a button that is in its dialog becomes the one that Return comes back to.
    m_next->setDefault(true);
}

void ImportDialog::connectParts()
{
    connect(m_source, &SourceStep::fileRequested, this, &ImportDialog::askForFile);
    connect(m_source, &SourceStep::fileDropped, this, &ImportDialog::openFile);
    connect(m_columns, &ColumnsStep::choicesChanged, this, &ImportDialog::showButtons);
    connect(m_columns, &ColumnsStep::readingChanged, this, &ImportDialog::readAgain);
    connect(m_resultStep, &ResultStep::cancelRequested, this, &ImportDialog::reject);
    connect(m_resultStep, &ResultStep::undoRequested, this, &ImportDialog::undo);
    connect(m_resultStep, &ResultStep::rejectsRequested, this, [this] { m_opener(m_rejects); });
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
}

void ImportDialog::setOpener(std::function<void(const QString&)> opener)
{
    m_opener = std::move(opener);
}

void ImportDialog::askForFile()
{
    FileQuestion question;
    question.title = tr("Choose a list of families");
    question.filter = tr("Sheets as text (*.csv *.txt *.tsv);;All files (*)");
    m_context.questions.askFileToOpen(this, question, [this](const QString& path) {
        if (!path.isEmpty())
            openFile(path);
    });
}

void ImportDialog::openFile(const QString& path)
{
    m_path = path;
    readAgain({});
}

void ImportDialog::readAgain(const ImportReading& reading)
{
    read(QFileInfo(m_path).fileName(), [path = m_path, reading]() -> homeroom::Result<ImportTable> {
        const homeroom::Result<QByteArray> bytes = importFileBytes(path);
        if (!bytes)
            return bytes.error();
        return importTable(*bytes, reading);
    });
}

void ImportDialog::paste(const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    m_path.clear();
    read({}, [text] { return importTableOfRange(text); });
}

void ImportDialog::read(const QString& name, Bytes bytes)
{
    goTo(Source);
    m_source->showReading();
    const int reading = ++m_reading;
    m_context.workspace
        .query([bytes = std::move(bytes), names = targetNames(m_context.catalogue),
                   zone = m_context.zone](Database& database) -> homeroom::Result<ReadSheet> {
            homeroom::Result<ImportTable> table = bytes();
            if (!table)
                return table.error();
            return understoodSheet(database, std::move(*table), names, zone);
        })
        .then(this, [this, name, reading](homeroom::Result<ReadSheet> sheet) {
            if (reading != m_reading)
                return;
            if (!sheet) {
                m_source->showError(sheet.error().code == ErrorCode::Invalid
                        ? tr("It is not a table as CSV: %1").arg(sheet.error().detail)
                        : sentenceFor(sheet.error()));
                focusNext();
                return;
            }
            sheet->name = name;
            takeSheet(std::move(*sheet));
        });
}

void ImportDialog::takeSheet(ReadSheet sheet)
{
    m_sheet = std::move(sheet);
    m_columns->setSheet(m_sheet);
    goTo(Columns);
}

ImportDialog::Step ImportDialog::step() const
{
    return Step(m_steps->currentIndex());
}

void ImportDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
    retranslate();
    focusNext();
}

void ImportDialog::focusNext()
{
    // Where there is nothing to do but wait, Return shall press nothing.
    QWidget* next = this;
    const QPushButton& choose = m_source->state().actionButton();
    if (step() == Source && !choose.isHidden())
        next = &m_source->state().actionButton();
    else if (step() == Columns)
        next = &m_columns->columns();
    else if (!m_next->isHidden() && m_next->isEnabled())
        next = m_next;
    else if (!m_back->isHidden())
        next = m_back;
    next->setFocus();
    // A button that lost the focus while the window was not active still takes Return.
    if (step() != Source)
        m_next->setDefault(true);
}

void ImportDialog::goOn()
{
    if (step() == Columns)
        rehearse();
    else if (step() == Rehearsal)
        start();
    else if (step() == Result)
        accept();
}

void ImportDialog::goBack()
{
    m_rehearsal.reset();
    if (step() == Columns)
        m_source->showWaiting();
    goTo(step() == Rehearsal ? Columns : Source);
}

void ImportDialog::rehearse()
{
    auto order = std::make_shared<ImportOrder>();
    order->table = m_sheet.table;
    order->choices = m_columns->choices();
    order->viewer = m_context.viewer;
    order->zone = m_context.zone;
    order->label = m_sheet.name.isEmpty() ? tr("Imported a pasted range")
                                          : tr("Imported %1").arg(m_sheet.name);
    m_order = order;
    m_planned = 0;
    m_rehearsal = std::make_unique<ImportRehearsal>(m_context.workspace, m_order, m_context.clock);
    connect(m_rehearsal.get(), &ImportRehearsal::progressed, m_rehearsalStep,
        &RehearsalStep::showProgress);
    connect(m_rehearsal.get(), &ImportRehearsal::finished, this, &ImportDialog::takePlan);
    connect(m_rehearsal.get(), &ImportRehearsal::failed, this, [this](const Error& error) {
        m_rehearsalStep->showError(sentenceFor(error));
        focusNext();
    });
    m_rehearsalStep->showProgress(0, qint64(m_order->table.rows.size()));
    goTo(Rehearsal);
    m_rehearsal->start();
}

void ImportDialog::takePlan(const ImportPlan& plan)
{
    m_planned = plan.count(ImportOutcome::Create) + plan.count(ImportOutcome::Update)
        + plan.count(ImportOutcome::Append);
    m_rehearsalStep->showPlan(plan, m_order);
    showButtons();
    focusNext();
}

void ImportDialog::start()
{
    keepChoices(m_context.workspace.store(), m_order->table.columns, m_order->choices);
    m_job = std::make_unique<ImportJob>(m_context.workspace, m_order, m_context.clock);
    connect(m_job.get(), &ImportJob::progressed, m_resultStep, &ResultStep::showProgress);
    connect(m_job.get(), &ImportJob::finished, this, &ImportDialog::takeResult);
    m_resultStep->begin();
    goTo(Result);
    m_job->start();
}

void ImportDialog::takeResult(const ImportResult& result)
{
    // The signal comes from the job itself.
    m_job.release()->deleteLater();
    m_undoEntry = result.undoEntry;
    m_rejects = writeRejected(result);
    m_resultStep->showResult(result, m_rejects);
    showButtons();
    focusNext();
}

QString ImportDialog::writeRejected(const ImportResult& result)
{
    if (result.rejected.empty())
        return QString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString sheet = m_path.isEmpty() ? documents + u"/homeroom.csv"_s : m_path;
    const homeroom::Result<QString> path =
        writeRejects(sheet, rejectsCsv(*m_order, result.rejected, issueSentence));
    return path ? *path : QString();
}

void ImportDialog::undo()
{
    m_resultStep->undoButton().setEnabled(false);
    m_context.workspace.store()
        .undoEntry(m_undoEntry)
        .then(this, [this](const homeroom::Result<EditReceipt>& receipt) {
            if (receipt)
                m_resultStep->showUndone();
            else
                m_resultStep->showUndoRefused(sentenceFor(receipt.error()));
            focusNext();
        });
}

bool ImportDialog::isRunning() const
{
    return m_job != nullptr;
}

bool ImportDialog::losesChoices() const
{
    // The choices of an import that ran are kept for the next sheet like it.
    return (step() == Columns || step() == Rehearsal) && m_columns->isChangedByHand();
}

void ImportDialog::reject()
{
    if (isRunning()) {
        m_job->cancel(); // its result is shown; what is done can be undone there
        return;
    }
    if (!losesChoices()) {
        QDialog::reject();
        return;
    }
    Question question;
    question.title = tr("Leave the import?");
    question.text = tr("Nothing is imported yet, and what you chose for the columns is lost.");
    question.yes = tr("Leave the import");
    question.no = tr("Go on");
    m_context.questions.ask(this, question, [this](bool leave) {
        if (leave)
            QDialog::reject();
    });
}

QString ImportDialog::problem() const
{
    return m_problem->text();
}

void ImportDialog::showButtons()
{
    const QString problem = step() == Columns ? m_columns->problem() : QString();
    m_problem->setText(problem);
    m_back->setVisible(step() == Columns || step() == Rehearsal);
    m_next->setVisible(step() != Source && !isRunning());
    m_close->setVisible(step() != Result);
    const bool ready = step() == Rehearsal ? m_planned > 0 : problem.isEmpty();
    m_next->setEnabled(ready);
    switch (step()) {
    case Source:
    case Columns:
        m_next->setText(tr("Try it"));
        break;
    case Rehearsal:
        m_next->setText(m_planned == 0 ? tr("Nothing to import")
                : m_planned == 1       ? tr("Import 1 row")
                                       : tr("Import %1 rows").arg(locale().toString(m_planned)));
        break;
    case Result:
        m_next->setText(tr("Done"));
        break;
    }
}

void ImportDialog::retranslate()
{
    const QStringList titles{
        tr("Import families"), tr("Import: columns"), tr("Import: rehearsal"), tr("Import")};
    m_title->setText(titles.at(int(step())));
    setWindowTitle(tr("Import families"));
    m_back->setText(tr("Back"));
    m_close->setText(tr("Cancel"));
    showButtons();
}

void ImportDialog::keyPressEvent(QKeyEvent* event)
{
    if (step() == Source && event->matches(QKeySequence::Paste)) {
        paste(QGuiApplication::clipboard()->text());
        return;
    }
    QDialog::keyPressEvent(event);
}

void ImportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
