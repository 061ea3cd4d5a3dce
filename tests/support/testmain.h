// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QtTest>

#include <functional>
#include <memory>

namespace homeroom::test {

/// Runs one test object in the same world everywhere: test-mode paths, UTC, C locale, offscreen,
/// a fixed hash seed, and warnings of Qt that fail the test in which they appear.
int run(int argc, char** argv, const std::function<std::unique_ptr<QObject>()>& make);

/// Lets one expected warning pass, as QTest::ignoreMessage does for exact texts.
void expectWarning(const QRegularExpression& pattern);

} // namespace homeroom::test

/// Ends a test that needs what the system must offer: as a failure on Linux, where ./test installs
/// it, so that no test is lost in silence; as a skip on other systems.
#ifdef Q_OS_LINUX
#define HOMEROOM_REQUIRE(condition, missing) QVERIFY2(condition, missing)
#else
#define HOMEROOM_REQUIRE(condition, missing)                                                       \
    do {                                                                                           \
        if (!(condition))                                                                          \
            QSKIP(missing);                                                                        \
    } while (false)
#endif

/// The main of a test file. `Class` is a QObject with private slots.
#define HOMEROOM_TEST_MAIN(Class)                                                                  \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        return homeroom::test::run(argc, argv, [] { return std::make_unique<Class>(); });          \
    }
