// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/synccentremodel.h"
#include "ui/editing/pagecontext.h"
#include "ui/editing/refusedfollowup.h"

#include <QDialog>

class QHBoxLayout;
class QListView;
class QPushButton;
class QSplitter;

namespace homeroom {

class CentreDetail;
class CentreDeeds;
class EmptyState;
class TextLabel;

/// What stands between here and the server: refused edits with the reason, conflicts side by side,
/// suggestions, words that found no place, and what only waits. Everything is done by keys: J and K
/// walk, 1, 2, 3 choose, Enter applies.
class SyncCentreDialog : public QDialog {
    Q_OBJECT

public:
    explicit SyncCentreDialog(PageContext& context, QWidget* parent = nullptr);
    ~SyncCentreDialog() override;

    SyncCentreModel& model() { return m_model; }
    QListView& list() { return *m_list; }
    CentreDetail& detail() { return *m_detail; }
    /// Makes the first item of the section the current one, where it has any.
    void showSection(CentreSection section);
    const CentreItem* current() const;
    /// Why the server is not spoken with, in one sentence; empty where it is.
    void setReason(const QString& sentence);
    /// What is here can be read and copied all the same; instead of a sync, signing in is offered.
    void setSignInNeeded(bool needed);
    QPushButton& syncButton() { return *m_sync; }

Q_SIGNALS:
    void customerRequested(const homeroom::RecordId& customer);
    /// The family's follow-up box takes this back; it stays refused until it is saved there.
    void followUpRequested(const homeroom::RefusedFollowUp& followUp);
    void syncRequested();
    void signInRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    QHBoxLayout* makeDeeds();
    void bindKeys();
    void bind(const QKeySequence& keys, const std::function<void()>& deed);
    void follow();
    int rowOfSame() const;
    void followFields(const CentreItem& item);
    void showCurrent();
    void showDeeds();
    void goTo(int row);
    void walk(int step);
    void press(int digit);
    void editAgain(const CentreItem& item);
    void enter();
    void apply();
    void copyWords();
    void syncOrSignIn();
    bool mayDecide(const CentreItem& item) const;
    void retranslate();

    PageContext& m_context;
    SyncCentreModel m_model;
    std::unique_ptr<CentreDeeds> m_deeds;
    TextLabel* m_title;
    TextLabel* m_reason;
    TextLabel* m_hint;
    QSplitter* m_splitter;
    QListView* m_list;
    CentreDetail* m_detail;
    EmptyState* m_empty;
    std::vector<QPushButton*> m_choices; ///< what 1, 2 and 3 do where no values are to choose from
    QPushButton* m_copy;
    QPushButton* m_apply;
    QPushButton* m_open;
    QPushButton* m_sync;
    QPushButton* m_close;
    QString m_key; ///< of the current item
    int m_row = -1;
    bool m_signInNeeded = false;
};

} // namespace homeroom
