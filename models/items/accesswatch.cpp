// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accesswatch.h"

#include "models/store/accesslog.h"

namespace homeroom {

using namespace std::chrono_literals;

namespace {

constexpr auto aLook = 1s;

} // namespace

AccessWatch::AccessWatch(Workspace& workspace, const Clock& clock, const Viewer& viewer,
    const QTimeZone& zone, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_clock(clock), m_viewer(viewer), m_zone(zone)
{
    m_staying.setSingleShot(true);
    m_staying.setInterval(aLook);
    connect(&m_staying, &QTimer::timeout, this, &AccessWatch::write);
}

void AccessWatch::setShown(const RecordId& family)
{
    m_family = family;
    if (family.isNull())
        m_staying.stop();
    else
        m_staying.start();
}

void AccessWatch::write()
{
    logFamilyAccess(m_workspace.store(), {m_family, m_viewer, m_clock.now(), m_zone})
        .then(this, [this, family = m_family](const Result<EditReceipt>& written) {
            if (!written.ok())
                qWarning("a look was not written: %s", qPrintable(written.error().detail));
            Q_EMIT looked(family);
        });
}

} // namespace homeroom
