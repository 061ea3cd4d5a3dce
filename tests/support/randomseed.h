// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QtGlobal>

namespace homeroom::test {

/// A seed of this run's own, which its log names. HOMEROOM_TEST_SEED runs an old one again.
inline quint32 randomSeed()
{
    bool given = false;
    const uint wanted = qEnvironmentVariable("HOMEROOM_TEST_SEED").toUInt(&given);
    const quint32 seed = given ? wanted : QRandomGenerator::global()->generate();
    qInfo("HOMEROOM_TEST_SEED=%u", seed);
    return seed;
}

} // namespace homeroom::test
