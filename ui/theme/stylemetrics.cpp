// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths and habits of HomeroomStyle; the painting is in style.cpp.
#include "ui/theme/style.h"

#include "ui/theme/paint/menus.h"

#include <QComboBox>
#include <QStyleOption>

namespace homeroom {

namespace {

constexpr int scrollBarExtent = 12;
constexpr int buttonPadding = 12;
constexpr int arrowColumn = 24;

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
        return rect.adjusted(3, 1, -column - 3, -1);
    default:
        return rect;
    }
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
    return QProxyStyle::subControlRect(control, option, subControl, widget);
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
    case CT_SpinBox:
        size.setHeight(qMax(sizes::control, size.height()));
        return size;
    case CT_ComboBox:
        return {contents.width() + arrowColumn + 2 * sizes::gap + sizes::grid,
            qMax(sizes::control, contents.height() + 8)};
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
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 5;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return sizes::icon;
    case PM_ToolBarIconSize:
        return 20;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuHMargin:
        return 0;
    case PM_TabBarTabHSpace:
        return 2 * buttonPadding;
    case PM_TabBarTabVSpace:
    case PM_MenuVMargin:
        return sizes::grid;
    case PM_MenuPanelWidth:
        return 1;
    case PM_HeaderMargin:
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return sizes::gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return sizes::margin;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
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
