// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Walks over bytes that are known to be valid JSON and looks for what QJsonDocument lets pass.
class JsonInspection {
public:
    explicit JsonInspection(const QByteArray& json) : m_json(json) { }

    /// The first fault, or an empty string.
    QString fault()
    {
        for (; m_at < m_json.size(); ++m_at) {
            const char c = m_json.at(m_at);
            const QString found = c == '"' ? takeString() : takeMark(c);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

private:
    QString takeMark(char c)
    {
        if (c == '{' || c == '[') {
            m_names.emplace_back();
            if (m_names.size() > deepestJson)
                return u"The body is nested too deeply."_s;
        } else if (c == '}' || c == ']') {
            m_names.pop_back();
        }
        return {};
    }

    QString takeString()
    {
        const qsizetype start = m_at++;
        bool hasEscape = false;
        while (m_json.at(m_at) != '"') {
            const bool escapes = m_json.at(m_at) == '\\';
            hasEscape = hasEscape || escapes;
            m_at += escapes ? 2 : 1;
        }
        QByteArray text = m_json.mid(start + 1, m_at - start - 1);
        if (hasEscape) {
            const QString decoded = decode(text);
            if (!decoded.isValidUtf16())
                return u"The body holds half of a surrogate pair."_s;
            text = decoded.toUtf8();
        }
        return isName() && isKnown(text) ? u"An object has the same name twice."_s : QString();
    }

    static QString decode(const QByteArray& text)
    {
        const QByteArray array = "[\"" + text + "\"]";
        return QJsonDocument::fromJson(array).array().first().toString();
    }

    bool isName() const
    {
        qsizetype next = m_at + 1;
        while (next < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json.at(next)))
            ++next;
        return next < m_json.size() && m_json.at(next) == ':';
    }

    bool isKnown(const QByteArray& name)
    {
        QSet<QByteArray>& names = m_names.back();
        const qsizetype before = names.size();
        names.insert(name);
        return names.size() == before;
    }

    const QByteArray& m_json;
    qsizetype m_at = 0;
    std::vector<QSet<QByteArray>> m_names; ///< of every open object; empty for arrays
};

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray& body)
{
    if (!body.isValidUtf8())
        return Error{ErrorCode::Malformed, u"The body is not UTF-8."_s};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error == QJsonParseError::DeepNesting)
        return Error{ErrorCode::Malformed, u"The body is nested too deeply."_s};
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Malformed, u"The body is not JSON."_s};
    if (!document.isObject())
        return Error{ErrorCode::Malformed, u"The body is not an object."_s};
    const QString fault = JsonInspection(body).fault();
    if (!fault.isEmpty())
        return Error{ErrorCode::Malformed, fault};
    return document.object();
}

} // namespace homeroom
