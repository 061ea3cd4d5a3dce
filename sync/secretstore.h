// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QObject>

#include <functional>
#include <optional>

namespace homeroom {

/// Where secrets rest outside the profile. Answers come later, on the caller's thread.
class SecretStore {
public:
    using Read = std::function<void(Result<std::optional<QByteArray>>)>;
    using Written = std::function<void(Result<void>)>;

    virtual ~SecretStore() = default;
    /// Nothing where the store works and has no such secret; NoKeychain where it does not work.
    virtual void read(const QString& name, Read done) = 0;
    virtual void write(const QString& name, const QByteArray& secret, Written done) = 0;
};

/// The keychain of the desktop. Never falls back to a plain file.
class KeychainSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    explicit KeychainSecretStore(QObject* parent = nullptr) : QObject(parent) { }
    void read(const QString& name, Read done) override;
    void write(const QString& name, const QByteArray& secret, Written done) override;
};

} // namespace homeroom
