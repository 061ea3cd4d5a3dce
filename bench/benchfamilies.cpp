// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchfamilies.h"

#include "models/database/recordtable.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

QString pick(const QStringList& words, quint32 number)
{
    return words[qsizetype(number) % words.size()];
}

/// Names and phones of nobody: the prefix +8619900 was given out to no carrier's customers.
void writeFamilies(Database& database, int families, IdFactory& ids, const MoreOfFamily& with)
{
    const QStringList surnames{
        u"王"_s, u"李"_s, u"张"_s, u"刘"_s, u"陈"_s, u"杨"_s, u"单"_s, u"解"_s};
    const QStringList given{u"芳"_s, u"娜"_s, u"敏"_s, u"静"_s, u"丽"_s, u"强"_s, u"磊"_s, u"军"_s,
        u"洋"_s, u"艳"_s, u"杰"_s, u"涛"_s, u"明"_s};
    QRandomGenerator random(7);
    RecordTable customers(database, recordTypeOf<Customer>());
    RecordTable students(database, recordTypeOf<Student>());
    for (int i = 0; i < families; ++i) {
        Customer customer;
        customer.id = Id<Customer>(ids.next());
        customer.name = pick(surnames, random.generate()) + pick(given, random.generate())
            + pick(given, random.generate());
        customer.phone = u"+8619900%1"_s.arg(i, 6, 10, QLatin1Char('0'));
        customer.nextStep = u"深度沟通"_s;
        customer.createdAt = i + 1;
        if (with)
            with(customer, database);
        customers.put(toRow(customer));
        Student student;
        student.id = Id<Student>(ids.next());
        student.customer = customer.id;
        student.name = pick(given, random.generate()) + pick(given, random.generate());
        students.put(toRow(student));
    }
}

} // namespace

std::unique_ptr<Workspace> workspaceWithFamilies(const QString& folder, int families,
    const Clock& clock, IdFactory& ids, const MoreOfFamily& with)
{
    const DatabaseOptions options{folder + u"/bench.db"_s, DatabaseKey::random()};
    Result<std::unique_ptr<Workspace>> workspace =
        Workspace::open(options, clock, Threading::OwnThreads);
    if (!workspace.ok())
        qFatal("bench: the families have no place");
    const auto written = (*workspace)->store().write([&](Database& database) -> Result<ChangeSet> {
        writeFamilies(database, families, ids, with);
        return ChangeSet{};
    });
    if (!written.result().ok())
        qFatal("bench: the families cannot be written");
    return std::move(*workspace);
}

} // namespace homeroom::bench
