// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace homeroom::test {

/// The words that a widget shows by itself; empty for those that only hold others.
QString wordsOf(const QWidget* widget);

/// Where in the widget they are; empty for widgets whose words are painted by delegates.
QRect wordsRect(const QWidget* widget);

/// Why the widget's words do not fit into it, in a few words; empty when they do. Words that may
/// end in an ellipsis always fit.
QString cutWords(const QWidget* widget);

} // namespace homeroom::test
