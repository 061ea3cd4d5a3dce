// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcuts.h"

#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace homeroom {

namespace {

using namespace Qt::StringLiterals;
using enum Command;
using enum ShortcutScope;

constexpr auto page = QT_TRANSLATE_NOOP("Shortcuts", "Open a page");
constexpr auto view = QT_TRANSLATE_NOOP("Shortcuts", "Open a saved view");
constexpr auto moveCard = QT_TRANSLATE_NOOP("Shortcuts", "Move the card");
constexpr auto column = QT_TRANSLATE_NOOP("Shortcuts", "Go to a column");
constexpr auto outcome = QT_TRANSLATE_NOOP("Shortcuts", "Choose the result of the call");

constexpr std::array table = {
    ShortcutLine{Page1, "page1", Everywhere, "Ctrl+1", page},
    ShortcutLine{Page2, "page2", Everywhere, "Ctrl+2", page},
    ShortcutLine{Page3, "page3", Everywhere, "Ctrl+3", page},
    ShortcutLine{Page4, "page4", Everywhere, "Ctrl+4", page},
    ShortcutLine{Page5, "page5", Everywhere, "Ctrl+5", page},
    ShortcutLine{Page6, "page6", Everywhere, "Ctrl+6", page},
    ShortcutLine{Page7, "page7", Everywhere, "Ctrl+7", page},
    ShortcutLine{Page8, "page8", Everywhere, "Ctrl+8", page},
    ShortcutLine{Page9, "page9", Everywhere, "Ctrl+9", page},
    ShortcutLine{View1, "view1", Everywhere, "Alt+1", view},
    ShortcutLine{View2, "view2", Everywhere, "Alt+2", view},
    ShortcutLine{View3, "view3", Everywhere, "Alt+3", view},
    ShortcutLine{View4, "view4", Everywhere, "Alt+4", view},
    ShortcutLine{View5, "view5", Everywhere, "Alt+5", view},
    ShortcutLine{View6, "view6", Everywhere, "Alt+6", view},
    ShortcutLine{View7, "view7", Everywhere, "Alt+7", view},
    ShortcutLine{View8, "view8", Everywhere, "Alt+8", view},
    ShortcutLine{View9, "view9", Everywhere, "Alt+9", view},
    ShortcutLine{Undo, "undo", Everywhere, "Ctrl+Z", QT_TRANSLATE_NOOP("Shortcuts", "Undo")},
    ShortcutLine{Redo, "redo", Everywhere, "Ctrl+Shift+Z", QT_TRANSLATE_NOOP("Shortcuts", "Redo")},
    ShortcutLine{SyncNow, "sync", Everywhere, "F5", QT_TRANSLATE_NOOP("Shortcuts", "Sync now")},
    ShortcutLine{Lock, "lock", Everywhere, "Ctrl+L", QT_TRANSLATE_NOOP("Shortcuts", "Lock")},
    ShortcutLine{Privacy, "privacy", Everywhere, "F9",
        QT_TRANSLATE_NOOP("Shortcuts", "Mask names and numbers for a shared screen")},
    ShortcutLine{
        Settings, "settings", Everywhere, "Ctrl+,", QT_TRANSLATE_NOOP("Shortcuts", "Settings")},
    ShortcutLine{History, "history", Everywhere, "Ctrl+H",
        QT_TRANSLATE_NOOP("Shortcuts", "What was done on this computer")},
    ShortcutLine{FoldRail, "foldrail", Everywhere, "Ctrl+B",
        QT_TRANSLATE_NOOP("Shortcuts", "Fold or unfold the page list")},
    ShortcutLine{GoToMessage, "message", Everywhere, "F6",
        QT_TRANSLATE_NOOP("Shortcuts", "Go to the message below")},
    ShortcutLine{ShowShortcuts, "shortcuts", Everywhere, "?",
        QT_TRANSLATE_NOOP("Shortcuts", "Show the keys of this page")},
    ShortcutLine{Palette, "palette", Everywhere, "Ctrl+K",
        QT_TRANSLATE_NOOP("Shortcuts", "Search families, notes and commands")},
    ShortcutLine{New, "new", Records, "N", QT_TRANSLATE_NOOP("Shortcuts", "New")},
    ShortcutLine{Find, "find", Records, "F", QT_TRANSLATE_NOOP("Shortcuts", "Find on this page")},
    ShortcutLine{Next, "next", Records, "J", QT_TRANSLATE_NOOP("Shortcuts", "Next")},
    ShortcutLine{Previous, "previous", Records, "K", QT_TRANSLATE_NOOP("Shortcuts", "Previous")},
    ShortcutLine{
        Peek, "peek", Records, "Space", QT_TRANSLATE_NOOP("Shortcuts", "Look at it in the panel")},
    ShortcutLine{Open, "open", Records, "Return", QT_TRANSLATE_NOOP("Shortcuts", "Open")},
    ShortcutLine{Close, "close", Records, "Esc", QT_TRANSLATE_NOOP("Shortcuts", "Close")},
    ShortcutLine{Select, "select", Records, "X", QT_TRANSLATE_NOOP("Shortcuts", "Select")},
    ShortcutLine{Actions, "actions", Records, "A",
        QT_TRANSLATE_NOOP("Shortcuts", "Do something with the selected families…")},
    ShortcutLine{Conditions, "conditions", Records, "Shift+F",
        QT_TRANSLATE_NOOP("Shortcuts", "Show families by conditions…")},
    ShortcutLine{StartCalls, "calls", Records, "Ctrl+D",
        QT_TRANSLATE_NOOP("Shortcuts", "Call these families one after the other")},
    ShortcutLine{MoveTo, "moveto", Records, "M", QT_TRANSLATE_NOOP("Shortcuts", "Move to…")},
    ShortcutLine{CopyPhone, "copyphone", Records, "C",
        QT_TRANSLATE_NOOP("Shortcuts", "Copy the phone number")},
    ShortcutLine{CopyWechat, "copywechat", Records, "W",
        QT_TRANSLATE_NOOP("Shortcuts", "Copy the WeChat name")},
    ShortcutLine{Done, "done", Day, "D", QT_TRANSLATE_NOOP("Shortcuts", "Done")},
    ShortcutLine{Snooze, "snooze", Day, "S", QT_TRANSLATE_NOOP("Shortcuts", "Put off…")},
    ShortcutLine{
        Skip, "skip", Day, "Shift+D", QT_TRANSLATE_NOOP("Shortcuts", "Skip with a reason…")},
    ShortcutLine{NewTask, "newtask", Day, "T",
        QT_TRANSLATE_NOOP("Shortcuts", "New task about this family…")},
    ShortcutLine{Report, "report", Day, "Ctrl+R", QT_TRANSLATE_NOOP("Shortcuts", "Daily report…")},
    ShortcutLine{NotTheSame, "notthesame", Duplicates, "D",
        QT_TRANSLATE_NOOP("Shortcuts", "Not the same family")},
    ShortcutLine{OpenFirst, "openfirst", Duplicates, "1",
        QT_TRANSLATE_NOOP("Shortcuts", "Open the left family")},
    ShortcutLine{OpenSecond, "opensecond", Duplicates, "2",
        QT_TRANSLATE_NOOP("Shortcuts", "Open the right family")},
    ShortcutLine{Save, "save", Records, "Ctrl+Return", QT_TRANSLATE_NOOP("Shortcuts", "Save")},
    ShortcutLine{MoveCardLeft, "cardleft", Board, "Shift+Left", moveCard},
    ShortcutLine{MoveCardRight, "cardright", Board, "Shift+Right", moveCard},
    ShortcutLine{MoveCardUp, "cardup", Board, "Shift+Up", moveCard},
    ShortcutLine{MoveCardDown, "carddown", Board, "Shift+Down", moveCard},
    ShortcutLine{Column1, "column1", Board, "1", column},
    ShortcutLine{Column2, "column2", Board, "2", column},
    ShortcutLine{Column3, "column3", Board, "3", column},
    ShortcutLine{Column4, "column4", Board, "4", column},
    ShortcutLine{Column5, "column5", Board, "5", column},
    ShortcutLine{Column6, "column6", Board, "6", column},
    ShortcutLine{Column7, "column7", Board, "7", column},
    ShortcutLine{Column8, "column8", Board, "8", column},
    ShortcutLine{Column9, "column9", Board, "9", column},
    ShortcutLine{Result1, "result1", CallFlow, "1", outcome},
    ShortcutLine{Result2, "result2", CallFlow, "2", outcome},
    ShortcutLine{Result3, "result3", CallFlow, "3", outcome},
    ShortcutLine{Result4, "result4", CallFlow, "4", outcome},
    ShortcutLine{Result5, "result5", CallFlow, "5", outcome},
    ShortcutLine{Dial, "dial", CallFlow, "D",
        QT_TRANSLATE_NOOP("Shortcuts", "Dial with the telephone program")},
};
static_assert(table.size() == static_cast<std::size_t>(Dial) + 1);

/// A command is looked up by its number.
constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].command != static_cast<Command>(i))
            return false;
    }
    return true;
}
static_assert(isInOrder());

