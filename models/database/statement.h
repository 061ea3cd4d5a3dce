// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordtype.h"

#include <SQLiteCpp/Statement.h>

#include <memory>

namespace homeroom {

/// Sees every statement just before it runs: slow-statement logs, tests that let the n-th one fail
/// by throwing SQLite::Exception.
class StatementObserver {
public:
    virtual ~StatementObserver() = default;
    virtual void aboutToStep(const char* sql) = 0;
};

/// What a Database keeps for each SQL text.
struct CachedStatement {
    std::unique_ptr<SQLite::Statement> statement{};
    bool loaned = false;
};

/// A prepared statement on loan from its Database's cache; given back clean when it goes out of
/// scope. Indexes of bind start at 1, of columns at 0, as in SQLite. Errors throw
/// SQLite::Exception, which Database::read and Database::write turn into a Result.
class Statement {
public:
    Statement(CachedStatement& cached, StatementObserver* observer);
    Statement(std::unique_ptr<SQLite::Statement> own, StatementObserver* observer);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(int index, qint64 number);
    Statement& bind(int index, int number) { return bind(index, qint64(number)); }
    Statement& bind(int index, bool) = delete; // say bind(i, qint64(flag)): 0 and 1 are meant
    Statement& bind(int index, const QString& text);
    Statement& bind(int index, const QByteArray& blob);
    Statement& bind(int index, const RecordId& id);
    Statement& bind(int index, const FieldValue& value);
    Statement& bindNull(int index);

    /// Goes to the next row; false after the last one.
    bool step();
    /// Runs to the end and returns the number of rows changed.
    int execute();
    /// Ready to bind and run again.
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    RecordId id(int column) const;
    QJsonObject object(int column) const;
    FieldValue value(int column, FieldKind kind) const;

private:
    void giveBack();

    SQLite::Statement* m_statement;
    CachedStatement* m_cached = nullptr;
    std::unique_ptr<SQLite::Statement> m_own{};
    StatementObserver* m_observer;
};

} // namespace homeroom
