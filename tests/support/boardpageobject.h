// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "tests/support/familyfixture.h"
#include "tests/support/scriptedquestions.h"
#include "ui/board/boardpage.h"
#include "ui/editing/editdesk.h"

#include <QSignalSpy>
#include <QtTest/QtTest>

namespace homeroom::test {

/// Board settings of one test, kept nowhere.
class MemoryBoardSettings : public BoardSettings {
public:
    QString boardPipeline() const override { return m_pipeline; }
    void setBoardPipeline(const QString& id) override { m_pipeline = id; }
    QStringList foldedStages() const override { return m_folded; }
    void setFoldedStages(const QStringList& ids) override { m_folded = ids; }

private:
    QString m_pipeline;
    QStringList m_folded;
};

/// A board page on a real store, spoken to in the words of a person: cards by the name of their
/// family, columns by the key of their stage, keys and the pointer as real events.
class BoardPageObject {
public:
    explicit BoardPageObject(StatementObserver* observer = nullptr);

    /// Shows the page, with the focus on the first column.
    void open();
    BoardPage& page() { return *m_page; }
    StoreFixture& store() { return m_store; }
    FamilyFixture& families() { return m_families; }
    Theme& theme() { return m_theme; }
    EditDesk& desk() { return m_desk; }
    MemoryBoardSettings& settings() { return m_settings; }

    /// A family of this name in this stage.
    FamilyFixture::Family family(const QString& name, const char* stage);

    void focus(const QString& name);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(const QString& name, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void doubleClick(const QString& name);
    /// Holds the card and goes over the column, to the upper half of the row (or its end).
    void hold(const QString& name);
    void carryTo(const char* stage, int row);
    void letGo();
    void drag(const QString& name, const char* stage, int row);

    QStringList namesIn(const char* stage);
    QString focused(); ///< name of the family whose card has the focus; empty for none
    QStringList selected();
    bool isMarkedRefused(const QString& name);
    QStringList toasts() const; ///< labels of committed edits
    QStringList refusals() const;
    BoardColumn& column(const char* stage);

    /// The dialog that a drop opened, once it has the keyboard; null when there is none.
    template <typename Dialog> Dialog* dialog()
    {
        auto* asked = qobject_cast<Dialog*>(m_page->mover().question());
        if (!asked)
            return nullptr;
        asked->activateWindow(); // no window manager does it offscreen
        // By the focus: a window also counts as active while only its parent is.
        return QTest::qWaitFor([asked] { return asked->isActiveWindow(); }) ? asked : nullptr;
    }

private:
    std::pair<BoardColumn*, int> find(const QString& name);
    QPoint centreOf(const QString& name);

    StoreFixture m_store;
    FamilyFixture m_families{m_store};
    Catalogue m_catalogue{m_store.reader(), m_store.store()};
    FamilyChips m_chips{m_store.workspace(), m_store.clock(), QTimeZone("Asia/Shanghai")};
    EditDesk m_desk{m_store.store()};
    Theme m_theme{*qApp, [] { return Scheme::Light; }};
    ScriptedQuestions m_questions;
    Shortcuts m_shortcuts;
    MemoryBoardSettings m_settings;
    std::unique_ptr<BoardPage> m_page;
    QSignalSpy m_applied{&m_desk, &EditDesk::applied};
    QSignalSpy m_refused{&m_desk, &EditDesk::refused};
    CardList* m_held = nullptr;
    QPoint m_pointer{}; // global
};

} // namespace homeroom::test
