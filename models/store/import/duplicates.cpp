// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/duplicates.h"

#include "models/store/import/importwords.h"

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

quint64 traitHash(ImportProblem trait, const QString& text)
{
    return qHash(text, size_t(trait) * 0x9e3779b97f4a7c15ULL);
}

/// Without what a parent is called by.
QString plainName(const QString& name)
{
    QString plain = comparableName(name);
    for (const QStringView title : {QStringView(u"女士"), QStringView(u"先生"),
             QStringView(u"妈妈"), QStringView(u"爸爸"), QStringView(u"家长")}) {
        if (plain.size() > title.size() && plain.endsWith(title))
            plain.chop(title.size());
    }
    return plain;
}

std::array<std::pair<ImportProblem, QString>, 3> traitTexts(const FamilyTraits& traits)
{
    return {std::pair{ImportProblem::SamePhone, traits.phone},
        std::pair{ImportProblem::SameWechat, traits.wechatId.toCaseFolded()},
        std::pair{ImportProblem::SameName, comparableNames(traits.name, traits.child)}};
}

} // namespace

QString comparableNames(const QString& parent, const QString& child)
{
    const QString name = plainName(parent);
    const QString own = comparableName(child);
    return name.isEmpty() || own.isEmpty() ? QString() : name + u'|' + own;
}

void DuplicateIndex::load(Database& database)
{
    Statement families = database.statement(
        "SELECT c.id, c.name, c.phone, c.\"wechatId\", s.name FROM r_customer c "
        "LEFT JOIN r_student s ON s.root = c.id AND s.deleted = 0 WHERE c.deleted = 0");
    while (families.step()) {
        add({families.text(1), families.text(2), families.text(3), families.text(4)},
            families.id(0), 0);
    }
}

void DuplicateIndex::add(const FamilyTraits& traits, const RecordId& family, qint64 line)
{
    for (const auto& [trait, text] : traitTexts(traits))
        addTrait(trait, text, {family, line});
}

std::vector<ImportIssue> DuplicateIndex::similar(const FamilyTraits& traits) const
{
    std::vector<ImportIssue> issues;
    for (const auto& [trait, text] : traitTexts(traits)) {
        if (text.isEmpty())
            continue;
        const auto found = m_sightings.find(traitHash(trait, text));
        if (found == m_sightings.end())
            continue;
        const bool named = std::any_of(issues.begin(), issues.end(),
            [&](const ImportIssue& issue) { return issue.family == found->family; });
        if (!named)
            issues.push_back({trait, {}, {}, found->family, found->line});
    }
    return issues;
}

void DuplicateIndex::addTrait(ImportProblem trait, const QString& text, const Sighting& sighting)
{
    if (text.isEmpty())
        return;
    const quint64 hash = traitHash(trait, text);
    // The first one is named: it is the one that was there before.
    if (!m_sightings.contains(hash))
        m_sightings.insert(hash, sighting);
}

} // namespace homeroom
