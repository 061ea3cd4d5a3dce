// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

/// What cells and heads of the table of families say.
CustomerTableModel::Words customerWords(const PageContext& context);

QString columnTitle(CustomerColumn column, const QString& customKey, const Catalogue& catalogue);

/// The stable word of a column, in saved views and page states: `nextStepAt`, `custom.total`.
QString columnWord(CustomerColumn column, const QString& customKey);
/// The sort that a saved word means; nothing for a column that is no more.
std::optional<CustomerSort> sortOfWord(const QString& word, Qt::SortOrder order);

/// Tags of the ids that are known.
std::vector<Tag> tagsOf(const QStringList& ids, const Catalogue& catalogue);

} // namespace homeroom
