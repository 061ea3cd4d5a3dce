// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths and habits of HomeroomStyle; the painting is in style.cpp.
#include "ui/theme/style.h"

#include "ui/theme/paint/menus.h"

#include <QStyleOption>
#include <QWidget>

#include <algorithm>
#include <array>

namespace homeroom {

namespace {

constexpr int scrollBarExtent = 12;
constexpr int buttonPadding = 12;
constexpr int arrowColumn = 24;

struct Length {
    QStyle::PixelMetric metric;
    int pixels;
};

/// What does not depend on the widget.
constexpr std::array lengths{
    Length{QStyle::PM_DefaultFrameWidth, 1},
    Length{QStyle::PM_FocusFrameHMargin, sizes::gap - 1},
    Length{QStyle::PM_ScrollBarExtent, scrollBarExtent},
    Length{QStyle::PM_ScrollBarSliderMin, 32},
    Length{QStyle::PM_ScrollView_ScrollBarOverlap, 0},
    Length{QStyle::PM_SplitterWidth, 1}, // Qt widens the place to grab by itself
    Length{QStyle::PM_IndicatorWidth, sizes::icon},
    Length{QStyle::PM_IndicatorHeight, sizes::icon},
    Length{QStyle::PM_ExclusiveIndicatorWidth, sizes::icon},
    Length{QStyle::PM_ExclusiveIndicatorHeight, sizes::icon},
    Length{QStyle::PM_CheckBoxLabelSpacing, sizes::gap},
    Length{QStyle::PM_RadioButtonLabelSpacing, sizes::gap},
    Length{QStyle::PM_SmallIconSize, sizes::icon},
    Length{QStyle::PM_ButtonIconSize, sizes::icon},
    Length{QStyle::PM_ListViewIconSize, sizes::icon},
    Length{QStyle::PM_ToolBarIconSize, 20},
    Length{QStyle::PM_ButtonShiftHorizontal, 0},
    Length{QStyle::PM_ButtonShiftVertical, 0},
    Length{QStyle::PM_ButtonDefaultIndicator, 0},
    Length{QStyle::PM_TabBarIconSize, sizes::icon},
    Length{QStyle::PM_TabBarTabShiftVertical, 0},
    Length{QStyle::PM_TabBarTabShiftHorizontal, 0},
    Length{QStyle::PM_TabBarTabOverlap, 0},
    Length{QStyle::PM_TabBarTabHSpace, 2 * buttonPadding},
    Length{QStyle::PM_TabBarTabVSpace, sizes::grid},
    Length{QStyle::PM_MenuHMargin, 0},
    Length{QStyle::PM_MenuVMargin, sizes::grid},
    Length{QStyle::PM_MenuPanelWidth, 1},
    Length{QStyle::PM_HeaderDefaultSectionSizeVertical, 32},
    Length{QStyle::PM_HeaderMargin, sizes::gap},
    Length{QStyle::PM_LayoutHorizontalSpacing, sizes::gap},
    Length{QStyle::PM_LayoutVerticalSpacing, sizes::gap},
    Length{QStyle::PM_LayoutLeftMargin, sizes::margin},
    Length{QStyle::PM_LayoutTopMargin, sizes::margin},
    Length{QStyle::PM_LayoutRightMargin, sizes::margin},
    Length{QStyle::PM_LayoutBottomMargin, sizes::margin},
    Length{QStyle::PM_ToolTipLabelFrameWidth, 6},
};

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const bool lying = option.orientation == Qt::Horizontal;
    const int length = lying ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(32, length),
            int(length * qint64(option.pageStep) / (range + option.pageStep)), length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - slider, option.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect rect = lying ? QRect(from, 0, size, option.rect.height())
                                 : QRect(0, from, option.rect.width(), size);
        return rect.translated(option.rect.topLeft());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

QRect fieldPart(const QRect& rect, QStyle::SubControl part, bool withFrame)
{
    const int frame = withFrame ? sizes::gap : 0;
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        return QRect(rect.right() - arrowColumn - 3, rect.top(), arrowColumn, rect.height());
    case QStyle::SC_ComboBoxEditField:
        return rect.adjusted(frame, 1, -arrowColumn - 4, -1);
    default:
        return rect;
    }
}

QRect spinBoxPart(const QRect& rect, QStyle::SubControl part, bool withButtons)
{
    const int column = withButtons ? arrowColumn : 0;
    const QRect buttons(rect.right() - column - 1, rect.top() + 3, column, rect.height() - 6);
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return buttons.adjusted(0, 0, 0, -buttons.height() / 2);
    case QStyle::SC_SpinBoxDown:
        return buttons.adjusted(0, buttons.height() / 2, 0, 0);
    case QStyle::SC_SpinBoxEditField:
        return rect.adjusted(sizes::gap - 1, 1, -column - 3, -1);
    default:
        return rect;
    }
}

