// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/sourcestep.h"

#include "ui/widgets/emptystate.h"

#include <QDragEnterEvent>
#include <QKeySequence>
#include <QMimeData>
#include <QVBoxLayout>

namespace homeroom {

namespace {

QString droppedFile(const QMimeData& data)
{
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return QString();
}

} // namespace

SourceStep::SourceStep(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_state(new EmptyState(theme))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_state);
    connect(m_state, &EmptyState::actionRequested, this, &SourceStep::fileRequested);
    showWaiting();
}

void SourceStep::showWaiting()
{
    m_waiting = true;
    const QString keys = QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText);
    m_state->setContent({EmptyState::Kind::Empty, tr("Bring in a list of families"),
        tr("Choose a CSV file, drop one here, or copy a range in your spreadsheet and press %1.")
            .arg(keys),
        tr("Choose a file…"), Icon::Import});
}

void SourceStep::showReading()
{
    m_waiting = false;
    m_state->setContent({EmptyState::Kind::Loading, tr("Reading the sheet…"), {}, {}});
}

void SourceStep::showError(const QString& sentence)
{
    m_waiting = false;
    m_state->setContent({EmptyState::Kind::Error, tr("The sheet could not be read"), sentence,
        tr("Choose another file…")});
}

void SourceStep::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SourceStep::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(*event->mimeData());
    if (!path.isEmpty())
        Q_EMIT fileDropped(path);
}

void SourceStep::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_waiting)
        showWaiting();
}

} // namespace homeroom
