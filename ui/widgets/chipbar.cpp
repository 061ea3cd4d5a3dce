// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chipbar.h"

#include "ui/theme/style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace homeroom {

ChipBar::ChipBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_flow(new FlowLayout),
      m_summary(new ElidedLabel(theme, TextRole::Body, &Colors::muted)), m_clear(new QPushButton)
{
    setButtonKind(*m_clear, ButtonKind::Quiet);
    m_clear->setFocusPolicy(Qt::TabFocus);
    connect(m_clear, &QPushButton::clicked, this, &ChipBar::clearAll);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(sizes::margin, sizes::grid, sizes::margin, sizes::grid + 1);
    line->setSpacing(sizes::gap);
    line->addLayout(m_flow, 1);
    m_flow->setContentsMargins(0, sizes::grid, 0, sizes::grid);
    line->addWidget(m_summary, 0, Qt::AlignTop);
    line->addWidget(m_clear, 0, Qt::AlignTop);
    m_summary->setFixedHeight(sizes::control);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    retranslate();
    showEnd();
}

void ChipBar::setChips(const QList<ChipText>& chips)
{
    dropChipsNotIn(chips);
    QList<Chip*> ordered;
    for (const ChipText& text : chips) {
        Chip* known = chip(text.id);
        if (!known)
            known = makeChip(text);
        known->setLabel(text.label);
        ordered.append(known);
    }
    m_chips = ordered;
    while (QLayoutItem* item = m_flow->takeAt(0))
        delete item;
    for (Chip* each : std::as_const(m_chips))
        m_flow->addWidget(each);
    showEnd();
}

Chip* ChipBar::makeChip(const ChipText& text)
{
    auto* made = new Chip(m_theme, text.label, this);
    made->setObjectName(text.id);
    made->installEventFilter(this);
    connect(made, &Chip::clicked, this, [this] {
        showEnd();
        Q_EMIT filtersChanged(checkedIds());
    });
    return made;
}

void ChipBar::dropChipsNotIn(const QList<ChipText>& chips)
{
    for (Chip* each : std::as_const(m_chips)) {
        const auto same = [each](const ChipText& text) { return text.id == each->objectName(); };
        if (std::none_of(chips.begin(), chips.end(), same))
            each->deleteLater();
    }
    m_chips.removeIf([&](const Chip* each) {
        return std::none_of(chips.begin(), chips.end(),
            [each](const ChipText& text) { return text.id == each->objectName(); });
    });
}

void ChipBar::setCount(const QString& id, std::optional<int> count)
{
    if (Chip* known = chip(id))
        known->setCount(count);
}

void ChipBar::setChecked(const QString& id, bool checked)
{
    if (Chip* known = chip(id))
        known->setChecked(checked);
    showEnd();
}

QStringList ChipBar::checkedIds() const
{
    QStringList ids;
    for (const Chip* each : m_chips) {
        if (each->isChecked())
            ids.append(each->objectName());
    }
    return ids;
}

Chip* ChipBar::chip(const QString& id) const
{
    for (Chip* each : m_chips) {
        if (each->objectName() == id)
            return each;
    }
    return nullptr;
}

void ChipBar::setSummary(const QString& summary)
{
    m_summary->setText(summary);
    showEnd();
}

void ChipBar::clearAll()
{
    for (Chip* each : std::as_const(m_chips))
        each->setChecked(false);
    if (m_clear->hasFocus() && !m_chips.isEmpty())
        m_chips.first()->setFocus();
    showEnd();
    Q_EMIT filtersChanged({});
}

void ChipBar::showEnd()
{
    const bool any = !checkedIds().isEmpty();
    m_clear->setVisible(any);
    m_summary->setVisible(!m_summary->text().isEmpty());
}

bool ChipBar::walk(int key, int from)
{
    const bool mirrored = isRightToLeft();
    int to = from;
    if (key == Qt::Key_Right)
        to += mirrored ? -1 : 1;
    else if (key == Qt::Key_Left)
        to += mirrored ? 1 : -1;
    else if (key == Qt::Key_Home)
        to = 0;
    else if (key == Qt::Key_End)
        to = static_cast<int>(m_chips.size()) - 1;
    else
        return false;
    if (to >= 0 && to < m_chips.size())
        m_chips.at(to)->setFocus(Qt::OtherFocusReason);
    return true;
}

bool ChipBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto index = m_chips.indexOf(qobject_cast<Chip*>(watched));
        if (index >= 0 && walk(static_cast<QKeyEvent*>(event)->key(), static_cast<int>(index)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChipBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colors().line);
}

void ChipBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChipBar::retranslate()
{
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    setAccessibleName(tr("Filters"));
}

} // namespace homeroom
