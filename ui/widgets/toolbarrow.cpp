// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toolbarrow.h"

#include "ui/theme/style.h"
#include "ui/widgets/searchhint.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace homeroom {

ToolbarRow::ToolbarRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new TextLabel(theme, TextRole::Title)),
      m_views(new TabStrip), m_addView(new QPushButton), m_search(new SearchHint(theme)),
      m_controls(new QHBoxLayout), m_primary(new QPushButton)
{
    setMinimumHeight(sizes::toolbar);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setButtonKind(*m_primary, ButtonKind::Primary);
    setButtonKind(*m_addView, ButtonKind::Quiet);
    m_addView->setIcon(theme.icon(Icon::Plus));
    m_addView->setFocusPolicy(Qt::TabFocus);
    arrange();
    connect(m_views, &TabStrip::viewChosen, this, &ToolbarRow::viewChosen);
    connect(m_addView, &QPushButton::clicked, this, &ToolbarRow::addViewRequested);
    connect(m_search, &QPushButton::clicked, this, &ToolbarRow::searchRequested);
    connect(m_primary, &QPushButton::clicked, this, &ToolbarRow::primaryRequested);
    setViews({});
    setSearchHint({}, {});
    setPrimaryAction({});
    retranslate();
}

void ToolbarRow::arrange()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(sizes::margin, sizes::gap, sizes::margin, sizes::gap + 1);
    row->setSpacing(sizes::gap);
    row->addWidget(m_title);
    row->addSpacing(sizes::grid);
    row->addWidget(m_views);
    row->addWidget(m_addView);
    row->addWidget(m_search);
    row->addStretch(1);
    row->addLayout(m_controls);
    row->addWidget(m_primary);
}

void ToolbarRow::setTitle(const QString& title)
{
    m_title->setText(title);
}

void ToolbarRow::setViews(const QList<TabText>& views)
{
    m_views->setTabs(views);
    m_views->setVisible(!views.isEmpty());
    m_addView->setVisible(!views.isEmpty());
}

void ToolbarRow::setViewsName(const QString& name)
{
    m_viewsName = name;
    retranslate();
}

void ToolbarRow::setSearchHint(const QString& words, const QString& keys)
{
    m_search->setHint(words, keys);
    m_search->setVisible(!words.isEmpty());
}

void ToolbarRow::setPrimaryAction(const QString& words, const QString& keys)
{
    m_primary->setText(keys.isEmpty() ? words : words + QLatin1String("  ") + keys);
    m_primary->setAccessibleName(words);
    m_primary->setVisible(!words.isEmpty());
}

void ToolbarRow::addControl(QWidget* control)
{
    m_controls->addWidget(control);
}

void ToolbarRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().raised);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colors().line);
}

void ToolbarRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ToolbarRow::retranslate()
{
    m_addView->setAccessibleName(tr("Save this view"));
    m_addView->setToolTip(tr("Save this view"));
    m_views->setAccessibleName(m_viewsName.isEmpty() ? tr("Saved views") : m_viewsName);
}

} // namespace homeroom
