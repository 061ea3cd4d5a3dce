// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editdesk.h"

#include <QPointer>

namespace homeroom {

EditDesk::EditDesk(RecordStore& store, QObject* parent) : QObject(parent), m_store(store) { }

void EditDesk::apply(Edit edit, QObject* context, Then then)
{
    report(m_store.apply(std::move(edit)), &EditDesk::applied, context, std::move(then));
}

void EditDesk::undo()
{
    report(m_store.undo(), &EditDesk::undone, nullptr, {}, tr("There is nothing to undo."));
}

void EditDesk::redo()
{
    report(m_store.redo(), &EditDesk::redone, nullptr, {}, tr("There is nothing to redo."));
}

void EditDesk::undoStep(qint64 entry, QObject* context, Then then)
{
    report(m_store.undoEntry(entry), &EditDesk::undone, context, std::move(then));
}

void EditDesk::report(Pending<Result<EditReceipt>> future, Told signal, QObject* context, Then then,
    const QString& nothing)
{
    const QPointer<QObject> watched(context);
    const bool bound = context != nullptr;
    future.then(
        this, [this, signal, watched, bound, then, nothing](const Result<EditReceipt>& receipt) {
            if (!receipt.ok())
                Q_EMIT refused(!nothing.isEmpty() && receipt.error().code == ErrorCode::NotFound
                        ? nothing
                        : sentenceFor(receipt.error()));
            else
                Q_EMIT(this->*signal)(receipt->label, receipt->changes);
            if (receipt.ok() && signal != &EditDesk::applied)
                Q_EMIT reverted(receipt->changes);
            if (then && (!bound || watched))
                then(receipt);
        });
}

} // namespace homeroom
