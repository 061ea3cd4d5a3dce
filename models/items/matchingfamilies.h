// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "models/store/familycolumns.h"
#include "models/store/workspace.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace homeroom {

/// The families that conditions hold for: read on the worker when they are set, followed after
/// every commit, and every minute where they ask for the time.
class MatchingFamilies : public QObject {
    Q_OBJECT

public:
    /// All arguments must outlive it.
    MatchingFamilies(Workspace& workspace, const Catalogue& catalogue, const Clock& clock,
        const QTimeZone& zone, QObject* parent = nullptr);

    /// Another one over what `other` has read already, so that its first question is answered as
    /// fast as the other's next one.
    explicit MatchingFamilies(const MatchingFamilies& other, QObject* parent);

    /// An empty group asks nothing.
    void setConditions(ConditionGroup conditions);
    /// Reads ahead what these conditions will ask for, so that setting them is answered at once.
    void prepare(const ConditionGroup& conditions);
    const ConditionGroup& conditions() const { return m_conditions; }
    /// What a condition can name, the organisation's own fields included.
    const std::vector<ConditionField>& fields() const { return m_fields; }
    /// Why they cannot be asked, as when a custom field was removed. Nobody is found then.
    const std::optional<ConditionFault>& fault() const { return m_fault; }
    /// Nothing while there are no conditions; until the first reading has come back those of the
    /// conditions before.
    const std::optional<QSet<RecordId>>& families() const { return m_families; }
    /// False from setConditions until its families are there.
    bool isReady() const { return m_ready; }

Q_SIGNALS:
    /// families(), fault() or fields() are other ones.
    void changed();

private:
    void followCatalogue();
    void judge();
    void reload();
    void follow(const ChangeSet& changes);
    void take(QSet<RecordId> families);

    Workspace& m_workspace;
    const Catalogue& m_catalogue;
    const Clock& m_clock;
    const QTimeZone m_zone;
    ConditionGroup m_conditions{};
    std::vector<ConditionField> m_fields{};
    std::optional<ConditionFault> m_fault{};
    std::optional<QSet<RecordId>> m_families{};
    QSet<RecordId> m_touched{}; ///< changed since the columns were last brought up to date
    QTimer m_minute;
    std::shared_ptr<FamilyColumns> m_columns; ///< the worker's alone
    quint64 m_generation = 0; ///< of the newest reading asked for
    bool m_ready = true;
    bool m_reading = false;
    bool m_reloadWanted = false;
};

} // namespace homeroom
