// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/contentlog.h"
#include "sim/fieldtable.h"
#include "sim/toldwords.h"

namespace homeroom::sim {

/// Looks for all that was acknowledged in the server's tables (I2): a row stands, or a later delete
/// or merge explains it; a value stands in its row, or a later acknowledged write does, or history
/// or a conflict holds it; a conflict that was announced says what both sides typed.
class ContentCheck {
public:
    ContentCheck(
        const ContentLog& log, const RowImages& rows, const std::map<RecordId, RecordId>& merged);

    /// The first thing that is lost, in a sentence.
    std::optional<QString> firstLoss();

private:
    struct Key {
        RecordId record;
        QString field;
        QString key; ///< of a field that holds an object
        bool operator<(const Key& other) const
        {
            return std::tie(record, field, key) < std::tie(other.record, other.field, other.key);
        }
    };
    /// What a field must hold by now.
    struct Held {
        std::vector<QJsonValue> candidates{};
        QJsonValue former{}; ///< undefined where nobody knows
        bool isWritten = false; ///< by an edit of the run
        const ContentEvent* last = nullptr;
        bool isMoved = false; ///< a merge of families had a hand in it
    };
    struct Member {
        bool isThere = false;
        const ContentEvent* last = nullptr;
    };
    struct Lost {
        const ContentEvent* event;
        Key key;
        QJsonValue value;
    };
    struct Mark {
        QByteArray text;
        const ContentEvent* event;
        bool isDropped = false; ///< by somebody who had read it
    };

    void knowRow(const RowImage& row);
    void replay(const ContentEvent& event);
    void exchange(const ContentEvent& event);
    void field(const ContentEvent& event, const FieldRule& rule, const QJsonValue& value);
    void write(const ContentEvent& event, const Key& key, const QJsonValue& value);
    void writeText(const ContentEvent& event, const Key& key, const QJsonValue& value);
    void writeMembers(const ContentEvent& event, const Key& key, const QJsonArray& members);
    void giveWay(const ContentEvent& event, const FieldRule& rule, const QJsonValue& value);
    void checkOrphan(const ContentEvent& event);
    void checkConflict(const ContentEvent& event);
    void checkSides(const ContentEvent& event, const RowImage& conflict);
    void familiesMoved(const ContentEvent& event);
    void checkRows();
    void checkRow(const RecordId& id, bool isLive);
    void checkFields();
    void checkLost();
    void checkMarks();
    void checkMembers();
    const RowImage* find(const RecordId& id) const;
    QJsonValue valueAt(const Key& key) const;
    void fail(const QString& text);

    const ContentLog& m_log;
    const RowImages& m_rows;
    const std::map<RecordId, RecordId>& m_merged;
    ToldWords m_told;
    std::map<Key, Held> m_held{};
    std::map<Key, std::map<QString, Member>> m_members{};
    std::map<Key, std::vector<Mark>> m_marks{};
    std::map<RecordId, bool> m_lives{}; ///< whether the last word was that it lives
    std::vector<Lost> m_lost{};
    std::optional<QString> m_failure{};
};

} // namespace homeroom::sim
