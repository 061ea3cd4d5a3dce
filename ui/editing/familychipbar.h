// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "ui/editing/pagecontext.h"
#include "ui/widgets/chipbar.h"

namespace homeroom {

/// The chips above a list of families: those that any family has, each with its live count. More
/// than one leaves the families for which all of them hold.
class FamilyChipBar : public ChipBar {
    Q_OBJECT

public:
    explicit FamilyChipBar(const PageContext& context, QWidget* parent = nullptr);

    /// Stable words of the chips that are on, as a saved view holds them.
    QStringList chosen() const { return checkedIds(); }
    /// Words that are no chips are passed over.
    void choose(const QStringList& words);
    /// What the chips leave; nothing while none is on.
    const std::optional<QSet<RecordId>>& families() const { return m_families; }

Q_SIGNALS:
    /// Other families are left: by a click, or because records or the time have changed.
    void familiesChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showChips();
    void filter();
    ChipMask mask() const;

    FamilyChips& m_chips;
    std::optional<QSet<RecordId>> m_families{};
};

/// The word of a chip in saved views and for tests, as `missedYesterday`.
QString chipWord(FamilyChip chip);
/// What a chip says to people.
QString chipLabel(FamilyChip chip);

} // namespace homeroom
