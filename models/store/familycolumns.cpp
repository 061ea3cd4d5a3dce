// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familycolumns.h"

#include "models/database/recordtable.h"
#include "models/store/idlist.h"

#include <algorithm>
#include <map>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr LessonNumber lessonNumbers[] = {LessonNumber::Attended, LessonNumber::Missed,
    LessonNumber::Finished, LessonNumber::Homework, LessonNumber::Minutes};

/// What is selected for the field; a path joins the others.
QByteArray columnOf(const AskedField& asked, QStringList& paths)
{
    const ConditionField& field = asked.field;
    if (!field.customKey.isEmpty()) {
        paths.append(u"$.\""_s + field.customKey + u'"');
        return "json_extract(t.custom, ?" + QByteArray::number(idsAtOnce + paths.size()) + ')';
    }
    const QByteArray column =
        "t." + RecordTable::columnName(recordType(field.kind).fields[size_t(field.index)]);
    return asked.orArrival ? "coalesce(" + column + ", t.\"createdAt\")" : column;
}

void bindPaths(Statement& query, const QStringList& paths)
{
    for (qsizetype i = 0; i < paths.size(); ++i)
        query.bind(idsAtOnce + 1 + int(i), paths[i]);
}

} // namespace

struct FamilyColumns::Source {
    QByteArray select{}; ///< up to the condition: families first, then one column for each field
    QByteArray family{};
    QByteArray rest{}; ///< behind the condition
    QStringList paths{}; ///< of custom fields, the parameters behind the ids
};

FamilyColumns::Source FamilyColumns::sourceOf(const Bundle& bundle)
{
    const RecordKind kind = bundle.front().asked.field.kind;
    if (kind == RecordKind::LessonProgress)
        return {"SELECT t.root, sum(t.attended IN ('live', 'replay')), "
                "sum(t.attended = 'missed'), sum(t.finished), "
                "sum(t.\"homeworkAt\" IS NOT NULL), sum(t.minutes) "
                "FROM r_lessonprogress t WHERE t.deleted = 0",
            "t.root", " GROUP BY t.root"};
    Source source;
    source.family = kind == RecordKind::Customer ? "t.id" : "t.root";
    source.select = "SELECT " + source.family;
    for (const Column& column : bundle)
        source.select += ", " + columnOf(column.asked, source.paths);
    source.select += " FROM " + RecordTable::tableName(recordType(kind)) + " t WHERE t.deleted = 0";
    return source;
}

void FamilyColumns::clear()
{
    *this = FamilyColumns();
}

void FamilyColumns::enter(const RecordId& family)
{
    m_places.insert(family, quint32(m_families.size()));
    m_families.push_back(family);
    for (const auto& bundle : m_bundles) {
        for (Column& column : *bundle)
            column.answers.emplace_back();
    }
}

void FamilyColumns::readFamilies(Database& database)
{
    if (std::exchange(m_read, true))
        return;
    Statement query = database.statement("SELECT id FROM r_customer WHERE deleted = 0");
    while (query.step())
        enter(query.id(0));
}

// Tags and words are a few that many families have.
FieldValue FamilyColumns::shared(FieldValue value)
{
    const auto once = [this](const QString& word) {
        const auto known = m_words.constFind(word);
        return known == m_words.constEnd() ? *m_words.insert(word, word) : *known;
    };
    if (auto* text = std::get_if<QString>(&value))
        return once(*text);
    if (auto* set = std::get_if<QStringList>(&value))
        std::ranges::transform(*set, set->begin(), once);
    return value;
}

void FamilyColumns::take(Bundle& bundle, const Statement& row)
{
    const auto place = m_places.constFind(row.id(0));
    if (place == m_places.constEnd())
        return;
    for (size_t i = 0; i < bundle.size(); ++i) {
        const FieldKind form = bundle[i].asked.field.form;
        FieldValue value = row.value(int(i) + 1, form);
        if (form == FieldKind::Word || form == FieldKind::Set)
            value = shared(std::move(value));
        bundle[i].answers[*place].push_back(std::move(value));
    }
}

