// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/synccentredialog.h"

#include "models/store/records.h"
#include "ui/synccentre/centredeeds.h"
#include "ui/synccentre/centredelegate.h"
#include "ui/synccentre/centredetail.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{960, 620};
constexpr int listWidth = 320;
constexpr int digits = 3;

} // namespace

SyncCentreDialog::SyncCentreDialog(PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_model(context.workspace),
      m_deeds(std::make_unique<CentreDeeds>(context, *this)),
      m_title(new TextLabel(context.theme, TextRole::Title)),
      m_reason(new TextLabel(context.theme, TextRole::Body, &Colors::warn)),
      m_hint(new TextLabel(context.theme, TextRole::Small, &Colors::faint)),
      m_splitter(new QSplitter), m_list(new QListView), m_detail(new CentreDetail(context)),
      m_empty(new EmptyState(context.theme)), m_copy(new QPushButton), m_apply(new QPushButton),
      m_open(new QPushButton), m_sync(new QPushButton), m_close(new QPushButton)
{
    resize(comfortable);
    arrange();
    bindKeys();
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_sync, &QPushButton::clicked, this, &SyncCentreDialog::syncOrSignIn);
    connect(m_copy, &QPushButton::clicked, this, &SyncCentreDialog::copyWords);
    connect(m_apply, &QPushButton::clicked, this, &SyncCentreDialog::apply);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const CentreItem* item = current())
            Q_EMIT customerRequested(item->root);
    });
    connect(m_detail, &CentreDetail::decided, this, &SyncCentreDialog::showDeeds);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &SyncCentreDialog::showCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SyncCentreDialog::follow);
    retranslate();
    follow();
    m_list->setFocus();
}

SyncCentreDialog::~SyncCentreDialog() = default;

void SyncCentreDialog::arrange()
{
    m_list->setModel(&m_model);
    auto* delegate = new CentreDelegate(m_context, m_model, this);
    m_list->setItemDelegate(delegate);
    m_model.setSpoken([delegate](int row) { return delegate->spoken(row); });
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth, comfortable.width() - listWidth});
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::margin);
    column->addWidget(m_title);
    m_reason->setWordWrap(true);
    m_reason->hide();
    column->addWidget(m_reason);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_hint);
    column->addLayout(makeDeeds());
}

QHBoxLayout* SyncCentreDialog::makeDeeds()
{
    setButtonKind(*m_apply, ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->setSpacing(sizes::gap);
    row->addWidget(m_apply);
    for (int digit = 1; digit <= digits; ++digit) {
        auto* choice = new QPushButton;
        connect(choice, &QPushButton::clicked, this, [this, digit] { press(digit); });
        row->addWidget(choice);
        m_choices.push_back(choice);
    }
    for (QPushButton* button : {m_copy, m_open})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_sync);
    row->addWidget(m_close);
    // Enter applies the decision; it presses a button only while the focus is on it.
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    return row;
}

void SyncCentreDialog::bind(const QKeySequence& keys, const std::function<void()>& deed)
{
    auto* shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, deed);
}

void SyncCentreDialog::bindKeys()
{
    bind(Qt::Key_J, [this] { walk(1); });
    bind(Qt::Key_K, [this] { walk(-1); });
    bind(Qt::Key_1, [this] { press(1); });
    bind(Qt::Key_2, [this] { press(2); });
    bind(Qt::Key_3, [this] { press(3); });
    bind(Qt::CTRL | Qt::Key_Down, [this] { m_detail->walkFields(1); });
    bind(Qt::CTRL | Qt::Key_Up, [this] { m_detail->walkFields(-1); });
    bind(Qt::Key_Return, [this] { enter(); });
    bind(Qt::Key_Enter, [this] { enter(); });
    bind(Qt::Key_F5, [this] { syncOrSignIn(); });
}

const CentreItem* SyncCentreDialog::current() const
{
    return m_model.item(m_row);
}

void SyncCentreDialog::goTo(int row)
{
    m_list->setCurrentIndex(m_model.index(row));
}

void SyncCentreDialog::setReason(const QString& sentence)
{
    m_reason->setText(sentence);
    m_reason->setVisible(!sentence.isEmpty());
}

void SyncCentreDialog::setSignInNeeded(bool needed)
{
    if (needed == m_signInNeeded)
        return;
    m_signInNeeded = needed;
    setButtonKind(*m_sync, needed ? ButtonKind::Primary : ButtonKind::Secondary);
    if (needed)
        m_sync->setFocus();
    retranslate();
}

void SyncCentreDialog::syncOrSignIn()
{
    if (m_signInNeeded)
        Q_EMIT signInRequested();
    else
        Q_EMIT syncRequested();
}

void SyncCentreDialog::showSection(CentreSection section)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.item(row) && m_model.section(row) == section) {
            goTo(row);
            return;
        }
    }
}

void SyncCentreDialog::walk(int step)
{
    if (const int next = m_model.nextItem(m_row, step); next >= 0)
        goTo(next);
}

/// The row of what is shown; -1 where it is done with.
int SyncCentreDialog::rowOfSame() const
{
    if (const int row = m_model.rowOf(m_key); row >= 0)
        return row;
    // Somebody decided one of its fields: it is the same about the others.
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const CentreItem* item = m_model.item(row); item && m_detail->shows(*item))
            return row;
    }
    return -1;
}

