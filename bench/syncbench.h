// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"
#include "bench/serverimages.h"

namespace homeroom::bench {

// What sync may cost, each against a server process on loopback with a database of its own. The
// goals are those of sync.md section 10.

/// Rows a second of a first sync, against prepared inserts of the same rows (G1).
void benchFirstSync(Report& report, ServerImages& images);
/// A tutor with 20,000 rows from sign-in to the end of the first session, on loopback and on a
/// line of 10 Mbit/s with 50 ms there and back (G2).
void benchReady(Report& report, ServerImages& images);
/// A lead with 200,000 rows in a process of its own: time and growth of its memory (G3).
void benchLead(Report& report, ServerImages& images);
/// From an edit to its commit on another client, amid 100 edits a second and 200 clients that wait
/// (G4).
void benchPropagate(Report& report, ServerImages& images);
/// Requests of one mutation each, from eight devices at once (G5).
void benchPushSingle(Report& report, ServerImages& images);
/// Mutations in full requests, from four devices at once (G5).
void benchPushBatch(Report& report, ServerImages& images);
/// Other requests while 2,000 clients wait and one edit comes a second (G6).
void benchWaiters(Report& report, ServerImages& images);
/// 500 families with 20,000 records from one tutor to another (G7).
void benchHandover(Report& report, ServerImages& images);
/// Bytes on the wire, headers of HTTP included, those of TCP and TLS not (G8).
void benchBytes(Report& report, ServerImages& images);
/// 2,000 edits made in 14 days without a network (G9).
void benchDrain(Report& report, ServerImages& images);
/// After kill -9 of client and server (G10).
void benchRecover(Report& report, ServerImages& images);
/// Stalls of the window's event loop while 100,000 rows arrive.
void benchStall(Report& report, ServerImages& images);

} // namespace homeroom::bench
