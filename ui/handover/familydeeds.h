// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/familyserver.h"
#include "ui/editing/pagecontext.h"

#include <QObject>

class QMenu;

namespace homeroom {

class FormDialog;
class MergeDialog;
struct MergeSide;
struct Family;

/// What a list offers for whole families beside edits: hand over, return to the pool, merge, show
/// the number. Asks what needs asking and tells how it went. Offers only what the role may do.
class FamilyDeeds : public QObject {
    Q_OBJECT

public:
    /// `asker` is the window the questions belong to, and owns this.
    FamilyDeeds(const PageContext& context, QWidget& asker);

    /// Appends the deeds for these families; nothing where there is none.
    void fillMenu(QMenu& menu, const std::vector<RecordId>& families);
    /// Whether the role may do that with each of the families; false where one is not here.
    bool may(Right right, const std::vector<RecordId>& families) const;
    /// Whether any contact of the family is masked and the person may ask for it.
    bool mayUnmask(const Family& family) const;
    /// Whether the person may take merges of the family apart.
    bool mayTakeApart(const Family& family) const;

    FormDialog* openHandOver(const std::vector<RecordId>& families);
    void askReturn(const std::vector<RecordId>& families);
    MergeDialog* openMerge(const std::vector<RecordId>& families);
    FormDialog* openUnmask(const RecordId& customer);
    /// Asks, then undoes the merge that brought `loser`, whose name may be unknown, into `winner`.
    void askTakeApart(const RecordId& winner, const RecordId& loser, const QString& loserName);

Q_SIGNALS:
    /// How it went, in one sentence for the toast.
    void told(const QString& sentence);
    /// The same for a deed that one press takes back.
    void undoable(const QString& sentence, const std::function<void()>& undo);

private:
    struct Kept {
        RecordId owner{};
        RecordId team{}; ///< that rights go by
    };
    std::vector<HeldFamily> held(const std::vector<RecordId>& families) const;
    /// Rights are asked for thousands of selected families at a click.
    bool mayAll(Right right, const std::vector<Kept>& families) const;
    /// Who keeps them, read once; empty where one is not here any more.
    std::vector<Kept> kept(const std::vector<RecordId>& families) const;
    void offerTakeApart(QMenu& menu, const RecordId& family);
    void takeApart(const RecordId& winner, const RecordId& loser);
    void tellMerged(const RecordId& winner, const RecordId& loser);
    FormDialog* newDialog(const QString& title, const QString& accept);
    /// The dialog stays open until the server has answered, and says so meanwhile.
    void prepare(FormDialog& dialog) const;
    MergeSide sideOf(const RecordId& family) const;
    void merge(MergeDialog* dialog, const std::vector<RecordId>& families);
    /// Ends the dialog with the sentence, if any, or shows in it why not.
    FamilyServer::Answered<qint64> answering(FormDialog* dialog, const QString& done);
    QString nameOf(const RecordId& family) const;

    PageContext m_context;
    QWidget& m_asker;
};

} // namespace homeroom
