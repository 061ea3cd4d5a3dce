// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/frame/railbutton.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace homeroom {

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_pages(new QVBoxLayout),
      m_fold(new RailButton(theme, Icon::Rail)), m_user(new RailButton(theme, Icon::Person)),
      m_menu(new QMenu(this))
{
    makeMenu();
    m_pages->setSpacing(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::gap, 12, sizes::gap + 1, sizes::gap);
    column->setSpacing(2);
    column->addLayout(m_pages);
    column->addStretch(1);
    column->addWidget(m_fold);
    column->addWidget(m_user);
    connect(m_fold, &QPushButton::clicked, this, &Rail::foldRequested);
    connect(m_user, &QPushButton::clicked, this, [this] {
        const QPoint above = m_user->mapToGlobal(QPoint(0, 0));
        m_menu->popup(above - QPoint(0, m_menu->sizeHint().height() + sizes::grid));
    });
    setFolded(false);
    retranslate();
}

void Rail::makeMenu()
{
    m_settings = m_menu->addAction(m_theme.icon(Icon::Settings), {});
    m_privacy = m_menu->addAction(m_theme.icon(Icon::Privacy), {});
    m_privacy->setCheckable(true);
    m_lock = m_menu->addAction(m_theme.icon(Icon::Lock), {});
    m_menu->addSeparator();
    m_signOut = m_menu->addAction(m_theme.icon(Icon::SignOut), {});
    connect(m_settings, &QAction::triggered, this, &Rail::settingsRequested);
    connect(m_privacy, &QAction::triggered, this, &Rail::privacyRequested);
    connect(m_lock, &QAction::triggered, this, &Rail::lockRequested);
    connect(m_signOut, &QAction::triggered, this, &Rail::signOutRequested);
}

void Rail::addPage(const QString& id, Icon icon)
{
    auto* button = new RailButton(m_theme, icon);
    button->setObjectName(id);
    button->setCheckable(true);
    button->setFolded(m_folded);
    connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT pageChosen(id); });
    m_buttons.append(button);
    m_pages->addWidget(button);
}

RailButton* Rail::page(const QString& id) const
{
    for (RailButton* button : m_buttons) {
        if (button->objectName() == id)
            return button;
    }
    return nullptr;
}

void Rail::setPageWords(const QString& id, const QString& word, const QString& keys)
{
    if (RailButton* button = page(id))
        button->setWords(word, keys);
}

void Rail::setCurrentPage(const QString& id)
{
    for (RailButton* button : std::as_const(m_buttons))
        button->setChecked(button->objectName() == id);
}

void Rail::setPagesShown(bool shown)
{
    for (RailButton* button : std::as_const(m_buttons))
        button->setVisible(shown);
}

void Rail::setFoldKeys(const QString& keys)
{
    m_foldKeys = keys;
    retranslate();
}

void Rail::setPrivacyKeys(const QString& keys)
{
    m_privacyKeys = keys;
    retranslate();
}

void Rail::setPrivate(bool on)
{
    m_privacy->setChecked(on);
}

void Rail::setUser(const QString& name, const QString& role)
{
    m_user->setWords(name, role);
}

void Rail::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? sizes::railFolded : sizes::rail);
    for (RailButton* button : std::as_const(m_buttons))
        button->setFolded(folded);
    m_fold->setFolded(folded);
    m_user->setFolded(folded);
    retranslate();
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().sunken);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme.colors().line);
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::retranslate()
{
    m_fold->setWords(m_folded ? tr("Unfold") : tr("Fold"), m_foldKeys);
    m_settings->setText(tr("Settings"));
    m_privacy->setText(tr("Privacy mode") + u'\t' + m_privacyKeys);
    m_lock->setText(tr("Lock"));
    m_signOut->setText(tr("Sign out"));
    setAccessibleName(tr("Pages"));
}

} // namespace homeroom
