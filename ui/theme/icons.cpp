// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Resources of a static library are linked only when something asks for them; Qt wants this call
// outside of every namespace.
static void initialiseIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array iconNames = {"today", "board", "customers", "scripts", "learning", "cohorts",
    "pipelines", "tags", "channels", "fields", "users", "settings", "sync", "offline", "conflict",
    "waiting", "search", "plus", "close", "copy", "phone", "chat", "note", "undo", "redo", "filter",
    "import", "export", "lock", "eye", "warning", "check", "chevronup", "chevrondown",
    "chevronleft", "chevronright", "drag", "more", "calendar", "clock", "task", "order", "person",
    "child", "signout", "keyboard", "rail", "sort", "privacy", "delete", "edit", "product", "team",
    "key"};
static_assert(iconNames.size() == static_cast<std::size_t>(Icon::Key) + 1);

QPixmap rendered(Icon icon, const QColor& color, int side, qreal ratio)
{
    QFile file(iconFile(icon));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(drawing);
    const int pixels = qRound(side * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

class LiveIconEngine : public QIconEngine {
public:
    LiveIconEngine(
        std::shared_ptr<const Colors> live, Icon icon, QColor Colors::*tone, QColor Colors::*onTone)
        : m_live(std::move(live)), m_icon(icon), m_tone(tone), m_onTone(onTone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = qMin(rect.width(), rect.height());
        const QPoint corner = rect.center() - QPoint((side - 1) / 2, (side - 1) / 2);
        paintIcon(*painter, corner, m_icon, color(mode, state), side);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(
        const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int side = qMin(size.width(), size.height());
        QPixmap pixmap = iconPixmap(m_icon, color(mode, state), side, 1.0);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LiveIconEngine(*this); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Colors& colors = *m_live;
        if (mode == QIcon::Disabled)
            return colors.edge;
        return colors.*(state == QIcon::On ? m_onTone : m_tone);
    }

    std::shared_ptr<const Colors> m_live;
    Icon m_icon;
    QColor Colors::*m_tone;
    QColor Colors::*m_onTone;
};

} // namespace

QList<Icon> allIcons()
{
    QList<Icon> icons;
    for (std::size_t index = 0; index < iconNames.size(); ++index)
        icons.append(static_cast<Icon>(index));
    return icons;
}

QString iconFile(Icon icon)
{
    initialiseIconResources();
    const auto index = static_cast<std::size_t>(icon);
    return u":/icons/%1.svg"_s.arg(QLatin1StringView(iconNames[index]));
}

QPixmap iconPixmap(Icon icon, const QColor& color, int side, qreal devicePixelRatio)
{
    const QString key = u"homeroom-icon/%1/%2/%3/%4"_s.arg(int(icon))
                            .arg(color.rgba())
                            .arg(side)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = rendered(icon, color, side, devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter& painter, QPoint corner, Icon icon, const QColor& color, int side)
{
    // The transform knows the pixels even where the device is redirected, as in QWidget::render().
    const qreal ratio = std::sqrt(std::abs(painter.deviceTransform().determinant()));
    painter.drawPixmap(corner, iconPixmap(icon, color, side, ratio));
}

QIcon liveIcon(
    std::shared_ptr<const Colors> live, Icon icon, QColor Colors::*tone, QColor Colors::*onTone)
{
    return QIcon(new LiveIconEngine(std::move(live), icon, tone, onTone));
}

} // namespace homeroom
