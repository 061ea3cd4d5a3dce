// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace homeroom {

namespace {

constexpr int betweenLooksMs = 5'000;

bool isInput(const QEvent& event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_lastInput(clock.now())
{
    m_looking.setInterval(betweenLooksMs);
    connect(&m_looking, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(Milliseconds limit)
{
    m_limit = limit;
    if (limit > 0)
        m_looking.start();
    else
        m_looking.stop();
}

void IdleWatch::look()
{
    // A clock that was set back must not keep the screen open for as long.
    m_lastInput = std::min(m_lastInput, m_clock.now());
    if (m_limit > 0 && m_clock.now() - m_lastInput >= m_limit)
        Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(*event))
        m_lastInput = m_clock.now();
    return QObject::eventFilter(watched, event);
}

} // namespace homeroom
