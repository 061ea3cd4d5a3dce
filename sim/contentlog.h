// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/rowimages.h"

#include <QJsonObject>

namespace homeroom::sim {

/// One thing that the server said it has done, in the words of the wire.
struct ContentEvent {
    enum class What { Exchange, Merge, Unmerge, Choice };
    What what = What::Exchange;
    Stamp stamp{};
    QJsonObject mutation{}; ///< of a Choice its `set` alone
    QJsonObject outcome{};
    RecordId device{};
    /// The record that it is about: of an edit of a merged family the one that took it over.
    RecordId record{};
    RecordId other{}; ///< of a Merge or Unmerge the loser
};

/// Everything that people typed and the server acknowledged (I2). It goes back with the server's
/// database.
class ContentLog {
public:
    /// A row that was there before the run.
    void know(const RowImage& row) { m_known[row.id] = std::make_shared<RowImage>(row); }
    /// A push that has arrived; false where it had before. Until its answer is known it may have
    /// been done or not.
    bool attempted(const RecordId& device, const QJsonObject& mutation);
    void failed(const RecordId& device, const QJsonObject& mutation);
    void acknowledged(ContentEvent event);
    void add(ContentEvent event) { m_events.push_back(std::move(event)); }

    const std::vector<ContentEvent>& events() const { return m_events; }
    const std::map<RecordId, std::shared_ptr<const RowImage>>& known() const { return m_known; }
    /// Whether a push without an answer would explain this.
    bool isAttempted(const RecordId& id, const QString& operation) const;
    bool isAttempted(const RecordId& id, const QString& field, const QJsonValue& value) const;
    bool isAttemptedAtAll(const RecordId& id, const QString& field) const;

private:
    std::vector<ContentEvent> m_events{};
    std::map<RecordId, std::shared_ptr<const RowImage>> m_known{};
    /// By device and number.
    std::map<std::pair<RecordId, qint64>, QJsonObject> m_attempts{};
};

} // namespace homeroom::sim
