// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/mainwindow.h"

#include "ui/frame/rail.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/statusline.h"
#include "ui/frame/windowsettings.h"
#include "ui/widgets/toast.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

namespace homeroom {

namespace {

constexpr int narrowestPage = 480;
constexpr int narrowestPanel = 280;
constexpr QSize smallest(960, 600);
constexpr QSize first(1440, 900);
constexpr int pageKeys = 9;

} // namespace

MainWindow::MainWindow(
    const Theme& theme, Shortcuts& shortcuts, WindowSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_shortcuts(shortcuts), m_settings(settings),
      m_rail(new Rail(theme)), m_stack(new QStackedWidget), m_panelSlot(new QWidget),
      m_splitter(new QSplitter), m_status(new StatusLine(theme)), m_toast(nullptr)
{
    arrange();
    m_toast = new Toast(theme, m_stack);
    connectParts();
    bindKeys();
    m_rail->setFolded(settings.railFolded());
    setMinimumSize(smallest);
    resize(first);
    if (!settings.windowGeometry().isEmpty())
        restoreGeometry(settings.windowGeometry());
    retranslate();
}

void MainWindow::arrange()
{
    auto* slot = new QHBoxLayout(m_panelSlot);
    slot->setContentsMargins(0, 0, 0, 0);
    // Pages give way to the panel, never below this; the panel keeps what its fields need.
    m_stack->setMinimumWidth(narrowestPage);
    m_panelSlot->setBackgroundRole(QPalette::Base);
    m_panelSlot->setAutoFillBackground(true);
    m_panelSlot->hide();
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panelSlot);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    auto* centre = new QWidget;
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_splitter, 1);
    auto* all = new QVBoxLayout(centre);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(middle, 1);
    all->addWidget(m_status);
    setCentralWidget(centre);
}

void MainWindow::connectParts()
{
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::foldRequested, this, &MainWindow::foldRail);
    connect(m_rail, &Rail::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_rail, &Rail::lockRequested, this, &MainWindow::lockRequested);
    connect(m_rail, &Rail::privacyRequested, this, &MainWindow::privacyRequested);
    connect(m_rail, &Rail::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_status, &StatusLine::privacyRequested, this, &MainWindow::privacyRequested);
    connect(m_status, &StatusLine::syncCentreRequested, this, &MainWindow::syncCentreRequested);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MainWindow::rememberPanelWidth);
    connect(&m_shortcuts, &Shortcuts::changed, this, &MainWindow::retranslate);
}

void MainWindow::bindKeys()
{
    for (int index = 0; index < pageKeys; ++index) {
        const auto command = static_cast<Command>(static_cast<int>(Command::Page1) + index);
        m_shortcuts.bind(command, *this, [this, index] {
            if (index < m_pages.size() && m_pages.at(index).under.isEmpty())
                showPage(m_pages.at(index).id);
        });
    }
    m_shortcuts.bind(Command::FoldRail, *this, [this] { foldRail(); });
    m_shortcuts.bind(Command::GoToMessage, *this, [this] { m_toast->takeFocus(); });
    m_shortcuts.bind(Command::ShowShortcuts, *this, [this] { showShortcuts(); });
    m_shortcuts.bind(Command::Settings, *this, [this] { Q_EMIT settingsRequested(); });
    m_shortcuts.bind(Command::Lock, *this, [this] { Q_EMIT lockRequested(); });
    m_shortcuts.bind(Command::Privacy, *this, [this] { Q_EMIT privacyRequested(); });
}

void MainWindow::addPage(const Page& page)
{
    Q_ASSERT((page.widget || page.make) && page.title);
    m_pages.append(page);
    if (page.under.isEmpty())
        m_rail->addPage(page.id, page.icon);
    if (page.widget || m_pages.size() == 1)
        take(m_pages.last());
    retranslate();
    if (m_pages.size() == 1)
        m_rail->setCurrentPage(page.id);
}

void MainWindow::take(Page& page)
{
    if (!page.widget)
        page.widget = page.make();
    m_stack->addWidget(page.widget);
}

QWidget* MainWindow::pageWidget(const QString& id)
{
    for (Page& page : m_pages) {
        if (page.id != id)
            continue;
        if (!page.widget)
            take(page);
        return page.widget;
    }
    return nullptr;
}

