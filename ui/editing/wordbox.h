// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "ui/editing/sentences.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace homeroom {

// Combo boxes that offer the words of a field; the data of a line is the number of its word.

/// Fills the box with the field's words in the language of the program, from the `first` on; what
/// is chosen stays.
template <typename Record, typename Enum>
void fillWords(QComboBox& box, Enum Record::*member, int first)
{
    const QSignalBlocker quiet(box);
    const int current = box.currentIndex();
    box.clear();
    const FieldDescription& field = recordTypeOf<Record>().fields[size_t(fieldIndexOf(member))];
    for (size_t i = size_t(first); i < field.words.size(); ++i)
        box.addItem(displayWord(field, field.words[i]), int(i));
    box.setCurrentIndex(qMax(0, current));
}

/// Chooses the line of that word, else the first.
inline void choose(QComboBox& box, int value)
{
    const int index = box.findData(value);
    box.setCurrentIndex(index < 0 ? 0 : index);
}

} // namespace homeroom
