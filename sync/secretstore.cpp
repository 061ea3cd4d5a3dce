// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/secretstore.h"

#include <qt6keychain/keychain.h>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"Homeroom"_s;

Error noKeychain(const QKeychain::Job& job)
{
    return {ErrorCode::NoKeychain, job.errorString()};
}

} // namespace

void KeychainSecretStore::read(const QString& name, Read done)
{
    auto* job = new QKeychain::ReadPasswordJob(service, this);
    job->setKey(name);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(std::optional<QByteArray>(job->binaryData()));
        else if (job->error() == QKeychain::EntryNotFound)
            done(std::optional<QByteArray>());
        else
            done(noKeychain(*job));
    });
    job->start();
}

void KeychainSecretStore::write(const QString& name, const QByteArray& secret, Written done)
{
    auto* job = new QKeychain::WritePasswordJob(service, this);
    job->setKey(name);
    job->setBinaryData(secret);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        done(job->error() == QKeychain::NoError ? Result<void>() : Result<void>(noKeychain(*job)));
    });
    job->start();
}

} // namespace homeroom
