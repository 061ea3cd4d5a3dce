// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/commands.h"

#include <cstdio>

namespace homeroom {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Site>> Site::open(const QString& url)
{
    constexpr auto scheme = "sqlite:"_L1;
    if (!url.startsWith(scheme) || url.size() == scheme.size())
        return Error{ErrorCode::Invalid, u"expected --database sqlite:FILE"_s};
    const QString path = url.mid(scheme.size());
    const Result<DatabaseKey> key = serverDatabaseKey(path);
    if (!key.ok())
        return key.error();
    auto storage = SqliteStorage::open({path, *key, nullptr});
    if (!storage.ok())
        return storage.error();
    return std::unique_ptr<Site>(new Site(std::move(*storage)));
}

Site::Site(std::unique_ptr<SqliteStorage> storage)
    : m_ids(m_clock, QRandomGenerator::securelySeeded()), m_storage(std::move(storage))
{
}

int failed(const QString& sentence)
{
    std::fprintf(stderr, "homeroom-server: %s\n", qUtf8Printable(sentence));
    return Failed;
}

int failed(const Error& error)
{
    return failed(error.detail.isEmpty() ? errorCodeName(error.code) : error.detail);
}

void print(const QByteArray& line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace homeroom
