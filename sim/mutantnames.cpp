// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/mutantnames.h"

#include <QStringList>

#include <array>

namespace homeroom::sim {

namespace {

constexpr std::array<const char*, 20> names{"base-per-page", "pos-by-seq", "evict-despite-grant",
    "delta-on-entry", "lost-membership-ignored", "gained-membership-not-backdated", "full-merges",
    "visibility-overwritten", "seq-at-start", "generation-ignored", "own-edit-conflicts",
    "ack-before-commit", "echo-too-early", "cursor-before-data", "refusal-blocks", "gone-wipes",
    "refresh-lost", "group-split", "create-not-idempotent", "evict-keeps-index"};
static_assert(names.size() == size_t(Mutant::EvictKeepsIndex));
/// Beyond the page's.
constexpr std::array<const char*, 5> furtherNames{
    "drop-row", "drop-conflict", "drop-history", "wake-lost", "key-forgotten"};
static_assert(names.size() + furtherNames.size() == size_t(Mutant::KeyForgotten));

} // namespace

QStringList mutantNames()
{
    QStringList all;
    for (const char* name : names)
        all.append(QString::fromLatin1(name));
    for (const char* name : furtherNames)
        all.append(QString::fromLatin1(name));
    return all;
}

std::optional<Mutant> mutantFromName(const QString& name)
{
    const qsizetype at = mutantNames().indexOf(name);
    // The enumeration has them in the same order, behind None.
    return at < 0 ? std::nullopt : std::optional(Mutant(at + 1));
}

} // namespace homeroom::sim
