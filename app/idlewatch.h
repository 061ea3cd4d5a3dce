// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QObject>
#include <QTimer>

namespace homeroom {

/// Notices that nobody has used the program for a while: no key, no mouse, no wheel in any of its
/// windows. Goes by the clock and not by a timer's time, so that a computer that slept meanwhile
/// counts as left alone.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit IdleWatch(const Clock& clock, QObject* parent = nullptr);

    /// 0: nobody wants to know.
    void setLimit(Milliseconds limit);
    /// Looks at the clock now; it does so by itself every few seconds.
    void look();

Q_SIGNALS:
    /// The limit is over. Comes with every look until somebody does something: whoever could not
    /// lock at once tries again.
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Clock& m_clock;
    Milliseconds m_limit = 0;
    Milliseconds m_lastInput;
    QTimer m_looking;
};

} // namespace homeroom
