// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace homeroom::test {

/// Renders `widget` at a device pixel ratio of `scale`, as it would look on such a screen.
QImage pictureOf(QWidget& widget, qreal scale = 1.0);

/// Saves a picture below pictures/ in the build tree, for people to look at. False when it cannot.
bool savePicture(QWidget& widget, const QString& name, qreal scale = 1.0);

/// Visible buttons and one-line labels below `root` that are narrower than their words, as
/// «class: words». Labels made to be elided are left out.
QStringList cutTexts(const QWidget& root);

} // namespace homeroom::test
