// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace homeroom::test {

/// What is wrong with a window as it is shown now, one sentence a fault, each with the widget at
/// fault: words that are cut, widgets over one another or outside their parent, words that hardly
/// stand out from what is behind them, controls that the keyboard does not reach, and controls
/// without a name for a screen reader. Holds for any font, so that it fails on our faults alone.
QStringList faultsOf(QWidget& window);

/// What a window says, as indented lines in the order of its widgets: words of labels, buttons,
/// tabs, columns, placeholders, and the first row of each list. Numbers are replaced by `0`.
QString outlineOf(const QWidget& window);

} // namespace homeroom::test
