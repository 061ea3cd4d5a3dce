// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"
#include "models/values/records/records.h"

namespace homeroom {

/// Below this age a child's data is kept only with a guardian's consent (个人信息保护法, article
/// 31).
constexpr int ageOfOwnConsent = 14;

/// Whether the student counts as under 14 on `today`, the organisation's day. A birth month counts
/// to its end, since the day is not known. Where there is none, kindergarten and grades up to 7
/// count as under 14; a child of whom neither is known does not.
bool needsGuardianConsent(const Student& student, const QDate& today);

/// Whether the consent is needed and not given.
bool lacksGuardianConsent(const Student& student, const QDate& today);

/// Whether these changes, made by a person or a sheet, must not be saved: they say something of
/// age or consent and would leave the student without the consent. What else is changed of a
/// student who is here without one may be saved.
bool lacksConsentAfter(RecordRow student, const FieldChanges& changes, const QDate& today);

} // namespace homeroom