/// The title stands above the frame, not on it.
QRect groupBoxPart(const QStyleOptionGroupBox& option, QStyle::SubControl part)
{
    const bool titled = !option.text.isEmpty();
    const int top = titled ? option.fontMetrics.height() + sizes::gap : 0;
    switch (part) {
    case QStyle::SC_GroupBoxFrame:
        return option.rect.adjusted(0, top, 0, 0);
    case QStyle::SC_GroupBoxContents:
        return option.rect.adjusted(1, top + 1, -1, -1);
    case QStyle::SC_GroupBoxCheckBox:
        return QRect(0, (option.fontMetrics.height() - sizes::icon) / 2, sizes::icon, sizes::icon);
    case QStyle::SC_GroupBoxLabel: {
        const bool box = option.subControls & QStyle::SC_GroupBoxCheckBox;
        const int left = box ? sizes::icon + sizes::gap : 0;
        return QRect(left, 0, option.rect.width() - left, option.fontMetrics.height());
    }
    default:
        return option.rect;
    }
}

int fieldHeight(const QStyleOption& option)
{
    return qMax(sizes::control, option.fontMetrics.height() + 12);
}

QSize buttonSize(const QStyleOptionButton& option)
{
    int width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : sizes::gap);
    if (option.features & QStyleOptionButton::HasMenu)
        width += arrowColumn;
    const int padding = option.text.isEmpty() ? sizes::gap : buttonPadding;
    const int height = qMax(sizes::control, option.fontMetrics.height() + 2 * sizes::grid);
    return {qMax(sizes::control, width + 2 * padding), height};
}

} // namespace

QRect HomeroomStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl subControl, const QWidget* widget) const
{
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, subControl);
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        combo && control == CC_ComboBox && subControl != SC_ComboBoxListBoxPopup)
        return visualRect(
            option->direction, option->rect, fieldPart(option->rect, subControl, combo->frame));
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        spin && control == CC_SpinBox)
        return visualRect(option->direction, option->rect,
            spinBoxPart(
                option->rect, subControl, spin->buttonSymbols != QAbstractSpinBox::NoButtons));
    if (const auto* group = qstyleoption_cast<const QStyleOptionGroupBox*>(option);
        group && control == CC_GroupBox)
        return visualRect(option->direction, option->rect, groupBoxPart(*group, subControl));
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect HomeroomStyle::subElementRect(
    SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = option->rect;
    switch (element) {
    case SE_LineEditContents: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        // QLineEdit itself adds two pixels; with them text starts where it does in a combo box.
        const int inset = frame && frame->lineWidth > 0 ? sizes::gap - 1 : 0;
        return rect.adjusted(inset, 0, -inset, 0);
    }
    case SE_HeaderArrow:
        return visualRect(option->direction, rect,
            QRect(rect.right() - arrowColumn, rect.top(), sizes::icon, rect.height()));
    case SE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool sorted = header && header->sortIndicator != QStyleOptionHeader::None;
        return visualRect(option->direction, rect,
            rect.adjusted(sizes::gap, 0, sorted ? -arrowColumn : -sizes::gap, 0));
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize HomeroomStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
    const QSize& contents, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return buttonSize(*button);
        return size;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return paint::menuItemSize(*item);
        return size;
    case CT_LineEdit:
        size.setHeight(qMax(fieldHeight(*option), size.height()));
        return size;
    case CT_SpinBox:
        return {contents.width() + arrowColumn + 2 * sizes::gap, fieldHeight(*option)};
    case CT_ComboBox:
        return {
            contents.width() + arrowColumn + 2 * sizes::gap + sizes::grid, fieldHeight(*option)};
    case CT_TabBarTab: {
        // Room for the heavier face of the selected tab, so that nothing moves on a switch.
        const bool pills = tabLook(widget) == TabLook::Pills;
        const int heavier = contents.width() / 12;
        return {contents.width() + heavier + (pills ? sizes::grid : 0),
            qMax(pills ? 28 : sizes::control, contents.height())};
    }
    case CT_HeaderSection:
        size.setHeight(qMax(36, size.height()));
        return size;
    case CT_ToolButton:
        return size.expandedTo({28, 28});
    default:
        return size;
    }
}

int HomeroomStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    // As wide as the ring of the focus, and enough that square contents stay inside of round
    // corners.
    if (metric == PM_DefaultFrameWidth && widget && widget->inherits("QAbstractScrollArea"))
        return sizes::focusRing;
    const auto found = std::find_if(
        lengths.begin(), lengths.end(), [=](const Length& one) { return one.metric == metric; });
    return found == lengths.end() ? QProxyStyle::pixelMetric(metric, option, widget)
                                  : found->pixels;
}

int HomeroomStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
    QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_TabBar_PreferNoArrows:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_MouseTracking:
    case SH_Menu_SupportsSections:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_TabBar_ElideMode:
        return Qt::ElideRight;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_colors.line.rgba());
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace homeroom
