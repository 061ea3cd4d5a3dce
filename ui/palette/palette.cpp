// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"

#include "ui/editing/privacymode.h"
#include "ui/palette/palettedelegate.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace homeroom {

namespace {

constexpr int boxWidth = 640;
constexpr int boxHeight = 520;
constexpr int aboveBox = 72;

} // namespace

Palette::Palette(const PageContext& context, LiveFamilySearch& families,
    const RecentFamilies& recent, QWidget& window)
    : QWidget(&window), m_context(context), m_window(window),
      m_model(context.workspace, families, recent), m_box(new QWidget(this)),
      m_field(new QLineEdit), m_states(new QStackedWidget), m_list(new QListView),
      m_empty(new EmptyState(context.theme)),
      m_hint(new TextLabel(context.theme, TextRole::Small, &Colors::faint)),
      m_searching(new TextLabel(context.theme, TextRole::Small, &Colors::faint))
{
    hide();
    arrange();
    connect(m_field, &QLineEdit::textChanged, this, &Palette::type);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& at) { run(at.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &Palette::speakCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Palette::choose);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (currentRow() < 0)
            choose();
        else
            showState();
    });
    if (context.privacy)
        connect(context.privacy, &PrivacyMode::changed, this, &Palette::speakCurrent);
    connect(&m_model, &PaletteModel::searchingChanged, this, &Palette::showState);
    connect(
        qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { yieldTo(now); });
    window.installEventFilter(this);
}

void Palette::arrange()
{
    arrangeList();
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(sizes::gap, sizes::gap, sizes::gap, sizes::gap);
    column->setSpacing(sizes::gap);
    m_field->setMinimumHeight(sizes::control);
    m_field->addAction(m_context.theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_field->setObjectName(QStringLiteral("paletteField"));
    column->addWidget(m_field);
    m_states->addWidget(m_list);
    m_states->addWidget(m_empty);
    column->addWidget(m_states, 1);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(sizes::gap, 0, sizes::gap, 0);
    below->addWidget(m_hint, 1);
    below->addWidget(m_searching);
    column->addLayout(below);
}

void Palette::arrangeList()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_context, m_model, this));
    m_model.setSpoken([this](int row) { return spokenRow(m_model, row, m_context); });
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // one types on while one chooses
    m_list->setFocusProxy(m_field);
}

void Palette::open(std::vector<PaletteDeed> deeds)
{
    m_focusBefore = m_window.focusWidget();
    m_deeds = std::move(deeds);
    std::vector<PaletteCommand> commands;
    for (const PaletteDeed& deed : m_deeds)
        commands.push_back(deed.command);
    m_field->clear();
    m_field->setPlaceholderText(tr("Name, pinyin, initials, phone tail, note or command"));
    m_field->setAccessibleName(tr("Search families, notes and commands"));
    m_list->setAccessibleName(tr("What was found"));
    m_hint->setText(tr("↑ ↓ choose · Enter open · Esc close"));
    m_searching->setText(tr("Searching…"));
    m_model.setCommands(std::move(commands));
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_chosen = {};
    choose();
}

void Palette::close()
{
    if (!isOpen())
        return;
    hide();
    m_field->clear();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

/// Something else has the focus now, as a page that a key has shown.
void Palette::yieldTo(QWidget* focus)
{
    if (!isOpen() || !focus || focus->window() != window() || isAncestorOf(focus))
        return;
    m_focusBefore = nullptr;
    close();
}

void Palette::place()
{
    setGeometry(m_window.rect());
    const int width = qMin(boxWidth, m_window.width() - 2 * sizes::margin);
    const int top = qMin(aboveBox, m_window.height() / 8);
    const int height = qMin(boxHeight, m_window.height() - 2 * top);
    m_box->setGeometry((m_window.width() - width) / 2, top, width, height);
}

void Palette::type(const QString& typed)
{
    m_model.setTyped(typed);
}

/// The first line of what was typed; after a change of the store the line that was chosen.
void Palette::choose()
{
    const bool same = m_chosen.typed == m_model.typed();
    const int kept = same ? m_model.rowOf(m_chosen.key) : -1;
    if (kept >= 0) {
        m_list->setCurrentIndex(m_model.index(kept));
    } else if (const int first = m_model.nextItem(-1, 1); first >= 0) {
        m_list->setCurrentIndex(m_model.index(first));
        m_list->scrollToTop();
    }
    showState();
}

void Palette::showState()
{
    const bool nothing = m_model.rowCount() == 0;
    m_searching->setVisible(m_model.isSearching());
    m_states->setCurrentIndex(nothing ? 1 : 0);
    if (!nothing)
        return;
    if (m_model.isSearching())
        m_empty->setContent({EmptyState::Kind::Loading, tr("Searching…"), {}, {}});
    else
        m_empty->setContent({EmptyState::Kind::Empty, tr("Nothing here fits this."),
            tr("Try a part of the name, its initials, or the last digits of the phone."), {},
            Icon::Search});
}

/// The focus stays in the field, so that is where screen readers hear what is chosen.
void Palette::speakCurrent()
{
    const int row = currentRow();
    if (row >= 0)
        m_chosen = {m_model.typed(), m_model.keyOf(row)};
    m_field->setAccessibleDescription(row < 0 ? QString() : spokenRow(m_model, row, m_context));
    QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

int Palette::currentRow() const
{
    return m_list->currentIndex().row();
}

void Palette::walk(int step)
{
    if (const int next = m_model.nextItem(currentRow(), step); next >= 0)
        m_list->setCurrentIndex(m_model.index(next));
    else if (step < 0)
        m_list->scrollToTop(); // the heading above the first line
}

void Palette::walkPage(int step)
{
    const int line = qMax(1, m_list->sizeHintForIndex(m_list->currentIndex()).height());
    for (int lines = m_list->viewport()->height() / line; lines > 0; --lines)
        walk(step);
}

void Palette::run(int row)
{
    if (row < 0 || m_model.isHeading(row))
        return;
    const PaletteFamily* family = m_model.family(row);
    const NoteHit* note = m_model.note(row);
    const int command = m_model.commandNumber(row);
    const RecordId id = family ? family->row.customer.id : note ? note->family : RecordId();
    // First away: what follows looks at where the focus is.
    close();
    if (command >= 0)
        m_deeds[size_t(command)].run();
    else
        Q_EMIT customerRequested(id);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isOpen())
        place();
    return QWidget::eventFilter(watched, event);
}

void Palette::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        close();
}

void Palette::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return walk(-1);
    case Qt::Key_Down:
        return walk(1);
    case Qt::Key_PageUp:
        return walkPage(-1);
    case Qt::Key_PageDown:
        return walkPage(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return run(currentRow());
    case Qt::Key_Escape:
        return close();
    default:
        event->accept(); // the window below does not hear what is typed here
    }
}

void Palette::mousePressEvent(QMouseEvent* event)
{
    if (!m_box->geometry().contains(event->pos()))
        close();
}

void Palette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_context.theme.colors();
    paint::box(painter, m_box->geometry(), colors.raised, colors.line);
}

/// Tab stays in the field: all that is behind is another place.
bool Palette::focusNextPrevChild(bool)
{
    return true;
}

} // namespace homeroom
