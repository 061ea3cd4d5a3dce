// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "models/values/rights.h"

#include <QTimeZone>
#include <QTimer>

namespace homeroom {

/// Writes down when the viewer has opened a family that somebody else keeps: one that stays in
/// sight for a second, so that walking past it with J and K is no look. Works offline, too.
class AccessWatch : public QObject {
    Q_OBJECT

public:
    /// All references must outlive it; `zone` is the organisation's.
    AccessWatch(Workspace& workspace, const Clock& clock, const Viewer& viewer,
        const QTimeZone& zone, QObject* parent = nullptr);

    /// This family is in sight now; null: none is.
    void setShown(const RecordId& family);

Q_SIGNALS:
    /// A look was written, or found to need no record.
    void looked(const homeroom::RecordId& family);

private:
    void write();

    Workspace& m_workspace;
    const Clock& m_clock;
    const Viewer m_viewer;
    const QTimeZone m_zone;
    RecordId m_family{};
    QTimer m_staying;
};

} // namespace homeroom
