// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pushingclient.h"

#include "models/store/outbox.h"

#include <QJsonArray>

namespace homeroom::test {

using namespace Qt::StringLiterals;

PushingClient::PushingClient(const QString& url, const QString& name)
    : NetworkClient(url), m_name(name)
{
    QObject::connect(&engine(), &SyncEngine::statusChanged, &engine(), [this] { noteAnswer(); });
}

bool PushingClient::begin(const DemoUser& user)
{
    if (!join(user))
        return false;
    m_family = create(m_name);
    return sync();
}

void PushingClient::goOn()
{
    m_writes = true;
    if (m_answered == m_texts.size())
        write();
}

// One edit is on its way at most, so that an empty queue is the answer to it. The status tells of
// the queue a little later.
void PushingClient::noteAnswer()
{
    if (m_answered == m_texts.size() || Outbox(reader()).counts().waiting > 0)
        return;
    m_answered = int(m_texts.size());
    // Not within the signal of the engine whose store is to be written.
    QMetaObject::invokeMethod(
        &engine(),
        [this] {
            if (m_writes && m_answered == m_texts.size())
                write();
        },
        Qt::QueuedConnection);
}

void PushingClient::write()
{
    m_texts.append(u"%1-%2"_s.arg(m_name).arg(m_texts.size()));
    const FollowUp note{
        .id = Id<FollowUp>(freshId()), .customer = m_family, .text = m_texts.last()};
    const Mutation step =
        Change<Customer>(m_family, m_family).set(&Customer::nextStep, m_texts.last()).mutation();
    if (!apply({createMutation(note), step}).ok())
        qFatal("cannot write");
}

QString PushingClient::wrongIn(NetworkClient& other) const
{
    QHash<QString, int> notes;
    QHash<QString, int> steps;
    for (const FollowUp& note : listRecords<FollowUp>(other.reader()))
        notes[note.text] += note.customer == m_family ? 1 : 0;
    for (const HistoryEntry& entry : listRecords<HistoryEntry>(other.reader())) {
        const QJsonArray change = entry.changes.value("nextStep"_L1).toArray();
        steps[change.at(1).toString()] += entry.customer == m_family ? 1 : 0;
    }
    QString last;
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString& text = m_texts[i];
        const int times = notes.value(text);
        if (times > 1 || times != steps.value(text))
            return u"%1: %2 notes and %3 steps"_s.arg(text).arg(times).arg(steps.value(text));
        if (times == 0 && i < m_answered)
            return text + u" was answered and is lost"_s;
        last = times == 1 ? text : last;
    }
    const std::optional<Customer> family = other.find(m_family);
    const bool right = family && family->name == m_name && family->nextStep == last;
    return right ? QString() : m_name + u": the step is not the last one's"_s;
}

} // namespace homeroom::test
