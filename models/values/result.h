// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace homeroom {

/// Why something failed. Sentences for people are made in `ui` from the code; the same words travel
/// on the wire (see errorCodeName).
enum class ErrorCode {
    Malformed, ///< not JSON, not UTF-8, wrong type, unknown field
    Unauthorized, ///< no or expired token, wrong password
    Forbidden, ///< the role may not do this
    NotFound, ///< unknown, or not visible to the caller
    Conflict, ///< a precondition on the old value failed
    Fork, ///< same mutation number with another content
    Gap, ///< a mutation number was left out
    Expired, ///< the cursor's base is older than what the server keeps
    Generation, ///< the server's database is another than the cursor's
    Schema, ///< client too old or too new
    TooLarge,
    TooMany, ///< rate limit or cap
    Unavailable, ///< server not reachable, or busy
    Timeout,
    Cancelled,
    Database, ///< SQLite said no
    WrongKey, ///< the database does not open with this key
    NewerDatabase, ///< written by a newer program
    InUse, ///< another program has the profile open
    NoKeychain,
    Invalid, ///< a value breaks a rule of its field
    Depends, ///< later changes depend on this one
    Changed, ///< somebody changed the value meanwhile
    Io
};

/// The stable wire and log name of a code: lower case with dashes.
QString errorCodeName(ErrorCode code);
/// Inverse of errorCodeName; an unknown name is Unavailable.
ErrorCode errorCodeFromName(const QString& name);

struct Error {
    ErrorCode code = ErrorCode::Invalid;
    QString detail{}; ///< for logs and the command line, never with names or phones in it
    QString field{}; ///< the wire name of the field at fault, if one is
    QString person{}; ///< shown name of who did it, for sentences only

    bool operator==(const Error&) const = default;
};

/// A value or the reason why there is none.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::get<0>(std::move(m_state)); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) { }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error& error() const
    {
        Q_ASSERT(!m_ok);
        return m_error;
    }

private:
    Error m_error{};
    bool m_ok = true;
};

} // namespace homeroom
