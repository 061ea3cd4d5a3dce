// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/openapidocument.h"
#include "server/routes/services.h"

#include <QFile>
#include <QJsonArray>

#include <yaml-cpp/yaml.h>

static void initialiseDocument()
{
    Q_INIT_RESOURCE(openapi);
}

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString text(const YAML::Node& node)
{
    return QString::fromStdString(node.Scalar());
}

QJsonValue scalar(const YAML::Node& node)
{
    // "!" marks a quoted scalar: a text whatever it looks like.
    if (node.Tag() == "!")
        return text(node);
    if (bool flag = false; YAML::convert<bool>::decode(node, flag))
        return flag;
    if (qint64 number = 0; YAML::convert<qint64>::decode(node, number))
        return number;
    if (double number = 0; YAML::convert<double>::decode(node, number))
        return number;
    return text(node);
}

QJsonValue value(const YAML::Node& node)
{
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto& entry : node)
            object.insert(text(entry.first), value(entry.second));
        return object;
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const auto& entry : node)
            array.append(value(entry));
        return array;
    }
    return node.IsScalar() ? scalar(node) : QJsonValue(QJsonValue::Null);
}

} // namespace

Result<QJsonObject> jsonFromYaml(const QByteArray& yaml)
{
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (root.IsMap())
            return value(root).toObject();
        return Error{ErrorCode::Malformed, u"the document is no mapping"_s};
    } catch (const YAML::Exception& exception) {
        return Error{ErrorCode::Malformed, QString::fromUtf8(exception.what())};
    }
}

const QJsonObject& openapiDocument()
{
    static const QJsonObject document = [] {
        initialiseDocument();
        QFile file(u":/docs/openapi.yaml"_s);
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        const Result<QJsonObject> parsed = jsonFromYaml(file.readAll());
        Q_ASSERT_X(parsed.ok(), "openapiDocument", "docs/openapi.yaml cannot be read");
        return *parsed;
    }();
    return document;
}

HttpResponse openapi(Services& services, const HttpRequest& request)
{
    Q_UNUSED(services)
    Q_UNUSED(request)
    return HttpResponse::json(openapiDocument());
}

} // namespace homeroom
