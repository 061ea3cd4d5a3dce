// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/firstsyncdialog.h"

#include "ui/start/startsentence.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

namespace {

constexpr int narrowest = 440;
constexpr qint64 measureAfterMs = 500; // a rate of less is noise

} // namespace

FirstSyncDialog::FirstSyncDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent), m_title(new TextLabel(theme, TextRole::Title)),
      m_words(new TextLabel(theme, TextRole::Body, &Colors::muted)),
      m_progress(new ProgressRow(theme)),
      m_error(new TextLabel(theme, TextRole::Body, &Colors::bad)), m_retry(new QPushButton)
{
    setMinimumWidth(narrowest);
    m_words->setWordWrap(true);
    m_error->setWordWrap(true);
    m_error->hide();
    m_retry->hide();
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::margin);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_progress);
    column->addWidget(m_error);
    column->addWidget(m_retry, 0, Qt::AlignRight);
    connect(m_progress, &ProgressRow::cancelRequested, this, &FirstSyncDialog::cancelRequested);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_retry->hide();
        Q_EMIT retryRequested();
    });
    m_since.start();
    m_progress->setProgress(0, std::nullopt, std::nullopt);
    retranslate();
}

void FirstSyncDialog::setProgress(qint64 done, qint64 remaining)
{
    m_error->hide();
    m_retry->hide();
    const qint64 elapsed = m_since.elapsed();
    std::optional<double> rate;
    if (elapsed >= measureAfterMs)
        rate = double(done) * 1000.0 / double(elapsed);
    m_progress->setProgress(done, done + remaining, rate);
}

void FirstSyncDialog::showError(const Error& error)
{
    m_error->setText(startSentence(error));
    m_error->show();
    m_retry->show();
    m_retry->setFocus();
}

void FirstSyncDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstSyncDialog::reject()
{
    Q_EMIT cancelRequested();
}

void FirstSyncDialog::retranslate()
{
    setWindowTitle(tr("First sync"));
    m_title->setText(tr("Getting your families"));
    m_words->setText(
        tr("This happens once on each computer. Afterwards everything opens from here, "
           "also without a network."));
    m_progress->setTitle(tr("Records"));
    m_retry->setText(tr("Try again"));
}

} // namespace homeroom
