// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/result.h"

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct NamedCode {
    ErrorCode code;
    QLatin1StringView name;
};

constexpr std::array namedCodes{
    NamedCode{ErrorCode::Malformed, "malformed"_L1},
    NamedCode{ErrorCode::Unauthorized, "unauthorized"_L1},
    NamedCode{ErrorCode::Forbidden, "forbidden"_L1},
    NamedCode{ErrorCode::NotFound, "not-found"_L1},
    NamedCode{ErrorCode::Conflict, "conflict"_L1},
    NamedCode{ErrorCode::Fork, "forked"_L1},
    NamedCode{ErrorCode::Gap, "gap"_L1},
    NamedCode{ErrorCode::Expired, "expired"_L1},
    NamedCode{ErrorCode::Generation, "generation"_L1},
    NamedCode{ErrorCode::Schema, "schema"_L1},
    NamedCode{ErrorCode::TooLarge, "too-large"_L1},
    NamedCode{ErrorCode::TooMany, "too-many"_L1},
    NamedCode{ErrorCode::Unavailable, "unavailable"_L1},
    NamedCode{ErrorCode::Timeout, "timeout"_L1},
    NamedCode{ErrorCode::Cancelled, "cancelled"_L1},
    NamedCode{ErrorCode::Database, "database"_L1},
    NamedCode{ErrorCode::WrongKey, "wrong-key"_L1},
    NamedCode{ErrorCode::NewerDatabase, "newer-database"_L1},
    NamedCode{ErrorCode::InUse, "in-use"_L1},
    NamedCode{ErrorCode::NoKeychain, "no-keychain"_L1},
    NamedCode{ErrorCode::Invalid, "invalid"_L1},
    NamedCode{ErrorCode::Depends, "depends"_L1},
    NamedCode{ErrorCode::Changed, "changed"_L1},
    NamedCode{ErrorCode::Io, "io"_L1},
};

} // namespace

QString errorCodeName(ErrorCode code)
{
    for (const auto& named : namedCodes) {
        if (named.code == code)
            return named.name;
    }
    Q_UNREACHABLE();
}

ErrorCode errorCodeFromName(const QString& name)
{
    for (const auto& named : namedCodes) {
        if (named.name == name)
            return named.code;
    }
    return ErrorCode::Unavailable;
}

} // namespace homeroom
