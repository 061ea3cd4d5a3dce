// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/familychipbar.h"

#include "ui/widgets/chip.h"

#include <QCoreApplication>
#include <QEvent>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// In the order of FamilyChip, which is the order on the screen.
constexpr const char* chipLabels[] = {
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Add friend"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Bring into group"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Not signed in"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "No address"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Kit to ship"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Missed yesterday"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Missed today"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Unfinished yesterday"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Unfinished today"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "No homework yesterday"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "No homework today"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "To greet"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Due today"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Overdue"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Silent 3 days"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Silent 5 days"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Silent 7 days"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Deposit only"),
    QT_TRANSLATE_NOOP("homeroom::FamilyChip", "Birthday"),
};
static_assert(std::size(chipLabels) == size_t(familyChipCount));

} // namespace

QString chipWord(FamilyChip chip)
{
    return QString(Words<FamilyChip>::words[size_t(chip)]);
}

QString chipLabel(FamilyChip chip)
{
    return QCoreApplication::translate("homeroom::FamilyChip", chipLabels[size_t(chip)]);
}

FamilyChipBar::FamilyChipBar(const PageContext& context, QWidget* parent)
    : ChipBar(context.theme, parent), m_chips(context.chips)
{
    connect(&m_chips, &FamilyChips::changed, this, [this] {
        showChips();
        filter();
    });
    connect(this, &ChipBar::filtersChanged, this, [this] {
        showChips();
        filter();
    });
    setVisible(false);
    showChips();
}

void FamilyChipBar::choose(const QStringList& words)
{
    QList<ChipText> wanted;
    for (int place = 0; place < familyChipCount; ++place) {
        if (words.contains(chipWord(FamilyChip(place))))
            wanted.append({chipWord(FamilyChip(place)), chipLabel(FamilyChip(place))});
    }
    if (chosen() == words)
        return;
    setChips(wanted);
    for (const ChipText& chip : std::as_const(wanted))
        setChecked(chip.id, true);
    m_chips.start();
    showChips();
    filter();
}

ChipMask FamilyChipBar::mask() const
{
    const QStringList on = chosen();
    ChipMask mask = 0;
    for (int place = 0; place < familyChipCount; ++place) {
        if (on.contains(chipWord(FamilyChip(place))))
            mask |= maskOf(FamilyChip(place));
    }
    return mask;
}

void FamilyChipBar::showChips()
{
    QList<ChipText> shown;
    const QStringList on = chosen();
    for (int place = 0; place < familyChipCount; ++place) {
        const auto each = FamilyChip(place);
        const Chip* held = chip(chipWord(each));
        // A chip that a person has under the finger or uses as filter stays when it gets empty.
        if (m_chips.count(each) > 0 || (held && (held->isChecked() || held->hasFocus())))
            shown.append({chipWord(each), chipLabel(each)});
    }
    setChips(shown);
    for (int place = 0; place < familyChipCount && m_chips.isReady(); ++place)
        setCount(chipWord(FamilyChip(place)), m_chips.count(FamilyChip(place)));
    setVisible(!shown.isEmpty());
}

void FamilyChipBar::filter()
{
    const ChipMask wanted = mask();
    std::optional<QSet<RecordId>> families;
    // Before the first reading nothing is known: an empty page would be a wrong answer.
    if (wanted != 0 && m_chips.isReady())
        families = m_chips.families(wanted);
    setSummary(families ? tr("%n shown", nullptr, int(families->size())) : QString());
    if (families == m_families)
        return;
    m_families = std::move(families);
    Q_EMIT familiesChanged();
}

void FamilyChipBar::changeEvent(QEvent* event)
{
    ChipBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showChips();
        filter();
    }
}

} // namespace homeroom
