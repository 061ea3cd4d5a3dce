// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importguess.h"

#include "models/store/import/importreader.h"
#include "models/store/import/importsynonyms.h"
#include "models/store/import/importwords.h"
#include "models/values/phone.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t sampleRows = 200;
constexpr double phoneShare = 0.8; // of the cells that say something
constexpr double readableShare = 0.5;

/// Guesses the columns of one sheet.
class Guesser {
public:
    Guesser(const ImportTable& table, const ImportGuess& guess) : m_table(table), m_guess(guess)
    {
        for (const QString& word : guess.emptyWords)
            m_emptyWords.insert(word.trimmed().toCaseFolded());
    }

    ImportMapping complete(const ImportMapping& given)
    {
        ImportMapping mapping;
        for (const QString& column : m_table.columns) {
            if (const ColumnMapping* known = given.find(column))
                mapping.columns.push_back(*known);
            else
                mapping.columns.push_back({column, {}, {}});
        }
        guessByName(mapping, given);
        guessPhones(mapping, given);
        for (size_t i = 0; i < mapping.columns.size(); ++i) {
            if (!given.find(m_table.columns[i]) && !m_guessed.contains(i))
                mapping.columns[i].target = customTarget(mapping, mapping.columns[i].column);
        }
        return mapping;
    }

private:
    void guessByName(ImportMapping& mapping, const ImportMapping& given)
    {
        for (size_t i = 0; i < mapping.columns.size(); ++i) {
            if (given.find(m_table.columns[i]))
                continue;
            const std::optional<ImportTarget> target = named(m_table.columns[i], i);
            if (!target)
                continue;
            const bool leftOut = target->kind == ImportTargetKind::Skip;
            if (!leftOut && (mapping.uses(*target) || readable(i, *target) < readableShare))
                continue;
            mapping.columns[i].target = *target;
            m_guessed.insert(i);
        }
    }

    void guessPhones(ImportMapping& mapping, const ImportMapping& given)
    {
        const ImportTarget phone{ImportTargetKind::Customer, u"phone"_s};
        for (size_t i = 0; i < mapping.columns.size() && !mapping.uses(phone); ++i) {
            if (m_guessed.contains(i) || given.find(m_table.columns[i]) || !looksLikePhones(i))
                continue;
            mapping.columns[i].target = phone;
            m_guessed.insert(i);
        }
    }

    std::optional<ImportTarget> named(const QString& column, size_t index) const
    {
        if (m_table.ownExport)
            return ownTarget(column);
        // Our own file of rejected rows ends in these two.
        if (index + 2 >= m_table.columns.size()
            && (column == rejectedLineColumn || column == rejectedReasonColumn))
            return ImportTarget{};
        for (const CustomField& field : m_guess.catalogue.customFields) {
            if (field.key == column || comparableName(field.name) == comparableName(column))
                return ImportTarget{ImportTargetKind::Custom, field.key};
        }
        for (const auto& [name, target] : m_guess.names) {
            if (comparableName(name) == comparableName(column))
                return target;
        }
        return synonymTarget(column);
    }

    /// Our own export names every column by its target's word; what only the server sets is left
    /// out.
    static std::optional<ImportTarget> ownTarget(const QString& column)
    {
        return ImportTarget::fromWord(column).value_or(ImportTarget{});
    }

    static ImportTarget customTarget(const ImportMapping& mapping, const QString& column)
    {
        const QString wanted = customKeyFor(column);
        ImportTarget target{ImportTargetKind::Custom, wanted.isEmpty() ? u"column"_s : wanted};
        for (int n = 2; mapping.uses(target); ++n)
            target.name = u"%1 (%2)"_s.arg(wanted).arg(n);
        return target;
    }

    double readable(size_t column, const ImportTarget& target) const
    {
        if (m_table.ownExport)
            return 1;
        ImportChoices choices;
        choices.mapping.columns.push_back({m_table.columns[column], target, {}});
        const ImportReader reader(m_table, choices, m_guess.catalogue, m_guess.zone);
        return share(column, [&](size_t row) {
            const ImportedFamily family = reader.read(row);
            const bool strange = std::any_of(
                family.issues.begin(), family.issues.end(), [](const ImportIssue& issue) {
                    return failsRow(issue.problem) || issue.problem == ImportProblem::UnknownTag;
                });
            return !strange;
        });
    }

    bool looksLikePhones(size_t column) const
    {
        bool any = false;
        const double phones = share(column, [&](size_t row) {
            any = true;
            return normalisedPhone(m_table.cell(row, column)).has_value();
        });
        return any && phones >= phoneShare;
    }

    /// Of the sampled cells that say something, those for which `good` holds; 1 when none does.
    template <typename Good> double share(size_t column, Good good) const
    {
        double said = 0;
        double fine = 0;
        for (size_t row = 0; row < std::min(sampleRows, m_table.rows.size()); ++row) {
            const QString cell = m_table.cell(row, column);
            if (cell.isEmpty() || m_emptyWords.contains(cell.toCaseFolded()))
                continue;
            ++said;
            fine += good(row) ? 1 : 0;
        }
        return said > 0 ? fine / said : 1;
    }

    const ImportTable& m_table;
    const ImportGuess& m_guess;
    QSet<QString> m_emptyWords{};
    QSet<size_t> m_guessed{};
};

} // namespace

ImportMapping completedMapping(
    const ImportMapping& given, const ImportTable& table, const ImportGuess& guess)
{
    return Guesser(table, guess).complete(given);
}

std::optional<ImportTarget> guessedKey(const ImportMapping& mapping)
{
    for (const QString& name : {u"externalId"_s, u"phone"_s}) {
        const ImportTarget target{ImportTargetKind::Customer, name};
        if (mapping.uses(target))
            return target;
    }
    return std::nullopt;
}

} // namespace homeroom
