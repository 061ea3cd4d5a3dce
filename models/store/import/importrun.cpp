// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importrun.h"

#include <numeric>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// About 20 ms of the writer: a person's own edit comes in between.
constexpr size_t rowsAChunk = 100;

/// Whether one row is at fault, so that the others can go on.
bool isAboutARow(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
    case ErrorCode::Malformed:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Forbidden:
    case ErrorCode::TooLarge:
        return true;
    default:
        return false;
    }
}

} // namespace

qint64 ImportResult::settled() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

ImportRun::ImportRun(
    std::shared_ptr<const ImportOrder> order, const Clock& clock, QRandomGenerator random)
    : m_order(std::move(order)), m_judge(*m_order, clock, QRandomGenerator(random.generate()))
{
    m_result.batch = IdFactory(clock, random).next();
}

bool ImportRun::isOver() const
{
    const bool done = m_prepared && m_judge.atEnd() && m_pieces.empty();
    return done || m_result.cancelled || m_result.stopped;
}

void ImportRun::read(Database& database)
{
    if (!m_prepared) {
        m_judge.prepare(database);
        m_prepared = true;
        if (std::vector<Mutation> fields = m_judge.customFieldMutations(); !fields.empty())
            m_pieces.push_back({{}, std::move(fields)});
    }
    m_pieces.push_back({m_judge.next(database, rowsAChunk), {}});
}

std::optional<Edit> ImportRun::nextEdit()
{
    while (!m_pieces.empty() && !isOver()) {
        const Piece& piece = m_pieces.front();
        Edit edit{m_order->label, piece.mutations, m_result.batch};
        for (const JudgedRow& row : piece.rows)
            edit.mutations.insert(edit.mutations.end(), row.mutations.begin(), row.mutations.end());
        if (!edit.mutations.empty())
            return edit;
        settle(EditReceipt{});
    }
    return std::nullopt;
}

void ImportRun::settle(const Result<EditReceipt>& receipt)
{
    Piece piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    if (!receipt) {
        refuse(std::move(piece), receipt.error());
        return;
    }
    if (receipt->undoEntry != 0)
        m_result.undoEntry = receipt->undoEntry;
    for (JudgedRow& row : piece.rows)
        settleRow(std::move(row));
}

void ImportRun::settleRow(JudgedRow row)
{
    ++m_result.counts[size_t(row.outcome)];
    if (row.outcome != ImportOutcome::Fail)
        return;
    row.mutations = {};
    m_result.rejected.push_back(std::move(row));
}

void ImportRun::refuse(Piece piece, const Error& error)
{
    if (!isAboutARow(error.code) || piece.rows.empty()) {
        m_result.stopped = error;
        return;
    }
    if (piece.rows.size() == 1) {
        JudgedRow& row = piece.rows.front();
        row.outcome = ImportOutcome::Fail;
        row.issues.push_back({ImportProblem::Refused, error.field, error.detail, {}, 0});
        settleRow(std::move(row));
        return;
    }
    for (auto row = piece.rows.rbegin(); row != piece.rows.rend(); ++row) {
        Piece single;
        single.rows.push_back(std::move(*row));
        m_pieces.push_front(std::move(single));
    }
}

ImportResult runImport(
    Workspace& workspace, ImportRun& run, const std::function<void(qint64)>& progressed)
{
    while (!run.isOver()) {
        if (std::optional<Edit> edit = run.nextEdit()) {
            run.settle(workspace.store().apply(std::move(*edit)).result());
        } else if (!run.isOver()) {
            const Result<void> read =
                workspace.query([&run](Database& database) { run.read(database); }).result();
            if (!read)
                run.stop(read.error());
        }
        if (progressed)
            progressed(run.result().settled());
    }
    return run.result();
}

ImportJob::ImportJob(Workspace& workspace, std::shared_ptr<const ImportOrder> order,
    const Clock& clock, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_run(std::make_shared<ImportRun>(std::move(order),
                                                   clock, QRandomGenerator::securelySeeded()))
{
}

ImportJob::~ImportJob() = default;

void ImportJob::step()
{
    if (m_cancelled)
        m_run->cancel();
    if (std::optional<Edit> edit = m_run->nextEdit()) {
        m_workspace.store()
            .apply(std::move(*edit))
            .then(this, [this](const Result<EditReceipt>& receipt) {
                m_run->settle(receipt);
                stepOn();
            });
        return;
    }
    if (m_run->isOver()) {
        Q_EMIT finished(m_run->result());
        return;
    }
    m_workspace.query([run = m_run](Database& database) { run->read(database); })
        .then(this, [this](const Result<void>& read) {
            if (!read)
                m_run->stop(read.error());
            stepOn();
        });
}

void ImportJob::stepOn()
{
    Q_EMIT progressed(m_run->result().settled(), qint64(m_run->order().table.rows.size()));
    step();
}

} // namespace homeroom
