// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"

#include <functional>

class QLineEdit;

namespace homeroom {

/// A field for a time as people type it, and what is wrong with what stands in it; nothing is
/// wrong with an empty one where `optional`.
QLineEdit* newWhenField();
QString whenProblem(const QLineEdit& field, const PageContext& context, bool optional);
/// The time that is typed; nothing while it is empty or none.
std::optional<Milliseconds> typedWhen(const QLineEdit& field, const PageContext& context);

/// Asks for a time; `then` runs once one was given.
void askWhen(const PageContext& context, QWidget* parent, const QString& title,
    const std::function<void(Milliseconds)>& then);

} // namespace homeroom
