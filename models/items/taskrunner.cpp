// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/taskrunner.h"

namespace homeroom {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;
constexpr size_t atOnce = 50; // a transaction of some milliseconds

} // namespace

TaskRunner::TaskRunner(Workspace& workspace, FamilyChips& chips, const Viewer& viewer,
    Calendar calendar, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_chips(chips), m_viewer(viewer),
      m_calendar(std::move(calendar))
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(patience);
    connect(&m_wait, &QTimer::timeout, this, &TaskRunner::run);
    connect(&m_chips, &FamilyChips::changed, this, [this] { m_wait.start(); });
    if (m_chips.isReady())
        m_wait.start();
}

void TaskRunner::run()
{
    m_again = m_running;
    if (m_running)
        return;
    m_running = true;
    const auto find = [masks = m_chips.masks(),
                          run = RuleRun{m_chips.moment(), m_calendar(), m_viewer}](
                          Database& database) { return findRuleTasks(database, masks, run); };
    m_workspace.query(find).then(this, [this](const Result<std::vector<Mutation>>& found) {
        if (found.ok())
            m_waiting.assign(found->begin(), found->end());
        writeNext();
    });
}

void TaskRunner::writeNext()
{
    if (m_waiting.empty()) {
        m_running = false;
        Q_EMIT finished();
        if (m_again)
            run();
        return;
    }
    std::vector<Mutation> some;
    while (!m_waiting.empty() && some.size() < atOnce) {
        some.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    m_workspace.store()
        .applyByRule([some](Database& database) { return stillWanted(database, some); })
        .then(this, [this](const Result<EditReceipt>& receipt) {
            // Whatever stands in the way of one piece will be found again by the next run.
            if (!receipt.ok())
                m_waiting.clear();
            writeNext();
        });
}

} // namespace homeroom
