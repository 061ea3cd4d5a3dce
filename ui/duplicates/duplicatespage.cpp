// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicatespage.h"

#include "ui/duplicates/duplicatedelegate.h"
#include "ui/duplicates/duplicatedetail.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/privacymode.h"
#include "ui/frame/shortcuts.h"
#include "ui/handover/familydeeds.h"
#include "ui/handover/mergedialog.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbarrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QSplitter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 320;
constexpr int detailWidth = 720;

} // namespace

DuplicatesPage::DuplicatesPage(
    PageContext& context, Shortcuts& shortcuts, DuplicateModel& model, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts), m_model(model),
      m_deeds(new FamilyDeeds(context, *this)), m_toolbar(new ToolbarRow(context.theme)),
      m_back(new QPushButton), m_list(new QListView), m_detail(new DuplicateDetail(context)),
      m_both(new QSplitter), m_empty(new EmptyState(context.theme)),
      m_reason(new TextLabel(context.theme, TextRole::Small, &Colors::warn)),
      m_status(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_merge(new QPushButton), m_apart(new QPushButton), m_openFirst(new QPushButton),
      m_openSecond(new QPushButton)
{
    arrange();
    connectParts();
    bindKeys();
    retranslate();
    follow();
}

void DuplicatesPage::arrange()
{
    m_toolbar->setSearchHint({}, {});
    m_toolbar->addControl(m_back);
    m_list->setModel(&m_model);
    auto* delegate = new DuplicateDelegate(m_context, m_model, m_list);
    m_list->setItemDelegate(delegate);
    m_model.setSpoken([delegate](int row) { return delegate->spoken(row); });
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    auto* side = new QWidget;
    auto* details = new QVBoxLayout(side);
    details->setContentsMargins(0, sizes::gap, 0, 0);
    details->setSpacing(sizes::gap);
    details->addWidget(m_detail, 1);
    m_reason->setContentsMargins(sizes::margin, 0, sizes::margin, 0);
    details->addWidget(m_reason);
    details->addLayout(makeDeeds());
    m_both->addWidget(m_list);
    m_both->addWidget(side);
    m_both->setChildrenCollapsible(false);
    m_both->setStretchFactor(1, 1);
    m_both->setSizes({listWidth, detailWidth});
    m_status->setContentsMargins(sizes::margin, sizes::grid, sizes::margin, sizes::grid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_both, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_status);
}

QHBoxLayout* DuplicatesPage::makeDeeds()
{
    setButtonKind(*m_merge, ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(sizes::margin, 0, sizes::margin, sizes::gap);
    row->setSpacing(sizes::gap);
    row->addWidget(m_merge);
    row->addWidget(m_apart);
    row->addStretch(1);
    row->addWidget(m_openFirst);
    row->addWidget(m_openSecond);
    return row;
}

void DuplicatesPage::connectParts()
{
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPage::merge);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesPage::tellApart);
    connect(m_openFirst, &QPushButton::clicked, this, [this] { open(false); });
    connect(m_openSecond, &QPushButton::clicked, this, [this] { open(true); });
    connect(m_back, &QPushButton::clicked, this, &DuplicatesPage::customersRequested);
    connect(m_deeds, &FamilyDeeds::told, this, &DuplicatesPage::told);
    connect(m_deeds, &FamilyDeeds::undoable, this, &DuplicatesPage::undoable);
    connect(m_deeds, &FamilyDeeds::undoable, this, [this] {
        // Until the next sync brings it.
        m_model.take(m_merging.first, m_merging.second);
    });
    connect(&m_model, &DuplicateModel::counted, this, &DuplicatesPage::follow);
    if (m_context.privacy)
        connect(m_context.privacy, &PrivacyMode::changed, this, [this] {
            showCurrent();
            m_list->viewport()->update();
        });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &DuplicatesPage::showCurrent);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model.problem())
            m_model.reload();
        else
            Q_EMIT customersRequested();
    });
    connect(&m_context.workspace.store(), &RecordStore::changed, this,
        [this](const ChangeSet& changes) {
            const bool shown = std::ranges::any_of(changes.records, [this](const auto& record) {
                return record.root == m_key.first || record.root == m_key.second;
            });
            if (shown)
                showCurrent();
        });
    connect(&m_shortcuts, &Shortcuts::changed, this, &DuplicatesPage::retranslate);
}

void DuplicatesPage::bindKeys()
{
    m_shortcuts.bind(Command::Next, *this, [this] { walk(1); });
    m_shortcuts.bind(Command::Previous, *this, [this] { walk(-1); });
    m_shortcuts.bind(Command::NotTheSame, *this, [this] { tellApart(); });
    m_shortcuts.bind(Command::OpenFirst, *this, [this] { open(false); });
    m_shortcuts.bind(Command::OpenSecond, *this, [this] { open(true); });
    m_shortcuts.bind(Command::Close, *this, [this] { Q_EMIT closeRequested(); });
    m_shortcuts.bind(Command::Open, *m_list, [this] { merge(); });
    m_shortcuts.bind(Command::Peek, *m_list, [this] { open(false); });
}

const DuplicatePair* DuplicatesPage::current() const
{
    return m_model.pair(m_model.rowOf(m_key.first, m_key.second));
}

