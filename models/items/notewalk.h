// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/notesearch.h"
#include "models/store/workspace.h"

#include <QObject>
#include <QTimer>

namespace homeroom {

/// Looks for typed words in all notes, slice by slice on the worker, once the person pauses: pages
/// that want to be read meanwhile come between.
class NoteWalk : public QObject {
    Q_OBJECT

public:
    /// The workspace must outlive it.
    explicit NoteWalk(Workspace& workspace, QObject* parent = nullptr);

    /// Begins anew with these words; what the ones before would still have found is not told. A
    /// single letter is no word to look for.
    void search(const QString& typed);
    bool isSearching() const { return m_waiting.isActive() || m_reading; }

Q_SIGNALS:
    void found(const std::vector<homeroom::NoteHit>& hits);
    /// All notes were read, or enough was found.
    void finished();

private:
    void readSlice();
    void take(const NoteSlice& slice);

    Workspace& m_workspace;
    QTimer m_waiting;
    QList<QByteArray> m_words;
    NotePlace m_place;
    quint64 m_generation = 0; ///< of the newest words
    size_t m_found = 0;
    bool m_reading = false;
};

} // namespace homeroom
