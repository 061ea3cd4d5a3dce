// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/duplicates/duplicatequery.h"
#include "models/store/familyquery.h"
#include "ui/editing/pagecontext.h"

#include <array>

namespace homeroom {

QString reasonText(DuplicateReason reason);
/// «Same phone · same city».
QString reasonsText(const DuplicatePair& pair);
/// What a line of many families says of them; empty for a pair.
QString manyText(const DuplicatePair& pair);
/// The name of a parent, or what stands for one who has none.
QString parentText(const QString& name, const PageContext& context);

/// One of two families with all that a merge would move.
struct DuplicateSide {
    Family family{};
    int followUps = 0;
};

/// Both of a pair; nothing where one is not here any more. Some milliseconds.
std::optional<std::array<DuplicateSide, 2>> readSides(
    const PageContext& context, const DuplicatePair& pair);

/// How a line of two families compares: a merge keeps all of what only one of them has.
enum class Likeness { Same, OneHas, Differs };

/// One line of two families side by side.
struct ComparedLine {
    QString label{};
    std::array<QString, 2> values{};
    Likeness likeness = Likeness::Same;

    bool operator==(const ComparedLine&) const = default;
};

/// What is asked first, alike or not, and every other field that is not alike.
std::vector<ComparedLine> comparedLines(
    const std::array<DuplicateSide, 2>& sides, const PageContext& context);

} // namespace homeroom
