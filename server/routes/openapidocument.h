// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QJsonObject>

namespace homeroom {

/// A YAML document whose top level is a mapping, as JSON. Malformed with the reason otherwise.
Result<QJsonObject> jsonFromYaml(const QByteArray& yaml);

/// docs/openapi.yaml, built into the program, as JSON.
const QJsonObject& openapiDocument();

} // namespace homeroom
