// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "tests/support/families.h"
#include "tests/support/scriptedquestions.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/pagecontext.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace homeroom::test {

/// All that a page is given, on a store of its own: a tutor in Shanghai on 24 November 2025.
class PageWorld {
public:
    PageWorld()
        : catalogue(store.reader(), store.store()),
          chips(store.workspace(), store.clock(), QTimeZone("Asia/Shanghai")), desk(store.store()),
          theme(*qApp, [] { return Scheme::Light; }),
          user(store.ids().next()), context{store.workspace(), catalogue, chips, desk, theme,
                                        questions, store.clock(), store.ids(),
                                        {user, UserRole::Tutor, {}}, QTimeZone("Asia/Shanghai")},
          families(store)
    {
        store.store().setAuthor({user, {}});
    }

    StoreFixture store;
    Catalogue catalogue;
    FamilyChips chips;
    EditDesk desk;
    Theme theme;
    ScriptedQuestions questions;
    Shortcuts shortcuts;
    RecordId user;
    PageContext context;
    Families families;
};

} // namespace homeroom::test
