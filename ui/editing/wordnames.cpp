// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/sentences.h"

#include <QCoreApplication>
#include <QHash>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct WordName {
    const char* key; ///< `field.word` where a field's word has a meaning of its own, else the word
    const char* text;
};

constexpr WordName wordNames[] = {
    {"action.delete", QT_TRANSLATE_NOOP("Words", "Removed")},
    {"action.lost", QT_TRANSLATE_NOOP("Words", "Gave way")},
    {"action.merge", QT_TRANSLATE_NOOP("Words", "Merged")},
    {"action.set", QT_TRANSLATE_NOOP("Words", "Changed")},
    {"action.unmerge", QT_TRANSLATE_NOOP("Words", "Taken apart")},
    {"added", QT_TRANSLATE_NOOP("Words", "Friend")},
    {"admin", QT_TRANSLATE_NOOP("Words", "Administrator")},
    {"attended.leave", QT_TRANSLATE_NOOP("Words", "On leave")},
    {"attended.live", QT_TRANSLATE_NOOP("Words", "Live")},
    {"attended.missed", QT_TRANSLATE_NOOP("Words", "Missed")},
    {"attended.replay", QT_TRANSLATE_NOOP("Words", "Replay")},
    {"attended.unknown", QT_TRANSLATE_NOOP("Words", "Not known yet")},
    {"blocked", QT_TRANSLATE_NOOP("Words", "Blocked")},
    {"busy", QT_TRANSLATE_NOOP("Words", "Busy")},
    {"call", QT_TRANSLATE_NOOP("Words", "Call")},
    {"choice", QT_TRANSLATE_NOOP("Words", "Choice")},
    {"closed", QT_TRANSLATE_NOOP("Words", "Closed")},
    {"completed", QT_TRANSLATE_NOOP("Words", "Completed")},
    {"conflict", QT_TRANSLATE_NOOP("Words", "Conflict")},
    {"connected", QT_TRANSLATE_NOOP("Words", "Connected")},
    {"date", QT_TRANSLATE_NOOP("Words", "Date")},
    {"deletedMe", QT_TRANSLATE_NOOP("Words", "Deleted me")},
    {"delivered", QT_TRANSLATE_NOOP("Words", "Delivered")},
    {"deposit", QT_TRANSLATE_NOOP("Words", "Deposit")},
    {"done", QT_TRANSLATE_NOOP("Words", "Done")},
    {"enrolled", QT_TRANSLATE_NOOP("Words", "Enrolled")},
    {"father", QT_TRANSLATE_NOOP("Words", "Father")},
    {"frozen", QT_TRANSLATE_NOOP("Words", "Frozen")},
    {"full", QT_TRANSLATE_NOOP("Words", "Full course")},
    {"general", QT_TRANSLATE_NOOP("Words", "General")},
    {"grandfather", QT_TRANSLATE_NOOP("Words", "Grandfather")},
    {"grandmother", QT_TRANSLATE_NOOP("Words", "Grandmother")},
    {"highIntention", QT_TRANSLATE_NOOP("Words", "High intention")},
    {"in", QT_TRANSLATE_NOOP("Words", "In the group")},
    {"intention.high", QT_TRANSLATE_NOOP("Words", "High")},
    {"intention.low", QT_TRANSLATE_NOOP("Words", "Low")},
    {"intention.medium", QT_TRANSLATE_NOOP("Words", "Medium")},
    {"intention.none", QT_TRANSLATE_NOOP("Words", "No intention")},
    {"intention.unknown", QT_TRANSLATE_NOOP("Words", "Not known")},
    {"invited", QT_TRANSLATE_NOOP("Words", "Invited")},
    {"kitState.none", QT_TRANSLATE_NOOP("Words", "No kit")},
    {"lead", QT_TRANSLATE_NOOP("Words", "Team lead")},
    {"groupState.left", QT_TRANSLATE_NOOP("Words", "Left the group")},
    {"left", QT_TRANSLATE_NOOP("Words", "Left")},
    {"lifecycle.lost", QT_TRANSLATE_NOOP("Words", "Lost")},
    {"lifecycle.paid", QT_TRANSLATE_NOOP("Words", "Paid")},
    {"money", QT_TRANSLATE_NOOP("Words", "Money")},
    {"mother", QT_TRANSLATE_NOOP("Words", "Mother")},
    {"moved", QT_TRANSLATE_NOOP("Words", "Moved to another cohort")},
    {"noAnswer", QT_TRANSLATE_NOOP("Words", "No answer")},
    {"notAdded", QT_TRANSLATE_NOOP("Words", "Not added")},
    {"notIn", QT_TRANSLATE_NOOP("Words", "Not in the group")},
    {"note", QT_TRANSLATE_NOOP("Words", "Note")},
    {"number", QT_TRANSLATE_NOOP("Words", "Number")},
    {"operations", QT_TRANSLATE_NOOP("Words", "Operations")},
    {"orphan", QT_TRANSLATE_NOOP("Words", "Words without a place")},
    {"other", QT_TRANSLATE_NOOP("Words", "Other relation")},
    {"planned", QT_TRANSLATE_NOOP("Words", "Planned")},
    {"potential", QT_TRANSLATE_NOOP("Words", "Potential")},
    {"refused", QT_TRANSLATE_NOOP("Words", "Refused")},
    {"relation.unknown", QT_TRANSLATE_NOOP("Words", "Relation not known")},
    {"renewal", QT_TRANSLATE_NOOP("Words", "Renewal")},
    {"renewed", QT_TRANSLATE_NOOP("Words", "Renewed")},
    {"requested", QT_TRANSLATE_NOOP("Words", "Requested")},
    {"result.none", QT_TRANSLATE_NOOP("Words", "No result")},
    {"role.friend", QT_TRANSLATE_NOOP("Words", "Friend added")},
    {"role.group", QT_TRANSLATE_NOOP("Words", "In the group")},
    {"role.intent", QT_TRANSLATE_NOOP("Words", "High intention")},
    {"role.learning", QT_TRANSLATE_NOOP("Words", "Learning")},
    {"role.lost", QT_TRANSLATE_NOOP("Words", "Lost")},
    {"role.open", QT_TRANSLATE_NOOP("Words", "Open stage")},
    {"role.paid", QT_TRANSLATE_NOOP("Words", "Paid")},
    {"running", QT_TRANSLATE_NOOP("Words", "Running")},
    {"sales", QT_TRANSLATE_NOOP("Words", "Sales")},
    {"shipped", QT_TRANSLATE_NOOP("Words", "Shipped")},
    {"skipped", QT_TRANSLATE_NOOP("Words", "Skipped")},
    {"sms", QT_TRANSLATE_NOOP("Words", "Text message")},
    {"state.open", QT_TRANSLATE_NOOP("Words", "Open")},
    {"suggestion", QT_TRANSLATE_NOOP("Words", "Suggestion")},
    {"text", QT_TRANSLATE_NOOP("Words", "Text")},
    {"tier.a", QT_TRANSLATE_NOOP("Words", "A")},
    {"tier.b", QT_TRANSLATE_NOOP("Words", "B")},
    {"tier.c", QT_TRANSLATE_NOOP("Words", "C")},
    {"tier.d", QT_TRANSLATE_NOOP("Words", "D")},
    {"tier.none", QT_TRANSLATE_NOOP("Words", "No tier")},
    {"toShip", QT_TRANSLATE_NOOP("Words", "To be shipped")},
    {"trial", QT_TRANSLATE_NOOP("Words", "Trial camp")},
    {"tutor", QT_TRANSLATE_NOOP("Words", "Class tutor")},
    {"upgrade", QT_TRANSLATE_NOOP("Words", "Upgrade")},
    {"visit", QT_TRANSLATE_NOOP("Words", "Visit")},
    {"wecom", QT_TRANSLATE_NOOP("Words", "WeCom")},
    {"wrongNumber", QT_TRANSLATE_NOOP("Words", "Wrong number")},
    {"yesNo", QT_TRANSLATE_NOOP("Words", "Yes or no")},
};

QHash<QByteArray, const char*> wordTable()
{
    QHash<QByteArray, const char*> table;
    for (const WordName& name : wordNames)
        table.insert(name.key, name.text);
    return table;
}

} // namespace

QString displayWord(const FieldDescription& field, const QString& word)
{
    static const QHash<QByteArray, const char*> table = wordTable();
    const QByteArray bare = word.toLatin1();
    const QByteArray own = QByteArray(field.name.data(), field.name.size()) + '.' + bare;
    const char* text = table.value(own, nullptr);
    if (!text)
        text = table.value(bare, nullptr);
    // A word of a newer server is shown as it came.
    return text ? QCoreApplication::translate("Words", text) : word;
}

} // namespace homeroom
