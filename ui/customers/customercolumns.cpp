// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customercolumns.h"

#include "ui/customers/customerwords.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 48;

struct FirstColumn {
    CustomerColumn column;
    int width;
};

// What a new profile shows: who, where they stand, what comes next.
constexpr FirstColumn firstColumns[] = {{CustomerColumn::Name, 108}, {CustomerColumn::Child, 144},
    {CustomerColumn::Phone, 120}, {CustomerColumn::Tier, 56}, {CustomerColumn::Stage, 84},
    {CustomerColumn::Tags, 152}, {CustomerColumn::NextStep, 152}, {CustomerColumn::NextStepAt, 124},
    {CustomerColumn::LastContactAt, 128}, {CustomerColumn::Channel, 120}};

QJsonObject firstState()
{
    QJsonArray columns;
    for (const FirstColumn& first : firstColumns)
        columns.append(
            QJsonObject{{u"name"_s, columnWord(first.column, {})}, {u"width"_s, first.width}});
    return {{u"columns"_s, columns}};
}

} // namespace

CustomerColumns::CustomerColumns(
    QTableView& table, CustomerTableModel& model, const Theme& theme, QObject* parent)
    : QObject(parent), m_table(table), m_header(*table.horizontalHeader()), m_theme(theme),
      m_model(model)
{
    QHeaderView& header = m_header;
    followTheme();
    connect(&theme, &Theme::changed, this, &CustomerColumns::followTheme);
    header.setSectionsMovable(true);
    header.setMinimumSectionSize(narrowest);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setHighlightSections(false);
    const auto told = [this] {
        if (!m_applying)
            Q_EMIT changed();
    };
    connect(&header, &QHeaderView::sectionMoved, this, told);
    connect(&header, &QHeaderView::sectionResized, this, told);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, told);
    connect(&header, &QHeaderView::sectionCountChanged, this, [this](int before, int now) {
        if (before != now && now > 0)
            setState(QJsonObject(m_state));
    });
}

/// Columns and rows grow with the text: a phone that was readable stays so.
void CustomerColumns::followTheme()
{
    m_table.verticalHeader()->setDefaultSectionSize(
        m_theme.lineHeight(TextRole::Body) + sizes::gap + sizes::grid);
    const double scale = double(textPixels(TextRole::Body, m_theme.textSize()))
        / textPixels(TextRole::Body, TextSize::Normal);
    if (qFuzzyCompare(scale, m_scale))
        return;
    const QJsonObject held = m_state.isEmpty() ? m_state : state();
    m_scale = scale;
    if (!held.isEmpty())
        setState(held);
}

QString CustomerColumns::wordOf(int section) const
{
    return columnWord(m_model.columnOf(section), m_model.customKeyOf(section));
}

int CustomerColumns::sectionOf(const QString& word) const
{
    for (int section = 0; section < m_model.columnCount(); ++section) {
        if (wordOf(section) == word)
            return section;
    }
    return -1;
}

QJsonObject CustomerColumns::state() const
{
    QJsonArray columns;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int section = m_header.logicalIndex(visual);
        if (!m_header.isSectionHidden(section))
            columns.append(QJsonObject{{u"name"_s, wordOf(section)},
                {u"width"_s, qRound(m_header.sectionSize(section) / m_scale)}});
    }
    const CustomerSort& sort = m_model.sort();
    return {{u"columns"_s, columns},
        {u"sort"_s,
            QJsonObject{{u"column"_s, columnWord(sort.column, sort.customKey)},
                {u"descending"_s, sort.order == Qt::DescendingOrder}}}};
}

void CustomerColumns::setState(const QJsonObject& state)
{
    m_state = state.value(u"columns"_s).toArray().isEmpty() ? firstState() : state;
    m_applying = true;
    for (int section = 0; section < m_header.count(); ++section)
        m_header.setSectionHidden(section, true);
    int visual = 0;
    for (const QJsonValue& value : m_state.value(u"columns"_s).toArray()) {
        const QJsonObject column = value.toObject();
        const int section = sectionOf(column.value(u"name"_s).toString());
        if (section < 0)
            continue;
        m_header.setSectionHidden(section, false);
        m_header.moveSection(m_header.visualIndex(section), visual++);
        const int width = qRound(column.value(u"width"_s).toInt() * m_scale);
        m_header.resizeSection(section, qMax(narrowest, width));
    }
    const QJsonObject sorted = m_state.value(u"sort"_s).toObject();
    const Qt::SortOrder order =
        sorted.value(u"descending"_s).toBool(true) ? Qt::DescendingOrder : Qt::AscendingOrder;
    const std::optional<CustomerSort> sort =
        sortOfWord(sorted.value(u"column"_s).toString(u"createdAt"_s), order);
    if (sort) {
        m_model.setSort(*sort);
        m_header.setSortIndicator(m_model.sectionOf(*sort), order);
    }
    m_applying = false;
}

void CustomerColumns::show(int section, bool shown)
{
    m_header.setSectionHidden(section, !shown);
    if (shown && m_header.sectionSize(section) < narrowest)
        m_header.resizeSection(section, m_header.defaultSectionSize());
    Q_EMIT changed();
}

void CustomerColumns::fillMenu(QMenu& menu)
{
    for (int section = 0; section < m_model.columnCount(); ++section) {
        const QString title =
            m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(section));
        // Without a name nobody knows whose row it is.
        action->setEnabled(m_model.columnOf(section) != CustomerColumn::Name);
        connect(action, &QAction::triggered, this, [this, section](bool on) { show(section, on); });
    }
}

} // namespace homeroom
