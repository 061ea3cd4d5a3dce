// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/poolpage.h"

#include "ui/editing/sentences.h"
#include "ui/frame/shortcuts.h"
#include "ui/handover/poolmodel.h"
#include "ui/theme/style.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbarrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace homeroom {

namespace {

constexpr int findWidth = 220;
constexpr int pauseMs = 250;
constexpr int widths[PoolModel::ColumnCount] = {140, 140, 64, 96, 140, 140, 96};

} // namespace

PoolPage::PoolPage(const PageContext& context, Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts),
      m_model(new PoolModel(m_context, this)), m_toolbar(new ToolbarRow(context.theme)),
      m_find(new FindField(findWidth)), m_table(new QTableView),
      m_empty(new EmptyState(context.theme)), m_body(new QStackedWidget),
      m_status(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_more(new QPushButton)
{
    arrange();
    connectParts();
    retranslate();
}

void PoolPage::arrange()
{
    m_find->setClearButtonEnabled(true);
    m_find->addAction(m_context.theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_toolbar->addControl(m_find);
    m_toolbar->setSearchHint({}, {});
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        m_context.theme.lineHeight(TextRole::Body) + sizes::gap + sizes::grid);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < PoolModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    setFocusProxy(m_table);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(sizes::margin, sizes::grid, sizes::margin, sizes::grid);
    line->addWidget(m_status, 1);
    line->addWidget(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_body, 1);
    column->addLayout(line);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseMs);
}

void PoolPage::connectParts()
{
    connect(m_find, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &PoolPage::reload);
    connect(m_toolbar, &ToolbarRow::primaryRequested, this, &PoolPage::claim);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_next); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PoolPage::followSelection);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        const QSignalBlocker quiet(m_find);
        if (m_state == State::Ready)
            m_find->clear();
        reload();
    });
    connect(&m_shortcuts, &Shortcuts::changed, this, &PoolPage::retranslate);
    m_shortcuts.bind(Command::Find, *this, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    m_shortcuts.bind(Command::Open, *m_table, [this] { claim(); });
}

QPushButton& PoolPage::claimButton()
{
    return m_toolbar->primaryButton();
}

void PoolPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // Others take families out of the pool all day: what was read an hour ago is not shown again.
    reload();
}

void PoolPage::reload()
{
    m_typing.stop();
    m_model->clear();
    ask({});
}

void PoolPage::serverAnswers()
{
    const bool wanted =
        m_problem.code == ErrorCode::Unavailable || m_problem.code == ErrorCode::Timeout;
    if (m_state == State::Failed && wanted && isVisible())
        reload();
}

void PoolPage::ask(const RecordId& after)
{
    const quint64 question = ++m_question;
    m_state = State::Loading;
    showState();
    if (!m_context.server) {
        take(Error{ErrorCode::Unavailable, {}});
        return;
    }
    m_context.server->listPool(m_find->text().trimmed(), after,
        [self = QPointer<PoolPage>(this), question](const Result<PoolFamilies>& page) {
            if (self && question == self->m_question)
                self->take(page);
        });
}

void PoolPage::take(const Result<PoolFamilies>& page)
{
    m_state = page.ok() ? State::Ready : State::Failed;
    if (page.ok()) {
        m_model->append(page->families);
        m_next = page->next;
        m_kept = page->kept;
        m_cap = page->cap;
    } else {
        m_problem = page.error();
    }
    showState();
}

std::vector<RecordId> PoolPage::selected() const
{
    std::vector<RecordId> families;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows())
        families.push_back(m_model->family(row.row()).id);
    return families;
}

void PoolPage::claim()
{
    const std::vector<RecordId> families = selected();
    if (families.empty() || m_claiming || !m_context.server)
        return;
    m_claiming = true;
    followSelection();
    m_context.server->claim(
        families, [self = QPointer<PoolPage>(this), families](const Result<qint64>& answer) {
            if (self)
                self->claimed(answer, families);
        });
}

void PoolPage::claimed(const Result<qint64>& answer, const std::vector<RecordId>& families)
{
    m_claiming = false;
    if (answer.ok()) {
        m_model->remove(families);
        m_kept += *answer;
        Q_EMIT told(tr("%n families are yours now", nullptr, int(*answer)));
    } else if (answer.error().code == ErrorCode::TooMany) {
        Q_EMIT told(tr("You keep %1 families; %2 is the most. Return some to the pool first.")
                        .arg(m_kept)
                        .arg(m_cap));
    } else if (answer.error().code == ErrorCode::Changed
        || answer.error().code == ErrorCode::NotFound) {
        Q_EMIT told(tr("Somebody else was faster; the list is read again. Nothing was taken."));
        reload();
        return;
    } else {
        Q_EMIT told(commandSentence(answer.error()));
    }
    showState();
}

void PoolPage::showState()
{
    using Kind = EmptyState::Kind;
    const bool any = m_model->rowCount() > 0;
    if (m_state == State::Failed && m_problem.code == ErrorCode::Unavailable)
        m_empty->setContent({Kind::Offline, tr("The pool is only there online."),
            tr("Its families are on nobody's machine. Everything else works offline."),
            tr("Try again")});
    else if (m_state == State::Failed)
        m_empty->setContent({Kind::Error, tr("The pool cannot be read."),
            commandSentence(m_problem), tr("Try again")});
    else if (m_state == State::Loading)
        m_empty->setContent({Kind::Loading, tr("Reading the pool …")});
    else if (!m_find->text().trimmed().isEmpty())
        m_empty->setContent({Kind::Empty, tr("Nobody in the pool matches."),
            tr("Name, city, campaign and source are searched; numbers are not."),
            tr("Show all of the pool"), Icon::Search});
    else
        m_empty->setContent({Kind::Empty, tr("The pool is empty."),
            tr("Families that are returned or not yet given to anybody appear here."), {},
            Icon::Customers});
    m_body->setCurrentWidget(
        any && m_state != State::Failed ? static_cast<QWidget*>(m_table) : m_empty);
    m_more->setVisible(any && !m_next.isNull() && m_state == State::Ready);
    followSelection();
}

void PoolPage::followSelection()
{
    const int count = int(selected().size());
    m_toolbar->setPrimaryAction(count > 1 ? tr("Claim %n families", nullptr, count) : tr("Claim"),
        m_shortcuts.keyText(Command::Open));
    claimButton().setEnabled(count > 0 && !m_claiming);
    QString text;
    if (m_model->rowCount() > 0)
        text = tr("%n shown", nullptr, m_model->rowCount());
    if (m_state == State::Ready && m_cap >= 0)
        text += (text.isEmpty() ? QString() : QStringLiteral("  ·  "))
            + tr("You keep %1 of at most %2").arg(m_kept).arg(m_cap);
    m_status->setText(text);
}

QString PoolPage::statusText() const
{
    return m_status->text();
}

void PoolPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PoolPage::retranslate()
{
    m_toolbar->setTitle(tr("Lead pool"));
    m_find->setPlaceholderText(tr("Name, city, source"));
    m_find->setAccessibleName(tr("Find in the pool"));
    m_table->setAccessibleName(tr("Lead pool"));
    m_more->setText(tr("Show more"));
    m_model->retranslate();
    showState();
}

} // namespace homeroom
