// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabstrip.h"

#include "ui/theme/style.h"

#include <QSignalBlocker>

namespace homeroom {

TabStrip::TabStrip(QWidget* parent) : QTabBar(parent)
{
    setTabLook(*this, TabLook::Pills);
    setExpanding(false);
    setFocusPolicy(Qt::TabFocus);
    setUsesScrollButtons(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QTabBar::currentChanged, this, [this] { Q_EMIT viewChosen(currentId()); });
}

void TabStrip::setTabs(const QList<TabText>& tabs)
{
    const QSignalBlocker quiet(this);
    const QString before = currentId();
    while (count() > 0)
        removeTab(count() - 1);
    for (const TabText& tab : tabs) {
        const int index = addTab(QString(tab.label).replace(QLatin1Char('&'), QLatin1String("&&")));
        setTabData(index, tab.id);
        setAccessibleTabName(index, tab.label);
    }
    setCurrentId(before);
}

QString TabStrip::currentId() const
{
    return tabData(currentIndex()).toString();
}

void TabStrip::setCurrentId(const QString& id)
{
    for (int index = 0; index < count(); ++index) {
        if (tabData(index).toString() == id)
            setCurrentIndex(index);
    }
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

QSize TabStrip::minimumSizeHint() const
{
    return QTabBar::minimumSizeHint().boundedTo(sizeHint());
}

} // namespace homeroom
