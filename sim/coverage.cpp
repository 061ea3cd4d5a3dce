// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/coverage.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char*, clientStateCount> stateNames{
    "idle", "pushing", "pulling", "offline", "signed-out"};

constexpr const char* expectedEvents[] = {"activation", "append", "batch", "claim",
    "client disk error", "client disk full", "client kill", "clock", "clone", "command", "create",
    "deactivation", "delete", "draft", "edit", "hand-over", "merge", "network", "night",
    "profile restore", "refusal", "resolve", "restart", "return", "role change", "schema",
    "server backup", "server disk error", "server disk full", "server kill", "server restore",
    "sign out or in", "sync now", "team change", "undo", "unmerge", "request-dropped",
    "response-dropped", "duplicate", "delay", "body-cut", "proxy-page", "server-error", "too-many",
    "unauthorized"};

} // namespace

void Coverage::expectAll()
{
    for (const char* event : expectedEvents)
        m_cells[QString::fromLatin1(event)];
}

void Coverage::add(const Coverage& other)
{
    for (const auto& [event, cells] : other.m_cells) {
        auto& own = m_cells[event];
        for (size_t i = 0; i < cells.size(); ++i)
            own[i] += cells[i];
    }
}

QString Coverage::table() const
{
    QString text = u"event"_s.leftJustified(22);
    for (const char* name : stateNames)
        text += QString::fromLatin1(name).rightJustified(12);
    text += u'\n';
    for (const auto& [event, cells] : m_cells) {
        text += event.leftJustified(22);
        for (const qint64 count : cells)
            text += QString::number(count).rightJustified(12);
        text += u'\n';
    }
    return text;
}

qint64 Coverage::emptyCells() const
{
    qint64 empty = 0;
    for (const auto& [event, cells] : m_cells)
        empty += std::count(cells.begin(), cells.end(), 0);
    return empty;
}

} // namespace homeroom::sim
