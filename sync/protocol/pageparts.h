// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace homeroom {

/// A page's body taken apart: its rows are read by themselves, value by value.
struct PageParts {
    QByteArray rest{}; ///< the body with empty lists of rows: small, whatever the page holds
    std::vector<QByteArrayView> rows{}; ///< pieces of the body: the list of rows of each block
};

/// Nothing where the body is no UTF-8 or not built like a page.
std::optional<PageParts> partsOfPage(const QByteArray& body);

} // namespace homeroom
