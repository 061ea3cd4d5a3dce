// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/recentfamilies.h"

#include "models/store/recentopened.h"

#include <algorithm>

namespace homeroom {

namespace {

constexpr size_t mostKept = 50;

} // namespace

RecentFamilies::RecentFamilies(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_families(recentlyOpened(workspace.reader()))
{
}

void RecentFamilies::add(const RecordId& family)
{
    if (!m_families.empty() && m_families.front() == family)
        return;
    const auto known = std::find(m_families.begin(), m_families.end(), family);
    if (known == m_families.end())
        m_families.insert(m_families.begin(), family);
    else
        std::rotate(m_families.begin(), known, known + 1);
    m_families.resize(std::min(m_families.size(), mostKept));
    keepRecentlyOpened(m_workspace.store(), m_families);
    Q_EMIT changed();
}

} // namespace homeroom
