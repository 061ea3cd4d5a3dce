// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QList>
#include <QPixmap>

#include <memory>

class QPainter;

namespace homeroom {

/// Our own drawings in resources/icons, one file each, named as the enumerator in lower case.
enum class Icon {
    Today,
    Board,
    Customers,
    Scripts,
    Learning,
    Cohorts,
    Pipelines,
    Tags,
    Channels,
    Fields,
    Users,
    Settings,
    Sync,
    Offline,
    Conflict,
    Waiting,
    Search,
    Plus,
    Close,
    Copy,
    Phone,
    Chat,
    Note,
    Undo,
    Redo,
    Filter,
    Import,
    Export,
    Lock,
    Eye,
    Warning,
    Check,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Drag,
    More,
    Calendar,
    Clock,
    Task,
    Order,
    Person,
    Child,
    SignOut,
    Keyboard,
    Rail,
    Sort,
    Privacy,
    Delete,
    Edit,
    Product,
    Team,
    Key
};

QList<Icon> allIcons();

/// Where the drawing lies in the resources.
QString iconFile(Icon icon);

/// The drawing in one colour, sharp at the given device pixel ratio. `side` is in
/// device-independent pixels. Empty when the file is missing.
QPixmap iconPixmap(Icon icon, const QColor& color, int side, qreal devicePixelRatio);

/// Paints the drawing with its upper left corner at `corner`, with as many pixels as the painter's
/// device really has there. For delegates and widgets.
void paintIcon(QPainter& painter, QPoint corner, Icon icon, const QColor& color, int side);

/// A QIcon that takes its colour from `live` each time it is painted, so it follows the theme
/// without being made again. Disabled icons are faint, icons in the On state take `onTone`.
QIcon liveIcon(
    std::shared_ptr<const Colors> live, Icon icon, QColor Colors::*tone, QColor Colors::*onTone);

} // namespace homeroom
