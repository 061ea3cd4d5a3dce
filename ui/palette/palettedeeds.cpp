// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedeeds.h"

#include "ui/frame/mainwindow.h"

namespace homeroom {

namespace {

/// Lines that would do nothing a person could want from here: going from line to line, what names a
/// place by its number, and the palette itself.
bool isLeftOut(Command command)
{
    const auto within = [command](Command first, Command last) {
        return command >= first && command <= last;
    };
    return within(Command::Page1, Command::View9) || within(Command::Next, Command::Close)
        || within(Command::Column1, Command::Result5) || command == Command::Palette;
}

} // namespace

std::vector<PaletteDeed> paletteDeeds(MainWindow& window, const Shortcuts& shortcuts)
{
    std::vector<PaletteDeed> deeds;
    int key = int(Command::Page1);
    for (const Page& page : window.pages()) {
        const QString keys = page.under.isEmpty() && key <= int(Command::Page9)
            ? shortcuts.keyText(Command(key++))
            : QString();
        deeds.push_back({{page.title(), keys}, [&window, id = page.id] { window.showPage(id); }});
    }
    const QWidget* focus = window.focusWidget();
    for (const ShortcutLine& line : shortcutTable()) {
        QPointer<QAction> action =
            shortcuts.actionFor(line.command, focus ? *focus : static_cast<QWidget&>(window));
        if (!action || isLeftOut(line.command))
            continue;
        deeds.push_back({{shortcutTextAlone(line), shortcuts.keyText(line.command)}, [action] {
                             if (action)
                                 action->trigger();
                         }});
    }
    return deeds;
}

} // namespace homeroom
