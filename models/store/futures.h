// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/executor.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace homeroom {

/// Runs `work` on the executor and gives its answer as a future. Bind what comes then to an object:
/// `runOn(executor, work).then(this, …)`.
template <typename Work>
auto runOn(Executor& executor, Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    executor.post([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace homeroom
