// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcutsheet.h"

#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace homeroom {

namespace {

constexpr int mostSingly = 2; // more keys of one deed are shown as first … last
constexpr int columnGap = 40;

/// A low screen must not hide keys.
QScrollArea* scrolling(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(content->minimumSizeHint().width() + sizes::margin);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Theme& theme, const Shortcuts& shortcuts,
    const QList<ShortcutScope>& scopes, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_shortcuts(shortcuts)
{
    setWindowTitle(tr("Keys"));
    auto* title = new TextLabel(theme, TextRole::Title);
    title->setText(tr("Keys"));
    auto* hint = new TextLabel(theme, TextRole::Small, &Colors::faint);
    hint->setText(tr("Single letters act only while no text field has the focus. Esc closes."));
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    // Unset, they would take the wide spacing of the columns.
    left->setSpacing(sizes::gap);
    right->setSpacing(sizes::gap);
    addScope(*left, ShortcutScope::Everywhere);
    for (const ShortcutScope scope : scopes) {
        if (scope != ShortcutScope::Everywhere)
            addScope(*right, scope);
    }
    left->addStretch(1);
    right->addStretch(1);
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, sizes::gap, 0);
    columns->setSpacing(columnGap);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto* all = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    all->setContentsMargins(around, around, around, around);
    all->setSpacing(sizes::margin);
    all->addWidget(title);
    all->addWidget(scrolling(content), 1);
    all->addWidget(hint);
}

void ShortcutSheet::addScope(QVBoxLayout& column, ShortcutScope scope)
{
    const QList<Entry> lines = entries(scope);
    if (lines.isEmpty())
        return;
    auto* heading = new TextLabel(m_theme, TextRole::Strong);
    heading->setText(scopeText(scope));
    column.addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, sizes::margin);
    grid->setHorizontalSpacing(sizes::margin);
    grid->setVerticalSpacing(sizes::grid);
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < lines.size(); ++row) {
        auto* text = new TextLabel(m_theme, TextRole::Body, &Colors::muted);
        text->setText(lines.at(row).text);
        auto* keys = new TextLabel(m_theme, TextRole::Body);
        keys->setText(shown(lines.at(row).keys));
        keys->setAccessibleName(lines.at(row).text + QLatin1String(", ") + keys->text());
        grid->addWidget(text, row, 0);
        grid->addWidget(keys, row, 1, Qt::AlignRight);
    }
    column.addLayout(grid);
}

QList<ShortcutSheet::Entry> ShortcutSheet::entries(ShortcutScope scope) const
{
    QList<Entry> entries;
    for (const ShortcutLine& line : shortcutTable()) {
        const QString keys = m_shortcuts.keyText(line.command);
        if (line.scope != scope || keys.isEmpty())
            continue;
        const QString text = shortcutText(line);
        if (entries.isEmpty() || entries.last().text != text)
            entries.append({text, {}});
        entries.last().keys.append(keys);
    }
    return entries;
}

QString ShortcutSheet::shown(const QStringList& keys)
{
    if (keys.size() <= mostSingly)
        return keys.join(QLatin1String(", "));
    return keys.first() + QStringLiteral(u" … ") + keys.last();
}

} // namespace homeroom