const Page* MainWindow::page(const QString& id) const
{
    for (const Page& page : m_pages) {
        if (page.id == id)
            return &page;
    }
    return nullptr;
}

void MainWindow::showPage(const QString& id)
{
    if (m_notice) {
        m_behindNotice = page(id) ? id : m_behindNotice;
        return;
    }
    QWidget* wanted = pageWidget(id);
    if (!wanted)
        return;
    const QString under = page(id)->under;
    m_rail->setCurrentPage(under.isEmpty() ? id : under);
    // Asked before the stack looks for a widget of its own to give the focus to.
    QWidget* last = wanted->focusWidget();
    m_stack->setCurrentWidget(wanted);
    focusPage(last);
    m_settings.setLastPage(id);
    retranslate();
    Q_EMIT pageShown(id);
}

/// To where one was at work on the page; a page that is new says itself where that begins.
void MainWindow::focusPage(QWidget* last)
{
    QWidget* page = m_stack->currentWidget();
    if (last && last != page && last->isEnabled() && last->isVisibleTo(page))
        last->setFocus(Qt::OtherFocusReason);
    else
        page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showNotice(QWidget* notice)
{
    hideNotice();
    hidePanel();
    m_behindNotice = currentPage();
    m_notice = notice;
    m_stack->addWidget(notice);
    m_stack->setCurrentWidget(notice);
    m_rail->setPagesShown(false);
    focusPage(nullptr);
    retranslate();
}

void MainWindow::hideNotice()
{
    if (!m_notice)
        return;
    m_stack->removeWidget(m_notice);
    std::exchange(m_notice, nullptr)->deleteLater();
    m_rail->setPagesShown(true);
    showPage(m_behindNotice);
}

QString MainWindow::currentPage() const
{
    for (const Page& page : m_pages) {
        if (page.widget && page.widget == m_stack->currentWidget())
            return page.id;
    }
    return {};
}

void MainWindow::setPanel(QWidget* panel)
{
    m_panelSlot->layout()->addWidget(panel);
}

void MainWindow::showPanel()
{
    if (isPanelShown() || m_notice)
        return;
    const int width =
        qMax(narrowestPanel, m_settings.panelWidth() > 0 ? m_settings.panelWidth() : sizes::panel);
    m_panelSlot->show();
    m_splitter->setSizes({m_splitter->width() - width, width});
}

void MainWindow::hidePanel()
{
    if (!isPanelShown())
        return;
    m_panelSlot->hide();
    focusPage(m_stack->currentWidget()->focusWidget());
    Q_EMIT panelHidden();
}

bool MainWindow::isPanelShown() const
{
    return !m_panelSlot->isHidden();
}

void MainWindow::setUser(const QString& name, const QString& role)
{
    m_rail->setUser(name, role);
}

void MainWindow::setPrivate(bool on)
{
    m_rail->setPrivate(on);
    m_status->setPrivate(on);
}

void MainWindow::showShortcuts()
{
    const Page* shown = page(currentPage());
    auto* sheet = new ShortcutSheet(
        m_theme, m_shortcuts, shown ? shown->scopes : QList<ShortcutScope>{}, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::foldRail()
{
    m_rail->setFolded(!m_rail->isFolded());
    m_settings.setRailFolded(m_rail->isFolded());
}

void MainWindow::rememberPanelWidth()
{
    m_settings.setPanelWidth(m_panelSlot->width());
}

void MainWindow::retranslate()
{
    for (int index = 0; index < m_pages.size() && m_pages.at(index).under.isEmpty(); ++index) {
        const auto command = static_cast<Command>(static_cast<int>(Command::Page1) + index);
        const QString keys = index < pageKeys ? m_shortcuts.keyText(command) : QString();
        m_rail->setPageWords(m_pages.at(index).id, m_pages.at(index).title(), keys);
    }
    m_rail->setFoldKeys(m_shortcuts.keyText(Command::FoldRail));
    m_rail->setPrivacyKeys(m_shortcuts.keyText(Command::Privacy));
    const Page* shown = page(currentPage());
    setWindowTitle(shown ? tr("%1 – Homeroom").arg(shown->title()) : tr("Homeroom"));
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    // Else the first button of the rail has it, and no key of the page does anything.
    if (!focusWidget() && m_stack->count() > 0)
        focusPage(nullptr);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    Q_EMIT languageChanged();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

} // namespace homeroom
