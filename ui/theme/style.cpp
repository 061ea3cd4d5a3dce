// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/paint/buttons.h"
#include "ui/theme/paint/fields.h"
#include "ui/theme/paint/menus.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/paint/views.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kindProperty = "homeroomButtonKind";
constexpr auto tabProperty = "homeroomTabLook";
constexpr auto invalidProperty = "homeroomInvalid";

template <typename Option> const Option& as(const QStyleOption* option)
{
    const auto* wanted = qstyleoption_cast<const Option*>(option);
    Q_ASSERT(wanted);
    return *wanted;
}

bool wantsHover(const QWidget* widget)
{
    return widget->inherits("QAbstractButton") || widget->inherits("QComboBox")
        || widget->inherits("QAbstractSpinBox") || widget->inherits("QLineEdit")
        || widget->inherits("QTabBar") || widget->inherits("QScrollBar")
        || widget->inherits("QSplitterHandle") || widget->inherits("QHeaderView");
}

/// The colour of what the bar scrolls, so that the bar has no track of its own.
QColor behindScrollBar(const QWidget* bar, const QPalette& palette)
{
    for (const QWidget* each = bar; each; each = each->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(each))
            return area->viewport()->palette().color(area->viewport()->backgroundRole());
    }
    return palette.color(QPalette::Window);
}

} // namespace

void setButtonKind(QAbstractButton& button, ButtonKind kind)
{
    button.setProperty(kindProperty, int(kind));
    QFont font = button.font();
    const bool heavy = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    font.setWeight(heavy ? QFont::DemiBold : QFont::Normal);
    button.setFont(font);
    button.update();
}

ButtonKind buttonKind(const QWidget* button)
{
    return button ? static_cast<ButtonKind>(button->property(kindProperty).toInt())
                  : ButtonKind::Secondary;
}

void setTabLook(QTabBar& tabs, TabLook look)
{
    tabs.setProperty(tabProperty, int(look));
    tabs.setDrawBase(look == TabLook::Underlined);
    tabs.setExpanding(false);
    tabs.updateGeometry();
}

TabLook tabLook(const QWidget* tabs)
{
    return tabs ? static_cast<TabLook>(tabs->property(tabProperty).toInt()) : TabLook::Underlined;
}

void setFieldInvalid(QWidget& field, bool invalid)
{
    field.setProperty(invalidProperty, invalid);
    field.update();
}

HomeroomStyle::HomeroomStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { }

void HomeroomStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Text starts as far from the edge as in a line edit.
    if (auto* text = qobject_cast<QPlainTextEdit*>(widget))
        text->document()->setDocumentMargin(sizes::gap - 1);
    if (auto* text = qobject_cast<QTextEdit*>(widget))
        text->document()->setDocumentMargin(sizes::gap - 1);
    // Titles stand over the left edge of their cells; a model may ask for something else.
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void HomeroomStyle::unpolish(QWidget* widget)
{
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

bool HomeroomStyle::drawFrame(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        paint::focusRing(*painter, option->rect, m_colors, 4);
        return true;
    case PE_FrameLineEdit:
        paint::field(*painter, *option, m_colors, widget, {});
        return true;
    case PE_Frame:
        paint::field(*painter, *option, m_colors, widget, m_colors.raised);
        return true;
    case PE_FrameMenu:
        return true; // part of the sheet
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        paint::box(*painter, option->rect, m_colors.raised, m_colors.line);
        return true;
    case PE_FrameTabBarBase:
        painter->fillRect(
            option->rect.left(), option->rect.bottom(), option->rect.width(), 1, m_colors.line);
        return true;
    default:
        return false;
    }
}

bool HomeroomStyle::drawPanel(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        paint::pushButton(*painter, *option, m_colors, buttonKind(widget));
        return true;
    case PE_PanelButtonTool:
        paint::toolButton(*painter, *option, m_colors);
        return true;
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            paint::field(*painter, *option, m_colors, widget,
                option->state & State_Enabled ? m_colors.raised : m_colors.surface);
        return true;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        paint::sheet(*painter, option->rect, m_colors);
        return true;
    case PE_PanelItemViewRow: // the items paint themselves
    case PE_PanelScrollAreaCorner:
        return true;
    case PE_PanelItemViewItem:
        paint::itemRow(*painter, as<QStyleOptionViewItem>(option), m_colors);
        return true;
    default:
        return false;
    }
}

bool HomeroomStyle::drawIndicator(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter) const
{
    const bool enabled = option->state & State_Enabled;
    const auto arrow = [&](paint::Turn turn) {
        paint::chevron(*painter, option->rect, turn, enabled ? m_colors.muted : m_colors.edge);
        return true;
    };
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(*painter, *option, m_colors);
        return true;
    case PE_IndicatorRadioButton:
        paint::radioButton(*painter, *option, m_colors);
        return true;
    case PE_IndicatorArrowDown:
        return arrow(paint::Turn::Down);
    case PE_IndicatorArrowUp:
        return arrow(paint::Turn::Up);
    case PE_IndicatorArrowLeft:
        return arrow(paint::Turn::Left);
    case PE_IndicatorArrowRight:
        return arrow(paint::Turn::Right);
    case PE_IndicatorHeaderArrow: {
        const auto sorted = as<QStyleOptionHeader>(option).sortIndicator;
        return arrow(sorted == QStyleOptionHeader::SortUp ? paint::Turn::Up : paint::Turn::Down);
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            arrow(option->state & State_Open ? paint::Turn::Down : paint::Turn::Right);
        return true;
    default:
        return false;
    }
}

void HomeroomStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    if (drawPanel(element, option, painter, widget) || drawFrame(element, option, painter, widget)
        || drawIndicator(element, option, painter))
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HomeroomStyle::drawButtonLabel(
    const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    paint::pushButtonLabel(*painter, as<QStyleOptionButton>(option), m_colors,
        paint::pushButtonText(*option, m_colors, buttonKind(widget)));
}

void HomeroomStyle::drawItem(
    const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    auto item = as<QStyleOptionViewItem>(option);
    // A selected row keeps its own text colours; the fill is soft.
    item.palette.setColor(QPalette::HighlightedText, item.palette.color(QPalette::Text));
    const bool focused = (item.state & State_HasFocus) && (item.state & State_KeyboardFocusChange);
    item.state &= ~State_HasFocus;
    QProxyStyle::drawControl(CE_ItemViewItem, &item, painter, widget);
    if (focused)
        paint::focusRing(*painter, option->rect, m_colors, 4);
}

void HomeroomStyle::drawTabLabel(
    const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    auto tab = as<QStyleOptionTab>(option);
    tab.state &= ~State_HasFocus;
    tab.palette.setColor(QPalette::WindowText, paint::tabText(tab, m_colors, tabLook(widget)));
    if (tabLook(widget) == TabLook::Pills)
        tab.rect.adjust(0, 0, -sizes::grid, 0);
    if (tab.state & State_Selected) {
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
    }
    QProxyStyle::drawControl(CE_TabBarTabLabel, &tab, painter, widget);
}

void HomeroomStyle::drawHeader(
    const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    // The base class asks itself for the places of label and arrow, not this style.
    auto part = as<QStyleOptionHeader>(option);
    drawControl(CE_HeaderSection, &part, painter, widget);
    part.rect = subElementRect(SE_HeaderLabel, option, widget);
    drawControl(CE_HeaderLabel, &part, painter, widget);
    if (part.sortIndicator == QStyleOptionHeader::None)
        return;
    part.rect = subElementRect(SE_HeaderArrow, option, widget);
    drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
}

void HomeroomStyle::drawHeaderLabel(
    const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    auto label = as<QStyleOptionHeader>(option);
    label.palette.setColor(QPalette::ButtonText, m_colors.muted);
    label.state &= ~State_On; // no bold titles for selected columns
    QProxyStyle::drawControl(CE_HeaderLabel, &label, painter, widget);
}

bool HomeroomStyle::drawProgress(
    ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    switch (element) {
    case CE_ProgressBarGroove:
        paint::progressGroove(*painter, option->rect, m_colors);
        return true;
    case CE_ProgressBarContents:
        paint::progressContents(*painter, as<QStyleOptionProgressBar>(option), m_colors);
        return true;
    case CE_ProgressBarLabel:
        return true; // counts stand beside the bar, never on it
    default:
        return false;
    }
}

void HomeroomStyle::drawControl(ControlElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    if (drawProgress(element, option, painter))
        return;
    switch (element) {
    case CE_PushButtonLabel:
        return drawButtonLabel(option, painter, widget);
    case CE_ItemViewItem:
        return drawItem(option, painter, widget);
    case CE_Header:
        return drawHeader(option, painter, widget);
    case CE_HeaderSection:
        return paint::headerSection(*painter, as<QStyleOptionHeader>(option), m_colors);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_colors.raised);
        painter->fillRect(
            option->rect.left(), option->rect.bottom(), option->rect.width(), 1, m_colors.line);
        return;
    case CE_HeaderLabel:
        return drawHeaderLabel(option, painter, widget);
    case CE_TabBarTabShape:
        return paint::tabShape(*painter, as<QStyleOptionTab>(option), m_colors, tabLook(widget));
    case CE_TabBarTabLabel:
        return drawTabLabel(option, painter, widget);
    case CE_MenuItem:
        return paint::menuItem(*painter, as<QStyleOptionMenuItem>(option), m_colors);
    case CE_MenuEmptyArea:
        return;
    case CE_Splitter:
        return paint::splitterHandle(*painter, *option, m_colors);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void HomeroomStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    const auto part = [&](SubControl sub) {
        return proxy()->subControlRect(control, option, sub, widget);
    };
    switch (control) {
    case CC_ScrollBar:
        painter->fillRect(option->rect, behindScrollBar(widget, option->palette));
        return paint::scrollBar(
            *painter, as<QStyleOptionSlider>(option), m_colors, part(SC_ScrollBarSlider));
    case CC_ComboBox:
        return paint::comboBox(
            *painter, as<QStyleOptionComboBox>(option), m_colors, part(SC_ComboBoxArrow), widget);
    case CC_SpinBox:
        return paint::spinBox(*painter, as<QStyleOptionSpinBox>(option), m_colors,
            part(SC_SpinBoxUp), part(SC_SpinBoxDown), widget);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace homeroom
