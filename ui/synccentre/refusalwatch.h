// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"

#include <QObject>

namespace homeroom {

/// Notices when the server refuses an edit, to tell its author at once. What was refused before the
/// program started is left to the status line.
class RefusalWatch : public QObject {
    Q_OBJECT

public:
    explicit RefusalWatch(PageContext& context, QObject* parent = nullptr);

Q_SIGNALS:
    /// One sentence: what was refused, and why.
    void refused(const QString& sentence);

private:
    void follow(const ChangeSet& changes);
    void tell(qint64 before);

    PageContext& m_context;
    qint64 m_seen = 0; ///< greatest number in the outbox that was told
};

} // namespace homeroom
