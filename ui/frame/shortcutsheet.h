// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QVBoxLayout;

namespace homeroom {

/// The keys in force, drawn from the one table: a column for everywhere, one for the page.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const Theme& theme, const Shortcuts& shortcuts,
        const QList<ShortcutScope>& scopes, QWidget* parent = nullptr);

private:
    struct Entry {
        QString text;
        QStringList keys;
    };

    void addScope(QVBoxLayout& column, ShortcutScope scope);
    QList<Entry> entries(ShortcutScope scope) const;
    static QString shown(const QStringList& keys);

    const Theme& m_theme;
    const Shortcuts& m_shortcuts;
};

} // namespace homeroom
