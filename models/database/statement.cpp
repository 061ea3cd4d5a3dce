// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>

namespace homeroom {

namespace {

QByteArray compactJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray compactJson(const QStringList& list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList stringList(const QByteArray& json)
{
    QStringList list;
    for (const QJsonValue& member : QJsonDocument::fromJson(json).array())
        list.append(member.toString());
    return list;
}

} // namespace

Statement::Statement(CachedStatement& cached, StatementObserver* observer)
    : m_statement(cached.statement.get()), m_cached(&cached), m_observer(observer)
{
    cached.loaned = true;
}

Statement::Statement(std::unique_ptr<SQLite::Statement> own, StatementObserver* observer)
    : m_statement(own.get()), m_own(std::move(own)), m_observer(observer)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)),
      m_cached(std::exchange(other.m_cached, nullptr)), m_own(std::move(other.m_own)),
      m_observer(other.m_observer)
{
}

Statement::~Statement()
{
    if (m_cached)
        giveBack();
}

void Statement::giveBack()
{
    // tryReset repeats the error of the last step, which has been reported already.
    m_statement->tryReset();
    try {
        m_statement->clearBindings();
    } catch (const SQLite::Exception&) {
        // Cannot fail on a reset statement; a destructor must not throw all the same.
        Q_ASSERT(false);
    }
    m_cached->loaned = false;
}

Statement& Statement::bind(int index, qint64 number)
{
    m_statement->bind(index, static_cast<int64_t>(number));
    return *this;
}

Statement& Statement::bind(int index, const QString& text)
{
    m_statement->bind(index, text.toStdString());
    return *this;
}

Statement& Statement::bind(int index, const QByteArray& blob)
{
    m_statement->bind(index, blob.constData(), int(blob.size()));
    return *this;
}

Statement& Statement::bind(int index, const RecordId& id)
{
    if (id.isNull())
        return bindNull(index);
    m_statement->bind(index, id.data(), 16);
    return *this;
}

Statement& Statement::bind(int index, const FieldValue& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return bind(index, *number);
    if (const auto* text = std::get_if<QString>(&value))
        return bind(index, *text);
    if (const auto* id = std::get_if<RecordId>(&value))
        return bind(index, *id);
    if (const auto* real = std::get_if<double>(&value)) {
        m_statement->bind(index, *real);
        return *this;
    }
    if (const auto* set = std::get_if<QStringList>(&value)) {
        m_statement->bind(index, compactJson(*set).toStdString());
        return *this;
    }
    if (const auto* object = std::get_if<QJsonObject>(&value)) {
        m_statement->bind(index, compactJson(*object).toStdString());
        return *this;
    }
    return bindNull(index);
}

Statement& Statement::bindNull(int index)
{
    m_statement->bind(index);
    return *this;
}

bool Statement::step()
{
    if (m_observer)
        m_observer->aboutToStep(m_statement->getQuery().c_str());
    return m_statement->executeStep();
}

int Statement::execute()
{
    while (step()) { }
    const int changes = m_statement->getChanges();
    m_statement->reset();
    return changes;
}

void Statement::reset()
{
    m_statement->reset();
}

bool Statement::isNull(int column) const
{
    return m_statement->isColumnNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_statement->getColumn(column).getInt64();
}

double Statement::real(int column) const
{
    return m_statement->getColumn(column).getDouble();
}

QString Statement::text(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    const char* text = value.getText();
    return QString::fromUtf8(text, value.getBytes());
}

QByteArray Statement::blob(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    const void* bytes = value.getBlob();
    return QByteArray(static_cast<const char*>(bytes), value.getBytes());
}

RecordId Statement::id(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    const void* bytes = value.getBlob();
    return RecordId::fromBytes(QByteArrayView(static_cast<const char*>(bytes), value.getBytes()));
}

QJsonObject Statement::object(int column) const
{
    return isNull(column) ? QJsonObject() : QJsonDocument::fromJson(blob(column)).object();
}

FieldValue Statement::value(int column, FieldKind kind) const
{
    if (isNull(column))
        return {};
    switch (kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Boolean:
    case FieldKind::Time:
        return integer(column);
    case FieldKind::Real:
        return real(column);
    case FieldKind::Reference:
        return id(column);
    case FieldKind::Set:
        return stringList(blob(column));
    case FieldKind::Object:
        return object(column);
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Phone:
    case FieldKind::Word:
    case FieldKind::Day:
    case FieldKind::Month:
        return text(column);
    }
    return {};
}

} // namespace homeroom
