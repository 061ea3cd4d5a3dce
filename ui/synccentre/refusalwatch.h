// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"

#include <QObject>
#include <QSet>

namespace homeroom {

/// Notices when the server refuses an edit, or had somebody else's decision of a conflict before,
/// to tell the author at once. What was refused before the program started is left to the status
/// line.
class RefusalWatch : public QObject {
    Q_OBJECT

public:
    explicit RefusalWatch(PageContext& context, QObject* parent = nullptr);

Q_SIGNALS:
    /// One sentence: what was refused, and why.
    void refused(const QString& sentence);
    /// One sentence: which family's conflict was decided by whom.
    void overtaken(const QString& sentence);

private:
    void follow(const ChangeSet& changes);
    void tell(qint64 before);
    void tellIfOvertaken(const RecordId& entry);

    PageContext& m_context;
    qint64 m_seen = 0; ///< greatest number in the outbox that was told
    QSet<RecordId> m_decided; ///< conflicts that the person closed; a former program's still wait
};

} // namespace homeroom
