// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/familyserver.h"

#include <QStringList>

#include <deque>

namespace homeroom::test {

/// A server that notes what it is asked and answers as a test says, at once or when it is told to.
class ScriptedServer final : public FamilyServer {
public:
    void handOver(const std::vector<HeldFamily>& families, const RecordId& to,
        Answered<qint64> done) override;
    void returnToPool(const std::vector<HeldFamily>& families, Answered<qint64> done) override;
    void claim(const std::vector<RecordId>& families, Answered<qint64> done) override;
    void listPool(const QString& text, const RecordId& after, Answered<PoolFamilies> done) override;
    void merge(const HeldFamily& winner, const HeldFamily& loser, Answered<qint64> done) override;
    void unmerge(const RecordId& winner, const RecordId& loser, Answered<qint64> done) override;
    void unmask(
        const RecordId& customer, const QString& reason, Answered<FullContacts> done) override;
    void noteExport(
        RecordKind kind, const QString& filter, qint64 rows, Answered<void> done) override;

    std::optional<Error> refusal{}; ///< of everything, until it is taken back
    bool silent = false; ///< keeps answers until speak()
    void speak();

    QStringList asked{}; ///< one line a question
    std::vector<HeldFamily> families{}; ///< of the last deed
    RecordId receiver{};
    std::deque<PoolFamilies> pool{}; ///< pages, in the order they are given out
    FullContacts contacts{};

private:
    void answer(std::function<void()> work);
    void answerMoved(size_t count, const Answered<qint64>& done);

    std::vector<std::function<void()>> m_kept{};
};

} // namespace homeroom::test
