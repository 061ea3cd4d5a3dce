// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/serverimages.h"
#include "tests/support/programs.h"

namespace homeroom::bench {

/// A homeroom-server process on loopback with its own copy of an image.
class LiveServer {
public:
    explicit LiveServer(const ServerImage& image);
    /// Ends the server and has it check its database; throws a Failure where something is wrong.
    void stopAndCheck();

    const ServerImage& image() const { return m_image; }
    test::ServerProcess& process() { return m_process; }
    QString url() const { return m_process.url(); }
    quint16 port() const { return m_process.port(); }

private:
    const ServerImage& m_image;
    QTemporaryDir m_folder{};
    test::ServerProcess m_process;
};

} // namespace homeroom::bench
