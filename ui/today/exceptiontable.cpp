// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/exceptiontable.h"

#include "ui/editing/familychipbar.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 7; // what stands out is on top; the others are scrolled to
constexpr int nameWidth = 160;
constexpr int countWidth = 96;
constexpr int lineHeight = 32;

/// Texts of this file belong to one translation context.
struct Exceptions {
    Q_DECLARE_TR_FUNCTIONS(Exceptions)
};

QString columnTitle(int column)
{
    if (const std::optional<FamilyChip> chip = ExceptionModel::chip(column))
        return chipLabel(*chip);
    return column == ExceptionModel::Name ? Exceptions::tr("Tutor") : Exceptions::tr("Families");
}

/// A number that stands out has a mark beside its colour; none is faint.
class ExceptionDelegate : public QStyledItemDelegate {
public:
    ExceptionDelegate(const Theme& theme, const ExceptionModel& model, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors& colors = m_theme.colors();
        QStyleOptionViewItem plain = option;
        const bool standsOut = m_model.standsOut(index.row(), index.column());
        if (standsOut)
            plain.font.setWeight(QFont::DemiBold);
        const bool none = index.column() >= ExceptionModel::FirstException
            && m_model.count(index.row(), index.column()) == 0;
        if (standsOut || none)
            plain.palette.setColor(QPalette::Text, standsOut ? colors.bad : colors.faint);
        QStyledItemDelegate::paint(painter, plain, index);
        if (!standsOut)
            return;
        const int top = option.rect.top() + (option.rect.height() - sizes::icon) / 2;
        paintIcon(*painter, {option.rect.left() + sizes::gap, top}, Icon::Warning, colors.bad,
            sizes::icon);
    }

private:
    const Theme& m_theme;
    const ExceptionModel& m_model;
};

} // namespace

ExceptionTable::ExceptionTable(const PageContext& context, Shortcuts& shortcuts, QWidget* parent)
    : QTableView(parent), m_context(context),
      m_model(context.workspace, context.chips, context.catalogue,
          {columnTitle, [] { return Exceptions::tr("All together"); }})
{
    prepare();
    shortcuts.bind(Command::Open, *this, [this] { Q_EMIT drillRequested(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ExceptionTable::keepCell);
    // The focus alone makes a cell the current one; chosen is what is marked.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndex cell = chosen();
        if (!cell.isValid())
            return;
        m_tutor = m_model.tutor(cell.row());
        m_column = cell.column();
        Q_EMIT cellChanged();
    });
    connect(this, &QTableView::doubleClicked, this, &ExceptionTable::drillRequested);
    retranslate();
}

void ExceptionTable::prepare()
{
    setObjectName(u"exceptions"_s);
    setModel(&m_model);
    setItemDelegate(new ExceptionDelegate(m_context.theme, m_model, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultSectionSize(countWidth);
    horizontalHeader()->resizeSection(ExceptionModel::Name, nameWidth);
    horizontalHeader()->setHighlightSections(false);
}

void ExceptionTable::retranslate()
{
    setAccessibleName(Exceptions::tr("What stands out, by tutor"));
    m_model.retranslate();
    // Titles of both languages fit.
    for (int column = ExceptionModel::Families; column < m_model.columnCount(); ++column)
        horizontalHeader()->resizeSection(
            column, qMax(countWidth, horizontalHeader()->sectionSizeHint(column)));
}

QModelIndex ExceptionTable::chosen() const
{
    const QModelIndexList marked = selectionModel()->selectedIndexes();
    return marked.isEmpty() ? QModelIndex() : marked.front();
}

std::optional<QSet<RecordId>> ExceptionTable::families() const
{
    const QModelIndex cell = chosen();
    if (!cell.isValid())
        return std::nullopt;
    return m_model.families(cell.row(), cell.column());
}

QString ExceptionTable::cellName() const
{
    const QModelIndex cell = chosen();
    if (!cell.isValid())
        return {};
    const std::optional<FamilyChip> chip = ExceptionModel::chip(cell.column());
    const QString what = chip ? chipLabel(*chip) : Exceptions::tr("anything that stands out");
    return u"%1 · %2"_s.arg(m_model.name(cell.row()), what);
}

RecordId ExceptionTable::tutor() const
{
    return chosen().isValid() ? m_model.tutor(chosen().row()) : RecordId();
}

int ExceptionTable::cellCount() const
{
    const QModelIndex cell = chosen();
    return cell.isValid() && ExceptionModel::chip(cell.column())
        ? m_model.count(cell.row(), cell.column())
        : 0;
}

void ExceptionTable::leave()
{
    m_column = -1;
    m_tutor = {};
    clearSelection();
    setCurrentIndex({});
    Q_EMIT cellChanged();
}

// Tutors change places as their numbers do: the same cell stays the current one.
void ExceptionTable::keepCell()
{
    updateGeometry();
    if (m_column < 0)
        return;
    if (const int row = m_model.rowOf(m_tutor); row >= 0)
        setCurrentIndex(m_model.index(row, m_column));
    else
        leave();
}

QSize ExceptionTable::sizeHint() const
{
    const int rows = qMin(mostRows, m_model.rowCount());
    return {QTableView::sizeHint().width(),
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
            + sizes::grid};
}

} // namespace homeroom
