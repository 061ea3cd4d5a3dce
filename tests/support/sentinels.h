// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"

#include <QList>

namespace homeroom::test {

/// A value of one field of one family that is found again wherever it stands.
struct Sentinel {
    int mark = 0; ///< of the family
    bool contact = false; ///< of a field that only the owner reads in full
    bool listed = false; ///< of a field that the list of the pool shows
    QByteArray text{};
};

/// The first of the marks; each family has one of its own.
constexpr int firstMark = 10'000;
constexpr int lastMark = 99'999;

/// Fills every text, phone, amount and object of the row with sentinels: what a new field of a
/// family's record holds is looked for without being named here.
void fillWithSentinels(RecordRow& row, int mark);

/// The sentinels in an answer, each as often as it stands there.
QList<Sentinel> sentinelsIn(const QByteArray& body);

} // namespace homeroom::test