void FamilyColumns::fill(Database& database, Bundle& bundle)
{
    const Source source = sourceOf(bundle);
    Statement query = database.statement(source.select + source.rest);
    bindPaths(query, source.paths);
    while (query.step())
        take(bundle, query);
}

const FamilyColumns::Column* FamilyColumns::find(const AskedField& asked) const
{
    for (const auto& bundle : m_bundles) {
        const auto found = std::ranges::find(*bundle, asked, &Column::asked);
        if (found != bundle->end())
            return &*found;
    }
    return nullptr;
}

void FamilyColumns::readMissing(Database& database, const std::vector<AskedField>& asked)
{
    std::map<RecordKind, std::vector<AskedField>> missing;
    for (const AskedField& each : asked) {
        if (!find(each))
            missing[each.field.kind].push_back(each);
    }
    if (auto lessons = missing.find(RecordKind::LessonProgress); lessons != missing.end()) {
        // One walk over the lessons counts all of them.
        AskedField each = lessons->second.front();
        lessons->second.clear();
        for (const LessonNumber number : lessonNumbers) {
            each.field.number = number;
            each.field.word = lessonNumberWord(number);
            lessons->second.push_back(each);
        }
    }
    for (const auto& [kind, fields] : missing) {
        auto bundle = std::make_unique<Bundle>();
        for (const AskedField& each : fields)
            bundle->push_back({each, std::vector<Answer>(m_families.size())});
        fill(database, *bundle);
        m_bundles.push_back(std::move(bundle));
    }
}

void FamilyColumns::prepare(Database& database, const ConditionJudge& judge)
{
    readFamilies(database);
    readMissing(database, judge.asked());
}

std::vector<RecordId> FamilyColumns::matching(Database& database, const ConditionJudge& judge)
{
    prepare(database, judge);
    std::vector<const Column*> columns;
    for (const AskedField& asked : judge.asked())
        columns.push_back(find(asked));
    // Nothing told of a family's lessons is none of them.
    const FieldValue none = qint64(0);
    quint32 place = 0;
    const auto answers = [&](size_t asked) {
        const Column& column = *columns[asked];
        const Answer& held = column.answers[place];
        const bool isNumber = column.asked.field.number != LessonNumber::None;
        return held.empty() && isNumber ? FieldAnswers(&none, 1) : FieldAnswers(held);
    };
    const ConditionJudge::Answers asking = answers;
    std::vector<RecordId> found;
    for (; place < m_families.size(); ++place) {
        if (!m_families[place].isNull() && judge.holds(asking))
            found.push_back(m_families[place]);
    }
    return found;
}

void FamilyColumns::refresh(Database& database, std::span<const RecordId> families)
{
    if (!m_read)
        return;
    for (const RecordId& family : families) {
        const auto place = m_places.constFind(family);
        if (place == m_places.constEnd())
            continue;
        m_families[*place] = {};
        for (const auto& bundle : m_bundles) {
            for (Column& column : *bundle)
                column.answers[*place].clear();
        }
    }
    forIds(database, "SELECT id FROM r_customer WHERE deleted = 0 AND id IN " + idList(), families,
        [this](const Statement& row) {
            const RecordId family = row.id(0);
            const auto place = m_places.constFind(family);
            if (place == m_places.constEnd())
                enter(family);
            else
                m_families[*place] = family;
        });
    for (const auto& bundle : m_bundles) {
        const Source source = sourceOf(*bundle);
        const QByteArray sql =
            source.select + " AND " + source.family + " IN " + idList() + source.rest;
        forIds(
            database, sql, families, [&](const Statement& row) { take(*bundle, row); },
            [&](Statement& query) { bindPaths(query, source.paths); });
    }
}

} // namespace homeroom
