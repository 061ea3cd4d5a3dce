// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/liveserver.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace homeroom::bench {

/// Clients that do nothing but hang on the server in `wait`, and ask again as soon as they are
/// told of news; on a thread of their own.
class Crowd {
public:
    /// Signs everyone of the first team in but `absent`, and operations; the clients are theirs in
    /// turn.
    explicit Crowd(LiveServer& server, const QString& absent = {});
    ~Crowd();
    Q_DISABLE_COPY_MOVE(Crowd)

    /// Connects that many and returns when all are parked.
    void park(int clients);
    /// Answers that were neither news nor an unchanged mark.
    int failures() const { return m_failures; }
    qint64 answers() const { return m_answers; }

private:
    void connectOne(int number);
    void hang(class Wire* wire, const QByteArray& mark);

    const quint16 m_port;
    std::vector<QByteArray> m_tokens{};
    std::atomic<int> m_first = 0; ///< clients that have had their first answer
    std::atomic<int> m_failures = 0;
    std::atomic<qint64> m_answers = 0;
    QThread m_thread{};
    QObject* m_worker;
};

} // namespace homeroom::bench
