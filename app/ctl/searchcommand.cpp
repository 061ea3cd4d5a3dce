// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/store/customerquery.h"
#include "models/store/familysearch.h"
#include "models/store/notesearch.h"
#include "models/store/recentopened.h"
#include "models/values/filtertext.h"

#include <QSet>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 listedAtMost = 10'000;
constexpr qint64 listedUsually = 20;
constexpr int sliceRecords = 2000;

QJsonObject rowOf(Database& database, const RecordId& family, FamilyMatch match)
{
    const std::vector<CustomerRow> rows = readCustomerRows(database, std::array{family});
    if (rows.empty())
        return {};
    const Customer& customer = rows.front().customer;
    QJsonArray students;
    for (const Student& student : rows.front().students)
        students.append(student.name);
    return {{u"customer"_s, family.toString()}, {u"name"_s, customer.name},
        {u"students"_s, students}, {u"phone"_s, customer.phone},
        {u"wechatNick"_s, customer.wechatNick}, {u"match"_s, QString(matchWord(match))},
        {u"note"_s, QJsonValue()}};
}

/// Families of whose notes one fits, that are not there yet.
void appendByNotes(
    QJsonArray& rows, Database& database, const QString& typed, qint64 most, QSet<RecordId> known)
{
    const QList<QByteArray> words = filterTerms(typed);
    NotePlace place;
    while (!words.isEmpty() && place.source != NotePlace::Source::End) {
        const NoteSlice slice = searchNotes(database, words, place, sliceRecords);
        for (const NoteHit& hit : slice.hits) {
            if (rows.size() >= most)
                return;
            if (known.contains(hit.family))
                continue;
            known.insert(hit.family);
            QJsonObject row = rowOf(database, hit.family, FamilyMatch::Note);
            row.insert(u"note"_s, hit.text);
            rows.append(row);
        }
        place = slice.next;
    }
}

QJsonArray found(
    Database& database, const std::vector<RecordId>& recent, const QString& typed, qint64 most)
{
    PinyinWriter pinyin;
    FamilySearch search = FamilySearch::read(database, pinyin);
    search.setRecent(recent);
    QJsonArray rows;
    QSet<RecordId> known;
    for (const FamilyHit& hit : search.find(typed, size_t(most))) {
        rows.append(rowOf(database, hit.id, hit.match));
        known.insert(hit.id);
    }
    appendByNotes(rows, database, typed, most, known);
    return rows;
}

} // namespace

void search(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (line.words.first() != u"customers"_s) {
        finished(misused(u"Only customers can be searched."_s));
        return;
    }
    bool number = true;
    const qint64 most =
        line.has(u"limit"_s) ? line.option(u"limit"_s).toLongLong(&number) : listedUsually;
    if (!number || most < 1 || most > listedAtMost) {
        finished(misused(u"--limit is a number from 1 to %1."_s.arg(listedAtMost)));
        return;
    }
    const std::vector<RecordId> recent = recentlyOpened(profile.reader());
    const Result<QJsonArray> rows = profile.reader().read(
        [&](Database& database) { return found(database, recent, line.words[1], most); });
    if (!rows.ok()) {
        finished(complain(rows.error()));
        return;
    }
    print(line, {{u"rows"_s, *rows}});
    finished(Done);
}

} // namespace homeroom::ctl
