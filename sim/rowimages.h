// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"
#include "models/values/stamp.h"

#include <map>
#include <set>

namespace homeroom::sim {

/// A row as it stands in a table: the values are the bytes that SQLite gives, in the order of the
/// type's fields. Nothing of the product's own reading takes part.
struct RowImage {
    RecordKind kind = RecordKind::None;
    RecordId id{};
    RecordId root{};
    Stamp stamp{};
    bool deleted = false;
    QByteArray extra{};
    std::vector<QByteArray> values{};

    const QByteArray& value(const char* field) const;
    RecordId reference(const char* field) const { return RecordId::fromBytes(value(field)); }
};

using RowImages = std::map<RecordId, std::shared_ptr<const RowImage>>;

/// Every row of every record table. Throws SQLite::Exception.
RowImages readRowImages(Database& database);

/// The whole database as bytes for searches, a row each, behind the name of its table. Throws
/// SQLite::Exception.
std::vector<QByteArray> dumpedRows(Database& database);
/// All of them as one.
QByteArray dumpOf(Database& database);

/// Texts typed in a run carry marks that say which family they belong to and which word of the
/// run they are: `zq~<family>w<word>q`. No cursor or token can hold one by chance: Base64 has no
/// tilde.
QString markOf(int family, int word);
/// Numbers of the families whose marks stand in the bytes.
std::set<int> familiesIn(const QByteArray& bytes);
/// The bytes around the first mark of the family, for a message.
QString aroundMark(const QByteArray& bytes, int family);
/// Phones carry the family, too: `+86199` and four digits each of family and word.
QString phoneOf(int family, int word);
std::set<int> fullPhonesIn(const QByteArray& bytes);

} // namespace homeroom::sim
