// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/choicebutton.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 260;
constexpr int rowHeight = 28;
constexpr int mostRows = 10;
constexpr qsizetype fewChoices = 8; // need no line to find them by

} // namespace

ChoiceButton::ChoiceButton(QWidget* parent) : QPushButton(parent)
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &ChoiceButton::choose);
    showChosen();
}

void ChoiceButton::setChoices(const QList<Choice>& choices, const QStringList& chosen)
{
    m_choices = choices;
    m_chosen = chosen;
    for (const QString& value : chosen) {
        const auto same = [&](const Choice& choice) { return choice.value == value; };
        if (std::none_of(choices.begin(), choices.end(), same))
            m_choices.append({value, tr("(removed)")});
    }
    showChosen();
}

QString ChoiceButton::labelOf(const QString& value) const
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(),
        [&](const Choice& choice) { return choice.value == value; });
    return found == m_choices.end() ? value : found->label;
}

void ChoiceButton::showChosen()
{
    QStringList labels;
    for (const QString& value : std::as_const(m_chosen))
        labels.append(labelOf(value));
    const QString all = labels.join(tr(", ", "between names"));
    const int room = qMax(0, width() - 2 * sizes::margin);
    setText(all.isEmpty() ? tr("Choose…") : fontMetrics().elidedText(all, Qt::ElideRight, room));
    setToolTip(all);
    setAccessibleDescription(all);
}

void ChoiceButton::fill(QListWidget& list) const
{
    for (const Choice& choice : m_choices) {
        auto* item = new QListWidgetItem(choice.label, &list);
        item->setData(Qt::UserRole, choice.value);
        item->setSizeHint({0, rowHeight});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_chosen.contains(choice.value) ? Qt::Checked : Qt::Unchecked);
    }
}

void ChoiceButton::take(const QListWidget& list)
{
    m_chosen.clear();
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            m_chosen.append(list.item(row)->data(Qt::UserRole).toString());
    }
    showChosen();
    Q_EMIT chosenChanged();
}

void ChoiceButton::choose()
{
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* find = new QLineEdit;
    auto* list = new QListWidget;
    list->setObjectName(u"choices"_s);
    list->setAccessibleName(accessibleName());
    find->setPlaceholderText(tr("Find"));
    find->setAccessibleName(tr("Find"));
    fill(*list);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(sizes::grid, sizes::grid, sizes::grid, sizes::grid);
    column->setSpacing(sizes::grid);
    column->addWidget(find);
    column->addWidget(list);
    find->setVisible(m_choices.size() > fewChoices);
    connect(find, &QLineEdit::textChanged, list, [list](const QString& typed) {
        for (int row = 0; row < list->count(); ++row)
            list->setRowHidden(
                row, !list->item(row)->text().contains(typed.trimmed(), Qt::CaseInsensitive));
    });
    connect(find, &QLineEdit::returnPressed, list, [list] { list->setFocus(); });
    connect(list, &QListWidget::itemChanged, this, [this, list] { take(*list); });
    // Enter on a line ticks it and is done; Space, as in every list with boxes, ticks and stays.
    connect(list, &QListWidget::itemActivated, popup, [popup](QListWidgetItem* item) {
        item->setCheckState(Qt::Checked);
        popup->close();
    });
    const int rows = qBound(1, list->count(), mostRows);
    list->setFixedHeight(rows * rowHeight + 2 * sizes::grid);
    popup->resize(qMax(listWidth, width()), popup->sizeHint().height());
    popup->move(mapToGlobal(QPoint(0, height() + 2)));
    popup->show();
    list->setCurrentRow(0);
    if (find->isVisible())
        find->setFocus();
    else
        list->setFocus();
}

void ChoiceButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showChosen();
}

void ChoiceButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    showChosen();
}

} // namespace homeroom
