// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pending.h"

#include <QThread>

namespace homeroom {

Recipient::Recipient(QObject* context)
{
    m_watched->context = context;
    m_end = QObject::connect(context, &QObject::destroyed, [watched = m_watched] {
        const QMutexLocker lock(&watched->mutex);
        watched->context = nullptr;
    });
}

Recipient::~Recipient()
{
    QObject::disconnect(m_end);
}

void Recipient::deliver(const std::function<void()>& task) const
{
    QMutexLocker lock(&m_watched->mutex);
    QObject* context = m_watched->context;
    if (!context)
        return;
    if (context->thread() == QThread::currentThread()) {
        // Nobody else may destroy it, and the task itself can.
        lock.unlock();
        task();
        return;
    }
    // Under the lock: while it is held the object does not end, and what it was sent ends with it.
    QMetaObject::invokeMethod(context, task, Qt::QueuedConnection);
}

} // namespace homeroom
