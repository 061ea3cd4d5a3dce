// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTabBar>

namespace homeroom {

struct TabText {
    QString id;
    QString label;
};

/// Saved views of a page as pills. A QTabBar, so arrows, Home, End and screen readers work as with
/// every tab bar; tabs are known by id.
class TabStrip : public QTabBar {
    Q_OBJECT

public:
    explicit TabStrip(QWidget* parent = nullptr);

    /// Keeps the current tab when its id is still there; emits nothing.
    void setTabs(const QList<TabText>& tabs);
    QString currentId() const;
    void setCurrentId(const QString& id);

    QSize minimumTabSizeHint(int index) const override;
    /// QTabBar asks for room of its scroll buttons even where few tabs need none.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChosen(const QString& id);
};

} // namespace homeroom
