// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandline.h"

#include <QJsonArray>
#include <QJsonObject>

namespace homeroom::ctl {

/// Prints an answer: with --json exactly one document, else lines that people read.
void print(const CommandLine& line, const QJsonObject& answer);
/// Bytes as they are, and a line end.
void printRaw(const QByteArray& bytes);
/// One sentence on stderr.
void complain(const QString& sentence);
/// One sentence about how the command is to be said.
ExitCode misused(const QString& sentence);
/// As complain, for an error, and the exit code it means.
ExitCode complain(const Error& error);
/// As complain, for the words of a command line: Malformed is wrong use of the command.
ExitCode refused(const Error& error);

} // namespace homeroom::ctl
