// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QProxyStyle>

class QAbstractButton;
class QTabBar;

namespace homeroom {

/// Secondary is outlined, Primary filled with the accent (one a page), Quiet has no outline until
/// it is pointed at, Danger is filled red (only in questions about losing something).
enum class ButtonKind { Secondary, Primary, Quiet, Danger };

void setButtonKind(QAbstractButton& button, ButtonKind kind);
ButtonKind buttonKind(const QWidget* button);

/// Underlined is for the parts of one thing (tabs of a panel), Pills for saved views.
enum class TabLook { Underlined, Pills };

void setTabLook(QTabBar& tabs, TabLook look);
TabLook tabLook(const QWidget* tabs);

/// Lets a field's outline say that its content is refused.
void setFieldInvalid(QWidget& field, bool invalid);

/// Fusion, painted with our colours. The painting itself is in ui/theme/paint, a file a family of
/// controls; this class only sorts the calls to them.
class HomeroomStyle : public QProxyStyle {
    Q_OBJECT

public:
    HomeroomStyle();

    void setColors(const Colors& colors) { m_colors = colors; }

    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
        SubControl subControl, const QWidget* widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
        const QWidget* widget) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override;

private:
    void drawButtonLabel(
        const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawTabLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawHeader(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawHeaderLabel(
        const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    bool drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const;
    bool drawPanel(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const;
    bool drawIndicator(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter) const;
    bool drawProgress(ControlElement element, const QStyleOption* option, QPainter* painter) const;

    Colors m_colors = colorsOf(Scheme::Light);
};

} // namespace homeroom
