// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"
#include "ui/widgets/formdialog.h"

#include <array>

namespace homeroom {

class ChoiceCard;

/// One of the two records: enough to see that it is the family one means.
struct MergeSide {
    RecordId family{};
    QString name{}; ///< of the parent, with the number as the role reads it
    QString phone{}; ///< as the role reads it
    QString keeper{}; ///< empty in the pool
    QStringList children{};
    int followUps = 0;
    int cards = 0;
};

/// Two records of one family side by side, of which one stays; says what becomes of the other. 1
/// and 2 choose.
class MergeDialog : public FormDialog {
    Q_OBJECT

public:
    MergeDialog(const Theme& theme, const std::array<MergeSide, 2>& sides, QWidget* parent);

    /// The record that stays.
    RecordId winner() const { return m_sides[m_chosen].family; }
    ChoiceCard& card(size_t side) { return *m_cards[side]; }
    QString outcome() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(size_t side);

    const std::array<MergeSide, 2> m_sides;
    std::array<ChoiceCard*, 2> m_cards{};
    TextLabel* m_outcome;
    size_t m_chosen = 0;
};

} // namespace homeroom
