// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openprofile.h"

namespace homeroom::ctl {

// One function a command. Each calls `finished` once, at once or from the event loop.

void login(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void sync(const CommandLine& line, OpenProfile& profile, const Finished& finished);
/// `sync --watch`: goes on until it is told to stop.
void watch(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void assign(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void claim(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void returnToPool(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void merge(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void unmerge(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void unmask(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void moveUser(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void deactivate(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void status(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void check(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void list(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void show(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void add(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void set(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void undo(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void import(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void conflicts(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void resolve(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void outbox(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void history(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void today(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void tasks(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void view(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void duplicates(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void search(const CommandLine& line, OpenProfile& profile, const Finished& finished);
void exportTable(const CommandLine& line, OpenProfile& profile, const Finished& finished);

/// Needs no profile.
ExitCode parse(const CommandLine& line);

} // namespace homeroom::ctl
