// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/connectionfault.h"

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array words{
    "wrong-host"_L1, "certificate-date"_L1, "untrusted"_L1, "insecure"_L1}; // as the enum

} // namespace

Error unsafeConnection(ConnectionFault fault, const QString& detail)
{
    return {ErrorCode::Unavailable, detail, words[size_t(fault)]};
}

std::optional<ConnectionFault> connectionFault(const Error& error)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (error.code == ErrorCode::Unavailable && error.field == words[i])
            return ConnectionFault(i);
    }
    return std::nullopt;
}

} // namespace homeroom