// The same pair stays current; where it is decided, the one in its place is next.
void DuplicatesPage::follow()
{
    int row = m_model.rowOf(m_key.first, m_key.second);
    if (row < 0)
        row = qMin(m_row, m_model.rowCount() - 1);
    m_row = qMax(0, row);
    if (m_list->currentIndex().row() == row)
        showCurrent();
    else
        m_list->setCurrentIndex(m_model.index(row));
    showState();
}

void DuplicatesPage::showCurrent()
{
    const DuplicatePair* pair = m_model.pair(m_list->currentIndex().row());
    const std::pair key =
        pair ? std::pair(pair->first, pair->second) : std::pair<RecordId, RecordId>();
    const bool other = key != m_key;
    m_key = key;
    if (pair)
        m_row = m_list->currentIndex().row();
    m_detail->setPair(pair, pair ? readSides(m_context, *pair) : std::nullopt);
    showDeeds();
    if (other && pair)
        Q_EMIT currentCustomerChanged(pair->first);
}

void DuplicatesPage::showState()
{
    using Kind = EmptyState::Kind;
    if (m_model.problem())
        m_empty->setContent(
            {Kind::Error, tr("The families cannot be compared."), {}, tr("Try again")});
    else if (!m_model.isLoaded())
        m_empty->setContent({Kind::Loading, tr("Comparing the families…")});
    else
        m_empty->setContent({Kind::Empty, tr("No two families look like one."),
            tr("Phones, WeChat ids and names are compared on this computer, also offline."),
            tr("Back to the customers"), Icon::Check});
    const bool any = m_model.rowCount() > 0;
    const bool hadFocus = hasFocus();
    m_both->setVisible(any);
    m_empty->setVisible(!any);
    if (any && hadFocus) // there was nothing to give it to
        m_list->setFocus(Qt::OtherFocusReason);
    QStringList parts;
    if (any)
        parts.append(tr("%n pair(s)", nullptr, m_model.rowCount()));
    // Masked numbers are compared with nothing.
    if (reachOf(m_context.viewer.role, Right::ReadContactInFull) == Reach::None)
        parts.append(
            tr("Numbers are masked for you: that two are the same is told by the server."));
    m_status->setText(parts.join(u"  ·  "_s));
}

QString DuplicatesPage::reason() const
{
    const DuplicatePair* pair = current();
    if (!pair)
        return {};
    if (!m_deeds->may(Right::Merge, {pair->first, pair->second}))
        return tr("Only who may edit both families can merge them.");
    if (m_serverAway || !m_context.server)
        return tr("Merging needs the server, which cannot be reached now. «Not the same» works "
                  "offline, too.");
    return {};
}

QString DuplicatesPage::statusText() const
{
    return m_status->text();
}

void DuplicatesPage::setServerAway(bool away)
{
    m_serverAway = away;
    showDeeds();
}

void DuplicatesPage::showDeeds()
{
    const QString why = reason();
    m_reason->setText(why);
    m_reason->setWordWrap(!why.isEmpty());
    m_reason->setVisible(!why.isEmpty());
    const DuplicatePair* pair = current();
    m_merge->setEnabled(pair && why.isEmpty());
    m_apart->setEnabled(pair && m_deeds->may(Right::EditFamily, {pair->first}));
}

void DuplicatesPage::walk(int step)
{
    const int next = m_list->currentIndex().row() + step;
    if (m_model.pair(next))
        m_list->setCurrentIndex(m_model.index(next));
}

void DuplicatesPage::open(bool second)
{
    if (const DuplicatePair* pair = current())
        Q_EMIT customerRequested(second ? pair->second : pair->first, {pair->first, pair->second});
}

void DuplicatesPage::merge()
{
    const DuplicatePair* pair = current();
    if (!pair || !reason().isEmpty())
        return;
    m_merging = {pair->first, pair->second};
    m_deeds->openMerge({pair->first, pair->second});
}

void DuplicatesPage::tellApart()
{
    const DuplicatePair* pair = current();
    if (!pair || !m_apart->isEnabled())
        return;
    //: Why a task is skipped; %1 are the reasons for which the two looked like one family.
    const QString why = tr("Not the same family, though: %1").arg(reasonsText(*pair));
    const Task task = toldApartTask(pair->first, pair->second, why, m_context.clock.now());
    m_context.desk.apply({tr("Not the same family"), {createMutation(task)}, {}}, this,
        [this, key = m_key](const Result<EditReceipt>& receipt) {
            if (receipt.ok())
                m_model.take(key.first, key.second);
        });
}

void DuplicatesPage::focusInEvent(QFocusEvent*)
{
    if (m_both->isVisibleTo(this))
        m_list->setFocus(Qt::OtherFocusReason);
}

void DuplicatesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.start();
}

void DuplicatesPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showCurrent();
}

void DuplicatesPage::retranslate()
{
    const auto withKey = [this](const QString& words, Command command) {
        const QString keys = m_shortcuts.keyText(command);
        return keys.isEmpty() ? words : words + u"  "_s + keys;
    };
    m_toolbar->setTitle(tr("Duplicates"));
    m_back->setText(tr("Back to the customers"));
    m_list->setAccessibleName(tr("Families that may be one"));
    m_merge->setText(withKey(tr("Merge…"), Command::Open));
    m_apart->setText(withKey(tr("Not the same"), Command::NotTheSame));
    m_openFirst->setText(withKey(tr("Open the left one"), Command::OpenFirst));
    m_openSecond->setText(withKey(tr("Open the right one"), Command::OpenSecond));
    showState();
    showDeeds();
}

} // namespace homeroom
