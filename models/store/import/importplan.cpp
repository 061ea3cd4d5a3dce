// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importplan.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t rowsAChunk = 500;
}

bool isLikeness(ImportProblem problem)
{
    return problem >= ImportProblem::SameKey;
}

void ImportPlan::add(JudgedRow row)
{
    row.mutations = {};
    ++counts[size_t(row.outcome)];
    const auto has = [&](auto condition) {
        return std::any_of(row.issues.begin(), row.issues.end(),
            [&](const ImportIssue& issue) { return condition(issue.problem); });
    };
    unknownChannels +=
        has([](ImportProblem problem) { return problem == ImportProblem::UnknownChannel; });
    warned += has(isLikeness);
    rows.push_back(std::move(row));
}

ImportRehearsal::ImportRehearsal(Workspace& workspace, std::shared_ptr<const ImportOrder> order,
    const Clock& clock, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_order(std::move(order)),
      m_judge(std::make_shared<ImportJudge>(*m_order, clock, QRandomGenerator::securelySeeded()))
{
}

ImportRehearsal::~ImportRehearsal() = default;

void ImportRehearsal::start()
{
    readOn();
}

void ImportRehearsal::readOn()
{
    const bool prepared = std::exchange(m_prepared, true);
    m_workspace
        .query([judge = m_judge, order = m_order, prepared](Database& database) -> Result<Chunk> {
            Chunk chunk;
            if (!prepared) {
                judge->prepare(database);
                for (const NewCustomField& field : judge->newCustomFields())
                    chunk.newCustomFields.append(field.key);
            }
            chunk.rows = judge->next(database, rowsAChunk);
            chunk.done = qint64(judge->position());
            chunk.atEnd = judge->atEnd();
            return chunk;
        })
        .then(this, [this](Result<Chunk> chunk) {
            if (chunk.ok())
                take(std::move(*chunk));
            else
                Q_EMIT failed(chunk.error());
        });
}

void ImportRehearsal::take(Chunk chunk)
{
    for (JudgedRow& row : chunk.rows)
        m_plan.add(std::move(row));
    m_plan.newCustomFields += chunk.newCustomFields;
    Q_EMIT progressed(chunk.done, qint64(m_order->table.rows.size()));
    m_plan.complete = chunk.atEnd;
    if (chunk.atEnd || m_cancelled)
        Q_EMIT finished(m_plan);
    else
        readOn();
}

} // namespace homeroom
