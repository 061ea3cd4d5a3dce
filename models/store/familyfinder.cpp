// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familyfinder.h"

#include "models/values/filtertext.h"

namespace homeroom {

std::vector<RecordId> FamilyFinder::find(Database& database, const QString& text)
{
    if (const quint64 changes = m_changes; m_read != changes) {
        m_texts = filterTexts(database, m_pinyin.pinyin());
        m_read = changes;
    }
    const QList<QByteArray> terms = filterTerms(text);
    std::vector<RecordId> families;
    for (auto each = m_texts.cbegin(); each != m_texts.cend(); ++each) {
        if (matchesFilter(each.value(), terms))
            families.push_back(each.key());
    }
    return families;
}

} // namespace homeroom
