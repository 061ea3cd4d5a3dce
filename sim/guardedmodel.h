// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"
#include "models/values/stamp.h"

#include <QJsonObject>
#include <QJsonValue>

#include <functional>
#include <map>
#include <optional>

namespace homeroom::sim {

/// One pushed mutation with its outcome, as the wire has them.
struct Exchange {
    QJsonObject mutation{};
    QJsonObject outcome{};
    RecordId device{};
    RecordId user{};
    qint64 generation = 0; ///< of the server
    std::function<bool()> seesRoot{}; ///< whether the user sees the record's root now
};

/// What a guarded field must hold, from the pushed mutations alone: its last writer and value
/// (sync.md section 6). Says when an outcome contradicts the page.
class GuardedModel {
public:
    /// A field as the tables have it, before any mutation of the run.
    void know(
        const RecordId& id, const QString& field, const QJsonValue& value, const Stamp& stamp);
    void forgetRoot(const RecordId& root);
    void noteRoot(const RecordId& id, const RecordId& root) { m_roots[id] = root; }
    enum class End { Known, InDoubt };
    /// Where a generation ended when the server was restored. In doubt, or where it ends for the
    /// second time, the server may take none of its bases for seen: conflicts are too many then,
    /// and never too few.
    void endGeneration(qint64 generation, qint64 seq, End end);
    /// Goes back to an earlier model, and forgets no generation that has ended.
    void goBackTo(const GuardedModel& earlier);

    /// Takes the exchange in; a sentence where the outcome is wrong.
    std::optional<QString> take(const Exchange& exchange);

    struct Field {
        QJsonValue value{};
        Stamp stamp{};
        RecordId device{};
        RecordId user{};
        bool onlyCreated = true; ///< nobody wrote it after the create
    };
    using Key = std::pair<RecordId, QString>;
    const std::map<Key, Field>& fields() const { return m_fields; }

private:
    std::optional<QString> meet(
        const Exchange& exchange, const Key& key, const QJsonValue& value, const Stamp& base);
    void create(const Exchange& exchange, const RecordId& id);
    Stamp clamped(const Stamp& base, qint64 generation) const;
    bool isInDoubt(const Stamp& base, qint64 generation) const;

    std::map<Key, Field> m_fields{};
    std::map<RecordId, RecordId> m_roots{};
    std::map<qint64, std::pair<qint64, End>> m_ends{};
};

} // namespace homeroom::sim
