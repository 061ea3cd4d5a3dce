// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/rowimages.h"

#include <QJsonObject>

namespace homeroom::sim {

/// What history and conflicts of the server's tables tell, by record.
class ToldWords {
public:
    explicit ToldWords(const RowImages& rows);

    /// Whether history, or a conflict of any kind, holds this value of the field; with a key of one
    /// of its members.
    bool hold(const RecordId& record, const QString& field, const QString& key,
        const QJsonValue& value) const;
    /// Whether anything told about the record holds the text.
    bool holdText(const RecordId& record, const QByteArray& text) const;

private:
    struct Word {
        QString field;
        QJsonValue value;
    };
    void tell(const RowImage& row);

    std::map<RecordId, std::vector<Word>> m_words{};
    std::map<RecordId, QByteArray> m_texts{};
};

} // namespace homeroom::sim
