// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/edit.h"
#include "models/values/records/records.h"

namespace homeroom {

// One change of many families as one edit, that is one undo step.

Edit tagEdit(const std::vector<RecordId>& families, const RecordId& tag, Operation addOrRemove);
Edit tierEdit(const std::vector<RecordId>& families, Tier tier);
Edit nextStepTimeEdit(const std::vector<RecordId>& families, Milliseconds at);

} // namespace homeroom
