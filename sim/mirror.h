// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/rowimages.h"

namespace homeroom::sim {

/// The organisation as the server's tables have it now, and who sees what of it: worked out from
/// the records and the role table of domain.md, by no rule of the server.
class Mirror {
public:
    Mirror(const QString& path, const DatabaseKey& key) : m_path(path), m_key(key) { }

    /// Reads again where anything was committed since.
    void refresh();
    /// The file is another one.
    void forget();

    const RowImages& rows() const { return m_rows; }
    const RowImage* find(const RecordId& id) const;
    /// Greatest seq of the database.
    qint64 seq() const { return m_seq; }
    qint64 generation() const { return m_generation; }
    /// The stamp of the last commit, without reading the rows.
    Stamp newest();

    bool sees(const RecordId& user, const RecordId& root) const;
    bool isActive(const RecordId& user) const;
    /// Whether the user reads phones of the family in full.
    bool isOwner(const RecordId& user, const RecordId& root) const;
    /// Live rows that the user sees.
    RowImages visibleTo(const RecordId& user) const;

    /// One connection for checks that ask more.
    Database& database();

private:
    bool seesFamily(const RowImage& user, const RowImage& family) const;
    bool seesNumbers(const RowImage& user, const RowImage& row) const;
    bool seesShared(const RowImage& user, const RowImage& row, const char* holder) const;
    bool seesRoot(const RowImage& user, const RowImage& root) const;

    QString m_path;
    DatabaseKey m_key;
    std::unique_ptr<Database> m_database{};
    RowImages m_rows{};
    qint64 m_seq = -1;
    qint64 m_generation = 0;
};

} // namespace homeroom::sim
