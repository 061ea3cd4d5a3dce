// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"
#include "ui/editing/sentences.h"

namespace homeroom {

/// Where pages hand in edits. It gives them to the store and tells the window what came of it: a
/// toast with «Undo», or a sentence why nothing was changed.
class EditDesk : public QObject {
    Q_OBJECT

public:
    explicit EditDesk(RecordStore& store, QObject* parent = nullptr);

    /// Applies the edit; `then` runs on this thread with what came of it, and not at all once
    /// `context` is gone.
    using Then = std::function<void(const Result<EditReceipt>&)>;
    void apply(Edit edit, QObject* context = nullptr, Then then = {});
    void undo();
    void redo();
    /// Takes back one step, whichever it is, where nothing later depends on it; `then` as for
    /// apply.
    void undoStep(qint64 entry, QObject* context, Then then);
    /// Says why an edit could not even be made.
    void report(const Error& error) { Q_EMIT refused(sentenceFor(error)); }

Q_SIGNALS:
    /// An edit is committed. `label` is its sentence; empty where the page shows it by itself.
    void applied(const QString& label, const homeroom::ChangeSet& changes);
    void undone(const QString& label, const homeroom::ChangeSet& changes);
    void redone(const QString& label, const homeroom::ChangeSet& changes);
    /// With undone and redone: what is another thing again.
    void reverted(const homeroom::ChangeSet& changes);
    /// Nothing was changed, and why.
    void refused(const QString& sentence);

private:
    using Told = void (EditDesk::*)(const QString&, const ChangeSet&);
    void report(Pending<Result<EditReceipt>> future, Told signal, QObject* context, Then then,
        const QString& nothing = {});

    RecordStore& m_store;
};

} // namespace homeroom
