// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "models/store/workspace.h"
#include "models/values/rights.h"

#include <QTimeZone>

namespace homeroom {

class EditDesk;
class FamilyChips;
class FamilyServer;
class PrivacyMode;
class Questions;
class Theme;

/// What every page is given: the collaborators it may use, made in the composition root. All of
/// them outlive the pages.
struct PageContext {
    Workspace& workspace;
    Catalogue& catalogue;
    FamilyChips& chips; ///< which families wait for what, counted once for all pages
    EditDesk& desk; ///< the way to change records from a page
    Theme& theme;
    Questions& questions; ///< asks people; tests answer instead
    const Clock& clock;
    IdFactory& ids;
    Viewer viewer;
    QTimeZone zone; ///< the organisation's: cohort days and displayed times
    FamilyServer* server = nullptr; ///< null where none is spoken with, as in pictures
    PrivacyMode* privacy = nullptr; ///< the window's; null where no page stands in one
};

} // namespace homeroom
