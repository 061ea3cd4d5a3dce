// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressrow.h"

#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

namespace homeroom {

namespace {

constexpr int steps = 1000; // a bar takes int, rows may be more

} // namespace

ProgressRow::ProgressRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel(theme)), m_bar(new QProgressBar),
      m_count(new TextLabel(theme, TextRole::Small, &Colors::muted)), m_cancel(new QPushButton)
{
    arrange();
    connect(m_cancel, &QPushButton::clicked, this, &ProgressRow::cancelRequested);
    retranslate();
    setProgress(0, {}, {});
}

void ProgressRow::arrange()
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(sizes::margin);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(sizes::margin);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_count, 2, 0);
    grid->addWidget(m_cancel, 0, 1, 3, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
}

void ProgressRow::setTitle(const QString& title)
{
    m_title->setText(title);
    m_bar->setAccessibleName(title);
}

void ProgressRow::setProgress(
    qint64 done, std::optional<qint64> total, std::optional<double> perSecond)
{
    m_done = done;
    m_total = total;
    m_perSecond = perSecond;
    if (total && *total > 0) {
        m_bar->setRange(0, steps);
        m_bar->setValue(static_cast<int>(qMin(done, *total) * steps / *total));
    } else {
        m_bar->setRange(0, 0);
    }
    showCount();
}

void ProgressRow::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

QString ProgressRow::countText() const
{
    return m_count->text();
}

void ProgressRow::showCount()
{
    const QString done = locale().toString(m_done);
    QString text = m_total ? tr("%1 of %2").arg(done, locale().toString(*m_total)) : done;
    if (m_perSecond) {
        //: Rate of an import or a sync: rows in a second.
        const QString rate = tr("%1/s").arg(locale().toString(qRound64(*m_perSecond)));
        text += QString::fromUtf8(" · ") + rate;
    }
    m_count->setText(text);
    m_bar->setAccessibleDescription(text);
}

void ProgressRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressRow::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    showCount();
}

} // namespace homeroom
