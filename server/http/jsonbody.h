// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace homeroom {

/// No request of the protocol nests deeper than six.
constexpr int deepestJson = 32;

/// The object in a request's body. Malformed, with the reason as detail, for bytes that are not
/// UTF-8 or not JSON, a top level that is no object, nesting beyond deepestJson, a name that an
/// object has twice, and half of a surrogate pair: the last two mean different things to different
/// readers.
Result<QJsonObject> parseJsonObject(const QByteArray& body);

} // namespace homeroom
