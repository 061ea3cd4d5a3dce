// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace homeroom::test {

/// A certificate with its key, as bytes and as files.
struct Certificate {
    QString file{};
    QString keyFile{};

    QByteArray pem() const;
    QByteArray key() const;
    /// The options of homeroom-server.
    QStringList options() const;
};

/// An authority that nobody trusts by itself, made anew for each run with the openssl command, so
/// that no key stands in the repository.
class CertificateAuthority {
public:
    CertificateAuthority();

    QByteArray pem() const;
    /// For `localhost` and 127.0.0.1.
    Certificate issue() { return issue(u"DNS:localhost,IP:127.0.0.1", 2); }
    Certificate issueForAnotherHost() { return issue(u"DNS:elsewhere.test", 2); }
    Certificate issueExpired() { return issue(u"DNS:localhost,IP:127.0.0.1", -1); }
    /// For `localhost`, signed by its own key.
    Certificate selfSigned();

private:
    Certificate issue(QStringView names, int days);
    Certificate next();

    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace homeroom::test