const ShortcutLine& lineOf(Command command)
{
    return table[static_cast<std::size_t>(command)];
}

QKeySequence defaultKeys(const ShortcutLine& line)
{
    return QKeySequence(QLatin1StringView(line.keys), QKeySequence::PortableText);
}

bool holds(ShortcutScope outer, ShortcutScope inner)
{
    if (outer == inner || outer == Everywhere)
        return true;
    return outer == Records
        && (inner == Board || inner == Panel || inner == Day || inner == CallFlow
            || inner == Duplicates);
}

} // namespace

std::span<const ShortcutLine> shortcutTable()
{
    return table;
}

bool scopesOverlap(ShortcutScope one, ShortcutScope other)
{
    return holds(one, other) || holds(other, one);
}

QString shortcutText(const ShortcutLine& line)
{
    return QCoreApplication::translate("Shortcuts", line.text);
}

QString shortcutTextAlone(const ShortcutLine& line)
{
    const QString text = shortcutText(line);
    switch (line.command) {
    case MoveCardLeft:
        return text + u" ←"_s;
    case MoveCardRight:
        return text + u" →"_s;
    case MoveCardUp:
        return text + u" ↑"_s;
    case MoveCardDown:
        return text + u" ↓"_s;
    default:
        break;
    }
    const QChar last(QLatin1StringView(line.name).back());
    return last.isDigit() ? text + u' ' + last : text;
}

