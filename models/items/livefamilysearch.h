// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familysearch.h"
#include "models/store/workspace.h"

#include <QObject>
#include <QSet>

namespace homeroom {

/// The search of families as the store is now: read on the worker when it is first asked for,
/// followed after every commit.
class LiveFamilySearch : public QObject {
    Q_OBJECT

public:
    /// The workspace must outlive it.
    explicit LiveFamilySearch(Workspace& workspace, QObject* parent = nullptr);

    /// Begins to read, once.
    void start();
    bool isReady() const { return m_ready; }
    /// See FamilySearch::find(). Nothing until it is ready.
    std::vector<FamilyHit> find(const QString& typed, size_t most) const;
    /// See FamilySearch::setRecent().
    void setRecent(const std::vector<RecordId>& families);

Q_SIGNALS:
    /// The same words may find other families now.
    void changed();

private:
    void reload();
    void follow(const ChangeSet& changes);
    void refresh();
    void take(FamilySearch search);
    void take(const std::vector<RecordId>& families, const std::vector<FamilyTexts>& texts);

    Workspace& m_workspace;
    std::shared_ptr<LazyPinyin> m_reading = std::make_shared<LazyPinyin>(); ///< the worker's
    FamilySearch m_search{};
    std::vector<RecordId> m_recent{};
    QSet<RecordId> m_touched{}; ///< changed since the last reading began
    QSet<RecordId> m_gone{}; ///< of them those that went
    bool m_started = false;
    bool m_ready = false;
    bool m_busy = false;
};

} // namespace homeroom
