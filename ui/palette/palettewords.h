// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/palettemodel.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

// What the lines of the palette say, in the language of the program.

/// A line of text and the parts of it that were typed.
struct MarkedText {
    struct Mark {
        qsizetype from = 0;
        qsizetype length = 0;

        bool operator==(const Mark&) const = default;
    };
    QString text{};
    std::vector<Mark> marks{};
};

QString paletteHeading(PaletteSection section);
/// Parent and children.
MarkedText familyTitle(const PaletteFamily& family, const PageContext& context);
/// What tells a family from others of that name: phone as it is seen here, WeChat, and what else
/// was typed of it.
MarkedText familyDetails(
    const PaletteFamily& family, const QString& typed, const PageContext& context);
/// Stage, and whose family it is where it is not the viewer's.
QString familyPlace(const PaletteFamily& family, const PageContext& context);
/// The note from a little before the first typed word.
MarkedText noteText(const NoteHit& note, const QString& typed, const PageContext& context);
/// Whose note it is.
QString noteTitle(const NoteHit& note, const PageContext& context);

/// The row as one sentence.
QString spokenRow(const PaletteModel& model, int row, const PageContext& context);

} // namespace homeroom
