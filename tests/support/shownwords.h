// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace homeroom::test {

/// Every text that the widget and what lies in it paint now, by delegates and painters, too: as it
/// is painted, elided ones up to their ellipsis.
QStringList paintedWords(QWidget& widget);

/// Every text that is written on the widget and on what lies in it, hidden or not, with tool tips
/// and the words for screen readers, those of the rows of lists among them.
QStringList writtenWords(const QWidget& widget);

} // namespace homeroom::test
