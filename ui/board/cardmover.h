// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardmodel.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>
#include <QPointer>

namespace homeroom {

/// Turns a drop into an edit: asks what the stage wants to know, then hands it to the desk. Until
/// the commit the cards stay where they are.
class CardMover : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to `window`, which owns the mover.
    CardMover(BoardModel& model, const PageContext& context, QWidget& window);

    void move(const BoardDrop& drop);
    /// The dialog that is open, or null.
    QDialog* question() const { return m_question; }

Q_SIGNALS:
    /// The edit is committed.
    void moved(const std::vector<homeroom::RecordId>& cards);
    /// Nothing has moved; the desk has said why.
    void refused(const std::vector<homeroom::RecordId>& cards);
    /// The person thought better of it.
    void abandoned(const std::vector<homeroom::RecordId>& cards);

private:
    /// Its name where one card moves, empty where several do.
    QString familyOf(const BoardDrop& drop) const;
    int comingIn(const BoardDrop& drop, const BoardColumnModel& column) const;
    void askForOrder(const BoardDrop& drop, const Stage& stage, int families);
    void askForReason(const BoardDrop& drop, const Stage& stage, int families);
    void show(QDialog& dialog, const BoardDrop& drop);
    void commit(const BoardDrop& drop, const BoardAnswers& answers);
    QString labelOf(const BoardDrop& drop, const BoardColumnModel& column) const;

    BoardModel& m_model;
    const PageContext& m_context;
    QWidget& m_window;
    QPointer<QDialog> m_question{};
};

} // namespace homeroom
