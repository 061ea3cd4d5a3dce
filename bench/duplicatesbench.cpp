// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/duplicatesbench.h"

#include "bench/benchclient.h"
#include "bench/benchfamilies.h"
#include "models/database/recordtable.h"
#include "models/store/duplicates/duplicatequery.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int familyCount = 50'000;
constexpr int everyTwice = 50; // one of so many came a second time
constexpr int everyPlaceholder = 100; // one of so many has the number that says nothing
constexpr int rounds = 7;
constexpr double nanosecondsPerMs = 1e6;

template <typename Work> std::vector<double> timed(Work work)
{
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        samples.push_back(double(timer.nsecsElapsed()) / nanosecondsPerMs);
    }
    return samples;
}

} // namespace

void benchDuplicates(Report& report)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    IdFactory ids(clock, QRandomGenerator(3));
    QString last;
    int number = 0;
    const auto workspace = workspaceWithFamilies(
        folder.path(), familyCount, clock, ids, [&](Customer& customer, Database& database) {
            if (++number % everyPlaceholder == 0)
                customer.phone = u"+8619911111111"_s;
            else if (number % everyTwice == 1)
                customer.phone = last;
            last = customer.phone;
            Guardian guardian;
            guardian.id = Id<Guardian>(ids.next());
            guardian.customer = customer.id;
            guardian.phone = u"+8619922%1"_s.arg(number, 6, 10, QLatin1Char('0'));
            RecordTable(database, recordTypeOf<Guardian>()).put(toRow(guardian));
        });
    Database& reader = workspace->reader();
    size_t pairs = 0;
    const std::vector<double> compared = timed([&] {
        const auto read = reader.read(readDuplicates);
        pairs = read.ok() ? read->size() : 0;
    });
    demand(pairs > size_t(familyCount / everyTwice / 2), u"no pairs are found"_s);
    report.line({u"duplicates"_s, quantile(compared, 0.5), u"ms"_s, u"pairs"_s, double(pairs),
        u"<= 1000"_s});
    const std::vector<double> looked = timed([&] {
        const auto holder = reader.read(
            [](Database& database) { return familyWithPhone(database, u"+8619933000000"_s); });
        demand(holder.ok() && !*holder, u"somebody has a number of nobody"_s);
    });
    report.line(
        {u"phone_holder"_s, quantile(looked, 0.5), u"ms"_s, u"worst"_s, quantile(looked, 1.0), {}});
}

} // namespace homeroom::bench
