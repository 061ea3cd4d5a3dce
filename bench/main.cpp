// SPDX-License-Identifier: GPL-3.0-or-later
// homeroom-bench [--only NAME]: prints one JSON line a figure; bench/README.md holds the history.
#include "bench/benchmarks.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption only(u"only"_s, u"Run just this benchmark."_s, u"name"_s);
    parser.addOption(only);
    parser.addHelpOption();
    parser.process(application);
    homeroom::bench::Report report;
    bool ran = false;
    for (const auto& benchmark : homeroom::bench::all()) {
        if (parser.isSet(only) && parser.value(only) != benchmark.name)
            continue;
        benchmark.run(report);
        ran = true;
    }
    if (!ran)
        std::fputs("homeroom-bench: no benchmark of that name\n", stderr);
    return ran ? 0 : 2;
}
