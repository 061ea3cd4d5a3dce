// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace homeroom {

/// Whether a dialog over the window is being answered: one with a field in which something stands,
/// or an import, which is steps of work.
bool isAnswering(const QWidget& window);

} // namespace homeroom
