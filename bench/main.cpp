// SPDX-License-Identifier: GPL-3.0-or-later
// homeroom-bench [--only NAME]: prints one JSON line a figure; bench/README.md holds the history.
#include "bench/benchmarks.h"
#include "bench/guistart.h"
#include "bench/syncchild.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption only(u"only"_s, u"Run just this benchmark."_s, u"name"_s);
    const QCommandLineOption child(
        u"child"_s, u"A process that a benchmark measures."_s, u"what"_s);
    parser.addOptions({only, child});
    parser.addPositionalArgument(u"arguments"_s, u"of a child"_s, u"[arguments]"_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.value(child) == u"sync"_s)
        return homeroom::bench::runSyncChild(parser.positionalArguments());
    if (parser.isSet(child))
        return homeroom::bench::runStartChild(parser.value(child), parser.positionalArguments());
    homeroom::bench::Report report;
    homeroom::bench::ServerImages images;
    bool ran = false;
    bool failed = false;
    for (const auto& benchmark : homeroom::bench::all(images)) {
        if (parser.isSet(only) && parser.value(only) != benchmark.name)
            continue;
        ran = true;
        try {
            benchmark.run(report);
        } catch (const homeroom::bench::Failure& failure) {
            std::fprintf(
                stderr, "homeroom-bench: %s: %s\n", qPrintable(benchmark.name), failure.what());
            failed = true;
        }
    }
    if (!ran) {
        std::fputs("homeroom-bench: no benchmark of that name\n", stderr);
        return 2;
    }
    return failed ? 1 : 0;
}
