// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/threadexecutor.h"
#include "server/http/httpserver.h"
#include "server/program/commands.h"
#include "server/program/housekeeping.h"
#include "server/program/stopsignal.h"
#include "server/routes/services.h"

#include <QFile>
#include <QJsonDocument>
#include <QThread>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

std::optional<HttpOptions> listenOptions(const QString& listen)
{
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    HttpOptions options;
    options.port = listen.mid(colon + 1).toUShort(&isNumber);
    options.host = listen.first(std::max<qsizetype>(0, colon));
    if (options.host.startsWith(u'[') && options.host.endsWith(u']'))
        options.host = options.host.mid(1, options.host.size() - 2);
    options.threads = unsigned(std::max(2, QThread::idealThreadCount()));
    if (colon < 1 || !isNumber)
        return std::nullopt;
    return options;
}

Result<void> loadTls(const CommandLine& line, HttpOptions& options)
{
    for (const auto& [name, target] : {std::pair(u"key"_s, &options.tlsKey),
             std::pair(u"certificate"_s, &options.tlsCertificate)}) {
        if (!line.options.contains(name))
            continue;
        QFile file(line.options.value(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, u"cannot read the file of --%1"_s.arg(name)};
        *target = file.readAll();
        // Without a key the server would speak plain HTTP.
        if (target->isEmpty())
            return Error{ErrorCode::Io, u"the file of --%1 is empty"_s.arg(name)};
    }
    return {};
}

QByteArray address(const HttpOptions& options, quint16 port)
{
    const bool secure = !options.tlsKey.isEmpty();
    const QString host = options.host.contains(u':') ? u'[' + options.host + u']' : options.host;
    const QString url = u"%1://%2:%3"_s.arg(secure ? u"https"_s : u"http"_s, host).arg(port);
    return QJsonDocument(QJsonObject{{u"listening"_s, url}}).toJson(QJsonDocument::Compact);
}

} // namespace

int serve(const CommandLine& line)
{
    std::optional<HttpOptions> options = listenOptions(line.options.value(u"listen"_s));
    const bool halfTls = line.options.contains(u"key"_s) != line.options.contains(u"certificate"_s);
    if (!options || halfTls || !line.words.isEmpty())
        return Usage;
    if (const Result<void> loaded = loadTls(line, *options); !loaded.ok())
        return failed(loaded.error());
    StopSignal stop;
    const auto site = Site::open(line.options.value(u"database"_s));
    if (!site.ok())
        return failed(site.error());
    ThreadExecutor pushes(u"pushes"_s);
    ThreadExecutor pages(u"pages"_s);
    Services services((*site)->parts(), pushes, pages);
    Router router;
    addRoutes(router, services);
    HttpServer server(router, *options);
    const Result<quint16> port = server.start();
    if (!port.ok())
        return failed(port.error());
    const Housekeeping housekeeping((*site)->parts(),
        [&services](const Touched& touched) { services.waitBoard().committed(touched); });
    print(address(*options, *port));
    stop.wait();
    server.stop();
    return Done;
}

} // namespace homeroom