QString scopeText(ShortcutScope scope)
{
    constexpr std::array texts = {
        QT_TRANSLATE_NOOP("Shortcuts", "Everywhere"),
        QT_TRANSLATE_NOOP("Shortcuts", "Lists and cards"),
        QT_TRANSLATE_NOOP("Shortcuts", "Board"),
        QT_TRANSLATE_NOOP("Shortcuts", "Customer panel"),
        QT_TRANSLATE_NOOP("Shortcuts", "During a call"),
        QT_TRANSLATE_NOOP("Shortcuts", "Today"),
        QT_TRANSLATE_NOOP("Shortcuts", "Duplicates"),
    };
    return QCoreApplication::translate("Shortcuts", texts[static_cast<std::size_t>(scope)]);
}

Shortcuts::Shortcuts(QObject* parent) : QObject(parent) { }

QKeySequence Shortcuts::keys(Command command) const
{
    const auto changed = m_changed.constFind(command);
    return changed == m_changed.constEnd() ? defaultKeys(lineOf(command)) : *changed;
}

QString Shortcuts::keyText(Command command) const
{
    const QKeySequence sequence = keys(command);
    if (sequence.count() == 1 && sequence[0].key() == Qt::Key_Return)
        // «Claim Return» would read as words; keyboards say Enter.
        return QKeySequence(QKeyCombination(sequence[0].keyboardModifiers(), Qt::Key_Enter))
            .toString(QKeySequence::NativeText);
    return sequence.toString(QKeySequence::NativeText);
}

void Shortcuts::setKeys(Command command, const QKeySequence& keys)
{
    if (this->keys(command) == keys)
        return;
    if (keys == defaultKeys(lineOf(command)))
        m_changed.remove(command);
    else
        m_changed.insert(command, keys);
    Q_EMIT changed();
}

void Shortcuts::resetKeys()
{
    m_changed.clear();
    Q_EMIT changed();
}

QList<ShortcutCollision> Shortcuts::collisions() const
{
    QList<ShortcutCollision> found;
    for (std::size_t one = 0; one < table.size(); ++one) {
        const QKeySequence sequence = keys(table[one].command);
        for (std::size_t other = one + 1; !sequence.isEmpty() && other < table.size(); ++other) {
            if (sequence == keys(table[other].command)
                && scopesOverlap(table[one].scope, table[other].scope))
                found.append({table[one].command, table[other].command});
        }
    }
    return found;
}

QHash<QString, QString> Shortcuts::changes() const
{
    QHash<QString, QString> changes;
    for (auto each = m_changed.cbegin(); each != m_changed.cend(); ++each)
        changes.insert(QLatin1StringView(lineOf(each.key()).name),
            each.value().toString(QKeySequence::PortableText));
    return changes;
}

void Shortcuts::setChanges(const QHash<QString, QString>& changes)
{
    m_changed.clear();
    for (const ShortcutLine& line : table) {
        const auto change = changes.constFind(QLatin1StringView(line.name));
        if (change != changes.constEnd())
            m_changed.insert(line.command, QKeySequence(*change, QKeySequence::PortableText));
    }
    Q_EMIT changed();
}

QAction* Shortcuts::bind(Command command, QWidget& owner, std::function<void()> deed)
{
    auto* action = new QAction(&owner);
    const bool wide = lineOf(command).scope == Everywhere;
    action->setShortcutContext(wide ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    const auto refresh = [this, action, command] {
        action->setShortcut(keys(command));
        action->setText(shortcutText(lineOf(command)));
    };
    refresh();
    connect(this, &Shortcuts::changed, action, refresh);
    connect(action, &QAction::triggered, &owner, std::move(deed));
    owner.addAction(action);
    m_actions.insert(command, action);
    connect(action, &QObject::destroyed, this, [this, command] {
        m_actions.remove(command, nullptr); // guarded pointers are null by now
    });
    return action;
}

QAction* Shortcuts::actionFor(Command command, const QWidget& focus) const
{
    QAction* heard = nullptr;
    for (const QPointer<QAction>& action : m_actions.values(command)) {
        const auto* owner = action ? qobject_cast<QWidget*>(action->parent()) : nullptr;
        if (!owner || !action->isEnabled() || owner->window() != focus.window()
            || !owner->isVisible())
            continue;
        const bool around = owner == &focus || owner->isAncestorOf(&focus);
        // The innermost one is heard, as with the keys themselves.
        const auto* other = heard ? qobject_cast<QWidget*>(heard->parent()) : nullptr;
        if (around && (!other || other->isAncestorOf(owner)))
            heard = action;
        else if (!heard && action->shortcutContext() == Qt::WindowShortcut)
            heard = action;
    }
    return heard;
}

} // namespace homeroom
