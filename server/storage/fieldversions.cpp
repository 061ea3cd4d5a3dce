// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// [generation, seq, user, device, at]; where a former value is kept, behind it
// [… , former generation, former seq, former]; and, where another device wrote before or a text was
// merged, last an object with that. Arrays keep the column short.
constexpr qsizetype plainSize = 5;
constexpr qsizetype sizeWithFormer = 8;

QJsonArray toArray(const FieldVersion& version)
{
    QJsonArray array{version.stamp.generation, version.stamp.seq, version.user.toString(),
        version.device.toString(), version.at};
    if (!version.former.isUndefined()) {
        array.append(version.formerStamp.generation);
        array.append(version.formerStamp.seq);
        array.append(version.former);
    }
    QJsonObject rest;
    if (!version.othersStamp.isZero())
        rest.insert(u"o"_s, QJsonArray{version.othersStamp.generation, version.othersStamp.seq});
    if (!version.typed.isUndefined())
        rest.insert(u"t"_s, version.typed);
    if (!rest.isEmpty())
        array.append(rest);
    return array;
}

FieldVersion fromArray(const QJsonArray& array)
{
    FieldVersion version;
    version.stamp = {array.at(0).toInteger(), array.at(1).toInteger()};
    version.user = RecordId::fromString(array.at(2).toString()).value_or(RecordId());
    version.device = RecordId::fromString(array.at(3).toString()).value_or(RecordId());
    version.at = array.at(4).toInteger();
    if (array.size() >= sizeWithFormer) {
        version.formerStamp = {array.at(5).toInteger(), array.at(6).toInteger()};
        version.former = array.at(7);
    }
    if (array.size() == plainSize + 1 || array.size() == sizeWithFormer + 1) {
        const QJsonObject rest = array.last().toObject();
        const QJsonArray others = rest.value(u"o"_s).toArray();
        version.othersStamp = {others.at(0).toInteger(), others.at(1).toInteger()};
        version.typed = rest.value(u"t"_s);
    }
    return version;
}

} // namespace

const FieldVersion* FieldVersions::find(const QString& field) const
{
    auto found = m_versions.constFind(field);
    if (found == m_versions.constEnd())
        found = m_versions.constFind(u"*"_s);
    return found == m_versions.constEnd() ? nullptr : &*found;
}

void FieldVersions::put(const QString& field, FieldVersion version)
{
    m_versions.insert(field, std::move(version));
}

QByteArray FieldVersions::toJson() const
{
    QJsonObject object;
    for (auto it = m_versions.begin(); it != m_versions.end(); ++it)
        object.insert(it.key(), toArray(it.value()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

FieldVersions FieldVersions::fromJson(const QByteArray& json)
{
    FieldVersions versions;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        versions.put(it.key(), fromArray(it.value().toArray()));
    return versions;
}

} // namespace homeroom
