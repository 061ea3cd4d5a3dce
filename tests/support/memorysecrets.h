// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/secretstore.h"

#include <QHash>
#include <QTimer>

namespace homeroom::test {

/// A keychain in memory that answers in a later turn of the event loop, as a real one does, and
/// that can be told to fail.
class MemorySecrets final : public SecretStore {
public:
    QHash<QString, QByteArray> kept{};
    bool reads = true;
    bool writes = true;

    void read(const QString& name, Read done) override
    {
        later([this, name, done] {
            if (!reads)
                done(broken());
            else if (kept.contains(name))
                done(std::optional<QByteArray>(kept.value(name)));
            else
                done(std::optional<QByteArray>());
        });
    }
    void write(const QString& name, const QByteArray& secret, Written done) override
    {
        later([this, name, secret, done] {
            if (writes)
                kept.insert(name, secret);
            done(writes ? Result<void>() : Result<void>(broken()));
        });
    }

private:
    static Error broken() { return {ErrorCode::NoKeychain, QStringLiteral("out of order")}; }
    void later(const std::function<void()>& answer) { QTimer::singleShot(0, &m_life, answer); }

    QObject m_life{}; // no answer after the store is gone
};

} // namespace homeroom::test
