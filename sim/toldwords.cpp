// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/toldwords.h"

#include "sim/fieldtable.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

RecordId subjectOf(const RowImage& row)
{
    const QString subject = QString::fromUtf8(row.value("record"));
    return RecordId::fromString(subject.section(u'/', 1)).value_or(RecordId());
}

} // namespace

ToldWords::ToldWords(const RowImages& rows)
{
    for (const auto& [id, row] : rows)
        tell(*row);
}

void ToldWords::tell(const RowImage& row)
{
    if (row.deleted)
        return;
    if (row.kind == RecordKind::HistoryEntry) {
        const RecordId record = subjectOf(row);
        m_texts[record] += row.value("changes");
        const QJsonObject changes = QJsonDocument::fromJson(row.value("changes")).object();
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            for (const QJsonValue& value : change->toArray())
                m_words[record].push_back({change.key(), value});
        }
    } else if (row.kind == RecordKind::Conflict) {
        const RecordId record = subjectOf(row);
        m_texts[record] += row.value("values");
        const QJsonObject values = QJsonDocument::fromJson(row.value("values")).object();
        const QJsonValue mine = values.value("mine"_L1);
        const QString field = QString::fromUtf8(row.value("fieldName"));
        if (!field.isEmpty())
            m_words[record].push_back({field, mine});
        const QJsonObject along = values.value("along"_L1).toObject();
        for (auto each = along.begin(); each != along.end(); ++each)
            m_words[record].push_back({each.key(), each.value()});
        // An orphan holds the whole edit.
        const QJsonObject fields = field.isEmpty() ? mine.toObject() : QJsonObject();
        for (auto each = fields.begin(); each != fields.end(); ++each)
            m_words[record].push_back({each.key(), each.value()});
    }
}

bool ToldWords::hold(
    const RecordId& record, const QString& field, const QString& key, const QJsonValue& value) const
{
    const auto words = m_words.find(record);
    if (words == m_words.end())
        return false;
    return std::ranges::any_of(words->second, [&](const Word& word) {
        const QJsonValue told = key.isEmpty() ? word.value : word.value.toObject().value(key);
        const bool says = key.isEmpty() || word.value.toObject().contains(key);
        return word.field == field && says && sameValue(told, value);
    });
}

bool ToldWords::holdText(const RecordId& record, const QByteArray& text) const
{
    const auto texts = m_texts.find(record);
    return texts != m_texts.end() && texts->second.contains(text);
}

} // namespace homeroom::sim
