// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "models/values/rights.h"

#include <QTemporaryDir>

namespace homeroom::bench {

/// A synced profile of the demo organisation, made for one benchmark: what operations see, that is
/// every family.
class ProfileImage {
public:
    explicit ProfileImage(qint64 families);

    DatabaseOptions options() const;
    DatabaseKey key() const { return m_key; }
    Viewer viewer() const { return m_viewer; }
    qint64 rows() const { return m_rows; }

private:
    void fill(qint64 families);

    QTemporaryDir m_folder;
    DatabaseKey m_key = DatabaseKey::random();
    Viewer m_viewer{};
    qint64 m_rows = 0;
};

} // namespace homeroom::bench
