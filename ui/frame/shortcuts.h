// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <span>

class QWidget;

namespace homeroom {

/// Where a key means something. A key of an outer scope is heard in every scope inside of it:
/// Everywhere holds Records, and Records (lists, board, panel) holds Board, Panel, Day, CallFlow
/// and Duplicates.
enum class ShortcutScope { Everywhere, Records, Board, Panel, CallFlow, Day, Duplicates };

enum class Command {
    Page1,
    Page2,
    Page3,
    Page4,
    Page5,
    Page6,
    Page7,
    Page8,
    Page9,
    View1,
    View2,
    View3,
    View4,
    View5,
    View6,
    View7,
    View8,
    View9,
    Undo,
    Redo,
    SyncNow,
    Lock,
    Privacy,
    Settings,
    History,
    FoldRail,
    GoToMessage,
    ShowShortcuts,
    Palette,
    New,
    Find,
    Next,
    Previous,
    Peek,
    Open,
    Close,
    Select,
    Actions,
    Conditions,
    StartCalls,
    MoveTo,
    CopyPhone,
    CopyWechat,
    Done,
    Snooze,
    Skip,
    NewTask,
    Report,
    NotTheSame,
    OpenFirst,
    OpenSecond,
    Save,
    MoveCardLeft,
    MoveCardRight,
    MoveCardUp,
    MoveCardDown,
    Column1,
    Column2,
    Column3,
    Column4,
    Column5,
    Column6,
    Column7,
    Column8,
    Column9,
    Result1,
    Result2,
    Result3,
    Result4,
    Result5,
    Dial
};

/// One line of the one table of keys.
struct ShortcutLine {
    Command command;
    const char* name; ///< in settings; never changes
    ShortcutScope scope;
    const char* keys; ///< default, in portable text
    const char* text; ///< source string in the context «Shortcuts»
};

std::span<const ShortcutLine> shortcutTable();
bool scopesOverlap(ShortcutScope one, ShortcutScope other);
QString shortcutText(const ShortcutLine& line);
/// The same, told apart from its neighbours: «Open a page 3», «Move the card ←».
QString shortcutTextAlone(const ShortcutLine& line);
QString scopeText(ShortcutScope scope);

struct ShortcutCollision {
    Command one;
    Command other;
    friend bool operator==(const ShortcutCollision&, const ShortcutCollision&) = default;
};

/// The keys in force: the table's defaults and what the person changed.
class Shortcuts : public QObject {
    Q_OBJECT

public:
    explicit Shortcuts(QObject* parent = nullptr);

    QKeySequence keys(Command command) const;
    /// As shown to people, in the system's own writing.
    QString keyText(Command command) const;
    /// An empty sequence takes the key away. Collisions are allowed here and told by collisions().
    void setKeys(Command command, const QKeySequence& keys);
    void resetKeys();
    QList<ShortcutCollision> collisions() const;
    /// Name to portable keys of what differs from the defaults, for the settings.
    QHash<QString, QString> changes() const;
    /// Unknown names are left out: they come from another version.
    void setChanges(const QHash<QString, QString>& changes);

    /// An action on `owner` that runs `deed` at the command's keys, now and after every change of
    /// them. Keys of Everywhere are heard in the whole window, all others while the focus is inside
    /// of `owner`. A text field that has the focus takes plain letters for itself. Open and Peek
    /// (Enter, Space) belong on the list, not on a page: buttons of the page need them too.
    QAction* bind(Command command, QWidget& owner, std::function<void()> deed);
    /// What the command's keys would do now if `focus` had the focus; null where nothing listens.
    QAction* actionFor(Command command, const QWidget& focus) const;

Q_SIGNALS:
    void changed();

private:
    QHash<Command, QKeySequence> m_changed;
    QMultiHash<Command, QPointer<QAction>> m_actions;
};

} // namespace homeroom
