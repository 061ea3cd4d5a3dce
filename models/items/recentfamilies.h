// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"

namespace homeroom {

/// The families that were opened last on this computer, the last one first; kept in the encrypted
/// profile.
class RecentFamilies : public QObject {
    Q_OBJECT

public:
    /// The workspace must outlive it.
    explicit RecentFamilies(Workspace& workspace, QObject* parent = nullptr);

    const std::vector<RecordId>& families() const { return m_families; }
    /// The family was opened now.
    void add(const RecordId& family);

Q_SIGNALS:
    void changed();

private:
    Workspace& m_workspace;
    std::vector<RecordId> m_families;
};

} // namespace homeroom
