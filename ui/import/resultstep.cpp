// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/resultstep.h"

#include "ui/editing/sentences.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace homeroom {

namespace {

constexpr int widest = 560;
constexpr qint64 rateAfterMs = 500; // before that it would only jump
constexpr double msPerSecond = 1000;

} // namespace

ResultStep::ResultStep(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_body(new QStackedWidget),
      m_progress(new ProgressRow(theme)), m_headline(new TextLabel(theme, TextRole::Title)),
      m_counts(new TextLabel(theme)),
      m_problem(new TextLabel(theme, TextRole::Body, &Colors::warn)), m_undo(new QPushButton),
      m_openRejects(new QPushButton)
{
    m_body->addWidget(makeProgress());
    m_body->addWidget(makeResult());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_body);
    connect(m_progress, &ProgressRow::cancelRequested, this, &ResultStep::cancelRequested);
    connect(m_undo, &QPushButton::clicked, this, &ResultStep::undoRequested);
    connect(m_openRejects, &QPushButton::clicked, this, &ResultStep::rejectsRequested);
    retranslate();
}

QWidget* ResultStep::makeProgress()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addStretch(2);
    return page;
}

QWidget* ResultStep::makeResult()
{
    m_undo->setIcon(m_theme.icon(Icon::Undo));
    m_openRejects->setIcon(m_theme.icon(Icon::Warning, &Colors::warn));
    m_problem->setWordWrap(true);
    // Return belongs to what comes next, never to taking the import back.
    m_undo->setAutoDefault(false);
    m_openRejects->setAutoDefault(false);
    auto* deeds = new QHBoxLayout;
    deeds->setSpacing(sizes::gap);
    deeds->addWidget(m_undo);
    deeds->addWidget(m_openRejects);
    deeds->addStretch(1);
    auto* block = new QWidget;
    block->setMaximumWidth(widest);
    block->setMinimumWidth(widest);
    auto* column = new QVBoxLayout(block);
    column->setSpacing(sizes::gap);
    column->addStretch(1);
    column->addWidget(m_headline);
    column->addWidget(m_counts);
    column->addWidget(m_problem);
    column->addSpacing(sizes::gap);
    column->addLayout(deeds);
    column->addStretch(2);
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->addStretch(1);
    row->addWidget(block);
    row->addStretch(1);
    return page;
}

void ResultStep::begin()
{
    m_watch.start();
    m_undone = false;
    m_result = {};
    m_problem->clear();
    m_body->setCurrentIndex(0);
    m_progress->setCancellable(true);
    m_progress->setProgress(0, std::nullopt, std::nullopt);
}

void ResultStep::showProgress(qint64 done, qint64 total)
{
    const qint64 elapsed = m_watch.elapsed();
    const auto rate = elapsed < rateAfterMs
        ? std::nullopt
        : std::optional(double(done) * msPerSecond / double(elapsed));
    m_progress->setProgress(done, total, rate);
}

void ResultStep::showResult(const ImportResult& result, const QString& rejects)
{
    m_result = result;
    m_rejects = rejects;
    m_body->setCurrentIndex(1);
    m_undo->setVisible(result.undoEntry != 0);
    m_undo->setEnabled(true);
    m_openRejects->setVisible(!rejects.isEmpty());
    m_problem->setText(result.stopped ? sentenceFor(*result.stopped) : QString());
    m_problem->setVisible(result.stopped.has_value());
    showTexts();
}

void ResultStep::showUndone()
{
    m_undone = true;
    m_undo->setEnabled(false);
    m_problem->hide();
    showTexts();
}

void ResultStep::showUndoRefused(const QString& sentence)
{
    m_undo->setEnabled(true);
    m_problem->setText(sentence);
    m_problem->show();
}

QString ResultStep::headline() const
{
    return m_headline->text();
}

QString ResultStep::summary() const
{
    return m_counts->text();
}

QString ResultStep::countLines() const
{
    QStringList lines;
    const auto add = [&](const QString& words, std::initializer_list<ImportOutcome> outcomes) {
        qint64 count = 0;
        for (const ImportOutcome outcome : outcomes)
            count += m_result.count(outcome);
        if (count > 0)
            lines.append(words.arg(locale().toString(count)));
    };
    add(m_undone ? tr("Families taken out again: %1") : tr("New families: %1"),
        {ImportOutcome::Create});
    add(m_undone ? tr("Families as they were before: %1") : tr("Families changed: %1"),
        {ImportOutcome::Update, ImportOutcome::Append});
    if (!m_undone)
        add(tr("Rows left as they were: %1"), {ImportOutcome::Skip, ImportOutcome::Unchanged});
    add(tr("Rows that failed: %1"), {ImportOutcome::Fail});
    if (!m_rejects.isEmpty())
        lines.append(tr("The failed rows are in %1").arg(QFileInfo(m_rejects).fileName()));
    if (lines.isEmpty())
        lines.append(tr("Nothing was changed."));
    return lines.join(QLatin1Char('\n'));
}

void ResultStep::showTexts()
{
    if (m_undone)
        m_headline->setText(tr("The import was undone"));
    else if (m_result.stopped)
        m_headline->setText(tr("The import stopped"));
    else if (m_result.cancelled)
        m_headline->setText(tr("The import was cancelled; what was done stays"));
    else
        m_headline->setText(tr("The import is done"));
    m_counts->setText(countLines());
}

void ResultStep::retranslate()
{
    m_progress->setTitle(tr("Importing"));
    m_undo->setText(tr("Undo import"));
    m_openRejects->setText(tr("Open rejected rows"));
    showTexts();
}

void ResultStep::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