// The same item stays current; where it is done with, the one in its place is next.
void SyncCentreDialog::follow()
{
    const bool empty = m_model.isEmpty();
    m_splitter->setVisible(!empty);
    m_hint->setVisible(!empty);
    m_empty->setVisible(empty);
    const int same = rowOfSame();
    int row = same;
    if (row < 0)
        row = m_model.nextItem(qMax(0, m_row) - 1, 1);
    if (row < 0)
        row = m_model.nextItem(m_model.rowCount(), -1);
    m_row = row;
    if (same >= 0)
        m_key = m_model.item(same)->key();
    if (row >= 0)
        goTo(row);
    if (same < 0)
        showCurrent();
    else if (!current()->fields.empty())
        followFields(*current());
    showDeeds();
}

// What a person is about to decide is not begun anew by a change elsewhere.
void SyncCentreDialog::followFields(const CentreItem& item)
{
    if (!m_detail->isBegun())
        m_detail->setItem(&item);
    else
        m_detail->follow(item);
    // It was in a line that went with its field.
    if (!focusWidget())
        m_list->setFocus();
}

void SyncCentreDialog::showCurrent()
{
    const int row = m_list->currentIndex().row();
    const CentreItem* item = m_model.item(row);
    if (!item && row >= 0) { // a heading: the item below
        if (const int next = m_model.nextItem(row, 1); next >= 0)
            goTo(next);
        return;
    }
    m_row = item ? row : -1;
    const QString key = item ? item->key() : QString();
    if (key == m_key && item)
        return;
    m_key = key;
    m_detail->setItem(item);
    showDeeds();
}

bool SyncCentreDialog::mayDecide(const CentreItem& item) const
{
    const auto family = findRecord<Customer>(m_context.workspace.reader(), item.root);
    if (!family)
        return true;
    const User* owner = m_context.catalogue.find(family->owner);
    const RecordId team = owner ? RecordId(owner->team) : RecordId(family->team);
    return covers(m_context.viewer, Right::EditFamily, family->owner, team);
}

void SyncCentreDialog::showDeeds()
{
    const CentreItem* item = current();
    const bool disputed = item && !item->fields.empty();
    const auto deeds =
        item ? m_deeds->deedsOf(*item, [](const CentreItem&) {}) : std::vector<CentreDeed>();
    for (size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setVisible(i < deeds.size());
        if (i >= deeds.size())
            continue;
        m_choices[i]->setText(u"%1 · %2"_s.arg(i + 1).arg(deeds[i].text));
        m_choices[i]->setEnabled(deeds[i].possible);
    }
    m_apply->setVisible(disputed);
    m_apply->setEnabled(disputed && m_detail->decisions().has_value() && mayDecide(*item));
    m_copy->setVisible(item && !disputed);
    m_open->setVisible(item && item->familyIsHere);
}

void SyncCentreDialog::press(int digit)
{
    const CentreItem* item = current();
    if (!item)
        return;
    if (!item->fields.empty()) {
        constexpr Choice choices[] = {Choice::Mine, Choice::Theirs, Choice::Own};
        m_detail->choose(choices[digit - 1]);
        return;
    }
    const auto deeds =
        m_deeds->deedsOf(*item, [this](const CentreItem& again) { editAgain(again); });
    if (size_t(digit) <= deeds.size() && deeds[size_t(digit) - 1].possible)
        deeds[size_t(digit) - 1].run();
}

// A follow-up goes back into the box it was typed in; anything else is typed into its field.
void SyncCentreDialog::editAgain(const CentreItem& item)
{
    if (const std::optional<RefusedFollowUp> followUp = refusedFollowUpOf(item))
        Q_EMIT followUpRequested(*followUp);
    else
        Q_EMIT customerRequested(item.root);
}

void SyncCentreDialog::enter()
{
    if (auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget())) {
        button->click();
        return;
    }
    if (m_detail->takeTyping()) {
        m_list->setFocus();
        return;
    }
    if (m_apply->isVisible() && m_apply->isEnabled())
        apply();
}

void SyncCentreDialog::apply()
{
    const CentreItem* item = current();
    const auto decisions = m_detail->decisions();
    if (!item || !decisions || !mayDecide(*item))
        return;
    m_deeds->resolve(*item, *decisions);
    m_list->setFocus();
}

void SyncCentreDialog::copyWords()
{
    QApplication::clipboard()->setText(m_detail->words());
}

void SyncCentreDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_detail->setItem(current());
    showDeeds();
}

void SyncCentreDialog::retranslate()
{
    setWindowTitle(tr("Sync centre"));
    m_title->setText(tr("Sync centre"));
    m_hint->setText(tr("J and K: next, previous · 1, 2, 3: choose · Enter: apply"));
    m_list->setAccessibleName(m_title->text());
    m_empty->setContent({EmptyState::Kind::Empty, tr("Nothing needs you."),
        tr("All of your work is with the server, and nobody wanted anything otherwise."), {},
        Icon::Check});
    m_copy->setText(tr("Copy the text"));
    m_apply->setText(tr("Apply"));
    m_open->setText(tr("Open the family"));
    m_sync->setText(m_signInNeeded ? tr("Sign in again") : tr("Sync now"));
    m_close->setText(tr("Close"));
}

} // namespace homeroom
