// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/notewalk.h"

#include "models/values/filtertext.h"

namespace homeroom {

namespace {

constexpr int pauseMs = 120;
constexpr int sliceRecords = 2000; // some ten milliseconds of the worker
constexpr size_t enoughHits = 20;

} // namespace

NoteWalk::NoteWalk(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(pauseMs);
    connect(&m_waiting, &QTimer::timeout, this, &NoteWalk::readSlice);
}

void NoteWalk::search(const QString& typed)
{
    ++m_generation;
    m_words = filterTerms(typed);
    m_place = {};
    m_found = 0;
    m_reading = false;
    // One Chinese character has several bytes.
    if (m_words.isEmpty() || (m_words.size() == 1 && m_words.front().size() < 2))
        m_waiting.stop();
    else
        m_waiting.start();
}

void NoteWalk::readSlice()
{
    m_reading = true;
    m_workspace
        .query([words = m_words, place = m_place](Database& database) {
            return searchNotes(database, words, place, sliceRecords);
        })
        .then(this, [this, generation = m_generation](const Result<NoteSlice>& slice) {
            if (generation == m_generation)
                take(slice.ok() ? *slice : NoteSlice{{}, {NotePlace::Source::End, {}}});
        });
}

void NoteWalk::take(const NoteSlice& slice)
{
    const quint64 generation = m_generation;
    std::vector<NoteHit> hits = slice.hits;
    hits.resize(std::min(hits.size(), enoughHits - m_found));
    m_found += hits.size();
    m_place = slice.next;
    m_reading = m_found < enoughHits && m_place.source != NotePlace::Source::End;
    if (!hits.empty())
        Q_EMIT found(hits);
    if (generation != m_generation)
        return;
    if (m_reading)
        readSlice();
    else
        Q_EMIT finished();
}

} // namespace homeroom
