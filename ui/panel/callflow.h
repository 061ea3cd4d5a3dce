// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/familyquery.h"
#include "models/values/calladvice.h"
#include "ui/editing/pagecontext.h"
#include "ui/panel/callbar.h"

#include <QObject>

namespace homeroom {

class FollowUpBox;

/// Calls the families of a list one after the other (电话模式): a result is one key, what usually
/// comes next is proposed, and the next family is there. A call that nobody took is saved at once;
/// of a talk a person writes a word first.
class CallFlow : public QObject {
    Q_OBJECT

public:
    /// All arguments must outlive it.
    CallFlow(const PageContext& context, CallBar& bar, FollowUpBox& box, QObject* parent = nullptr);

    /// Begins with `first`; families before it in the list are left out.
    void start(std::vector<RecordId> families, const RecordId& first);
    /// Ends, and says what was done.
    void end();
    bool isActive() const { return m_active; }
    /// The panel shows this family now: the clock stands at zero.
    void showFamily(const Family& family);
    /// The call of the family that is shown begins.
    void startClock();
    void choose(int result);
    /// Goes on without a call, or with a negative step back.
    void step(int step);
    /// The follow-up of the family that is shown was saved.
    void saved();

Q_SIGNALS:
    /// The next one.
    void familyRequested(const homeroom::RecordId& family);
    /// The list is at its end, or the person has ended it.
    void ended();
    void told(const QString& sentence);

private:
    int place() const;
    void propose(FollowUpResult result);
    int unansweredBefore() const;
    QString warningOf(const Customer& customer) const;

    const PageContext m_context;
    CallBar& m_bar;
    FollowUpBox& m_box;
    std::vector<RecordId> m_families{};
    Family m_family{};
    FollowUpResult m_result = FollowUpResult::None;
    std::optional<qint64> m_duration{}; ///< of the call whose result was chosen, in seconds
    int m_place = 0; ///< of the family called last
    int m_calls = 0;
    int m_talks = 0;
    qint64 m_seconds = 0;
    bool m_active = false;
};

/// The proposed step in words.
QString adviceText(CallAdvice advice);

} // namespace homeroom
