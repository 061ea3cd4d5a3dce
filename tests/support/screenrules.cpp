// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/screenrules.h"

#include "tests/support/contrast.h"
#include "tests/support/pictures.h"
#include "tests/support/screenwords.h"
#include "ui/palette/palette.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSizeGrip>
#include <QSplitterHandle>
#include <QTabBar>
#include <QTextEdit>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastContrast = 4.5; // WCAG 2.2, 1.4.3
constexpr qreal sharpness = 3; // of the picture, so that strokes have pixels of the pure colour

/// The widget by its way from the window, with its words.
QString placeOf(const QWidget* widget)
{
    QStringList way;
    for (const QWidget* step = widget; step && !step->isWindow(); step = step->parentWidget())
        way.prepend(QLatin1StringView(step->metaObject()->className()));
    const QString words = wordsOf(widget);
    return way.join(u'/') + (words.isEmpty() ? QString() : u" «%1»"_s.arg(words.left(40)));
}

/// Parts that Qt makes and places inside its own widgets.
bool isQtsOwn(const QWidget* widget)
{
    return widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QScrollBar*>(widget)
        || qobject_cast<const QSizeGrip*>(widget) || qobject_cast<const QSplitterHandle*>(widget)
        || qobject_cast<const QTabBar*>(widget->parentWidget());
}

bool isOverlay(const QWidget* widget)
{
    return qobject_cast<const Toast*>(widget) || qobject_cast<const Palette*>(widget)
        || widget->testAttribute(Qt::WA_TransparentForMouseEvents);
}

bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
        || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
        || qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget)
        || qobject_cast<const QTabBar*>(widget)
        || (qobject_cast<const QAbstractItemView*>(widget)
            && !qobject_cast<const QHeaderView*>(widget));
}

/// A control inside another one (the field of a spin box, the arrow of a line edit) is its part.
bool isPart(const QWidget* widget)
{
    for (const QWidget* step = widget->parentWidget(); step; step = step->parentWidget()) {
        const bool whole = qobject_cast<const QComboBox*>(step)
            || qobject_cast<const QAbstractSpinBox*>(step) || qobject_cast<const QLineEdit*>(step)
            || qobject_cast<const QTabBar*>(step);
        if (whole)
            return true;
    }
    return false;
}

bool isScrolled(const QWidget* widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(
        widget->parentWidget() ? widget->parentWidget()->parentWidget() : nullptr);
    return area && area->viewport() == widget->parentWidget();
}

void checkPlace(const QWidget* widget, QStringList& faults)
{
    const QWidget* parent = widget->parentWidget();
    if (isScrolled(widget) || isQtsOwn(widget))
        return;
    if (!parent->rect().contains(widget->geometry()))
        faults.append(u"outside its parent: "_s + placeOf(widget));
}

void checkSiblings(const QWidget* parent, QStringList& faults)
{
    QList<const QWidget*> shown;
    for (const QObject* child : parent->children()) {
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget && widget->isVisible() && !widget->isWindow() && !isQtsOwn(widget)
            && !isOverlay(widget))
            shown.append(widget);
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        for (qsizetype j = i + 1; j < shown.size(); ++j) {
            if (shown[i]->geometry().intersects(shown[j]->geometry()))
                faults.append(
                    u"over one another: %1 and %2"_s.arg(placeOf(shown[i]), placeOf(shown[j])));
        }
    }
}

void checkControl(const QWidget* widget, QStringList& faults)
{
    if (!isControl(widget) || isPart(widget) || isQtsOwn(widget))
        return;
    // A list that is walked from the field above it has its keys there.
    const bool reached = (widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy();
    if (widget->isEnabled() && !reached)
        faults.append(u"not reached by Tab: "_s + placeOf(widget));
    QAccessibleInterface* spoken =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
        faults.append(u"without an accessible name: "_s + placeOf(widget));
}

void checkContrast(
    const QWidget& window, const QWidget* widget, const QImage& picture, QStringList& faults)
{
    const QRect words = wordsRect(widget);
    if (words.isEmpty() || !widget->isEnabled())
        return;
    const QRect seen = widget->visibleRegion().boundingRect().intersected(words);
    const QRect place(widget->mapTo(&window, seen.topLeft()), seen.size());
    const double contrast = contrastIn(picture, place);
    if (!seen.isEmpty() && contrast < leastContrast)
        faults.append(u"contrast %1: %2"_s.arg(contrast, 0, 'f', 1).arg(placeOf(widget)));
}

} // namespace

QStringList faultsOf(QWidget& window)
{
    QStringList faults;
    const QImage picture = pictureOf(window, sharpness);
    checkSiblings(&window, faults);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->isWindow() || widget->window() != &window)
            continue;
        checkPlace(widget, faults);
        checkSiblings(widget, faults);
        checkControl(widget, faults);
        checkContrast(window, widget, picture, faults);
        if (const QString cut = cutWords(widget); !cut.isEmpty())
            faults.append(u"cut (%1): %2"_s.arg(cut, placeOf(widget)));
    }
    return faults;
}

} // namespace homeroom::test
