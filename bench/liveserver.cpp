// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/liveserver.h"

#include "bench/report.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

LiveServer::LiveServer(const ServerImage& image) : m_image(image), m_process(m_folder.path())
{
    image.copyTo(m_folder.path());
    demand(m_process.start(), u"homeroom-server does not start"_s);
}

void LiveServer::stopAndCheck()
{
    demand(m_process.stop() == 0, u"homeroom-server did not end well"_s);
    const test::Ended checked = m_process.run({u"check"_s});
    demand(checked.code == 0,
        u"the server's database is damaged: "_s + QString::fromUtf8(checked.err));
}

} // namespace homeroom::bench
