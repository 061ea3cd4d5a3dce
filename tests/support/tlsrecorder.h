// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"

#include <QSslServer>

namespace homeroom::test {

enum class OfferedTls { Modern, OldOnly };

/// A server that keeps every byte a client entrusts to it, and answers nothing.
class TlsRecorder {
public:
    explicit TlsRecorder(const Certificate& certificate, OfferedTls offered = OfferedTls::Modern);

    QString url() const;
    /// How many clients came, whether or not they stayed.
    int visits() const { return m_visits; }
    QByteArray received() const { return m_received; }

private:
    QByteArray m_received;
    int m_visits = 0;
    QSslServer m_server;
};

} // namespace homeroom::test
