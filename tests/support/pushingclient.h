// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/networkclient.h"

namespace homeroom::test {

/// A client that writes into a family of its own without a pause: as soon as an edit is answered,
/// the next one is made. Each edit is a group of a note and the family's next step, both with a
/// text that no other edit has.
class PushingClient : public NetworkClient {
public:
    /// `name` begins every text.
    PushingClient(const QString& url, const QString& name);

    /// Signs in, syncs and makes the family.
    bool begin(const DemoUser& user);
    /// One edit.
    void write();
    void goOn();
    void pause() { m_writes = false; }
    /// Edits that the server has answered.
    int answered() const { return m_answered; }
    /// What is wrong with this client's family on a computer that has synced: an answered edit that
    /// is missing, any edit that is there twice or in part, a step that is not the last one's.
    /// Empty where nothing is.
    QString wrongIn(NetworkClient& other) const;

private:
    void noteAnswer();

    const QString m_name;
    Id<Customer> m_family{};
    QStringList m_texts{}; ///< in the order they were made
    int m_answered = 0; ///< of the texts, from the first
    bool m_writes = false;
};

} // namespace homeroom::test
