// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace homeroom {

/// Merges two edits of one text by sentence (sync.md section 6): each side's change is the stretch
/// of sentences between what it left alone at both ends. Two insertions at one place are both kept,
/// theirs first. Nothing where the stretches overlap.
std::optional<QString> mergedText(const QString& base, const QString& theirs, const QString& mine);

} // namespace homeroom
