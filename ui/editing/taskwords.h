// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

/// What is to be done: a rule's task in the language of the program, a person's as it was typed.
QString taskTitle(const Task& task);
/// The same as it may be shown now.
QString shownTitle(const Task& task, const PageContext& context);

} // namespace homeroom
