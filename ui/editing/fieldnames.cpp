// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/sentences.h"

#include <QCoreApplication>
#include <QHash>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A wire name and what people read for it.
struct Name {
    const char* key;
    const char* text;
};

constexpr Name typeNames[] = {
    {"customer", QT_TRANSLATE_NOOP("Names", "Family")},
    {"guardian", QT_TRANSLATE_NOOP("Names", "Guardian")},
    {"student", QT_TRANSLATE_NOOP("Names", "Child")},
    {"opportunity", QT_TRANSLATE_NOOP("Names", "Opportunity")},
    {"followup", QT_TRANSLATE_NOOP("Names", "Follow-up")},
    {"task", QT_TRANSLATE_NOOP("Names", "Task")},
    {"enrollment", QT_TRANSLATE_NOOP("Names", "Enrollment")},
    {"lessonprogress", QT_TRANSLATE_NOOP("Names", "Lesson progress")},
    {"order", QT_TRANSLATE_NOOP("Names", "Order")},
    {"conflict", QT_TRANSLATE_NOOP("Names", "Conflict")},
    {"history", QT_TRANSLATE_NOOP("Names", "Change")},
    {"user", QT_TRANSLATE_NOOP("Names", "User")},
    {"team", QT_TRANSLATE_NOOP("Names", "Team")},
    {"workaccount", QT_TRANSLATE_NOOP("Names", "Work account")},
    {"familyaccess", QT_TRANSLATE_NOOP("Names", "Opened by somebody else")},
    {"channel", QT_TRANSLATE_NOOP("Names", "Channel")},
    {"product", QT_TRANSLATE_NOOP("Names", "Product")},
    {"class", QT_TRANSLATE_NOOP("Names", "Class")},
    {"cohort", QT_TRANSLATE_NOOP("Names", "Cohort")},
    {"lesson", QT_TRANSLATE_NOOP("Names", "Lesson")},
    {"pipeline", QT_TRANSLATE_NOOP("Names", "Pipeline")},
    {"stage", QT_TRANSLATE_NOOP("Names", "Stage")},
    {"tag", QT_TRANSLATE_NOOP("Names", "Tag")},
    {"customfield", QT_TRANSLATE_NOOP("Names", "Custom field")},
    {"savedview", QT_TRANSLATE_NOOP("Names", "Saved view")},
    {"workcalendar", QT_TRANSLATE_NOOP("Names", "Working hours")},
    {"cohortday", QT_TRANSLATE_NOOP("Names", "Numbers of a cohort day")},
};

/// `type.field` where a type calls it otherwise, else the bare field.
constexpr Name fieldNames[] = {
    {"action", QT_TRANSLATE_NOOP("Names", "What was done")},
    {"active", QT_TRANSLATE_NOOP("Names", "In use")},
    {"address", QT_TRANSLATE_NOOP("Names", "Address")},
    {"aliases", QT_TRANSLATE_NOOP("Names", "Other names")},
    {"amount", QT_TRANSLATE_NOOP("Names", "Amount")},
    {"appSignedInAt", QT_TRANSLATE_NOOP("Names", "Signed in to the app")},
    {"asOf", QT_TRANSLATE_NOOP("Names", "As of")},
    {"assignee", QT_TRANSLATE_NOOP("Names", "Assigned to")},
    {"at", QT_TRANSLATE_NOOP("Names", "Time")},
    {"attended", QT_TRANSLATE_NOOP("Names", "Attendance")},
    {"author", QT_TRANSLATE_NOOP("Names", "Author")},
    {"birthMonth", QT_TRANSLATE_NOOP("Names", "Month of birth")},
    {"campaign", QT_TRANSLATE_NOOP("Names", "Campaign")},
    {"capacity", QT_TRANSLATE_NOOP("Names", "Capacity")},
    {"changes", QT_TRANSLATE_NOOP("Names", "Changes")},
    {"channel", QT_TRANSLATE_NOOP("Names", "Channel")},
    {"choices", QT_TRANSLATE_NOOP("Names", "Choices")},
    {"city", QT_TRANSLATE_NOOP("Names", "City")},
    {"class", QT_TRANSLATE_NOOP("Names", "Class")},
    {"closedAt", QT_TRANSLATE_NOOP("Names", "Closed at")},
    {"closesAt", QT_TRANSLATE_NOOP("Names", "Closes at")},
    {"cohort", QT_TRANSLATE_NOOP("Names", "Cohort")},
    {"cohortDay", QT_TRANSLATE_NOOP("Names", "Cohort day")},
    {"color", QT_TRANSLATE_NOOP("Names", "Colour")},
    {"consent", QT_TRANSLATE_NOOP("Names", "Agreed to be contacted")},
    {"conversionDay", QT_TRANSLATE_NOOP("Names", "Conversion day")},
    {"counted", QT_TRANSLATE_NOOP("Names", "Counted in rates")},
    {"createdAt", QT_TRANSLATE_NOOP("Names", "Created at")},
    {"creditedOwner", QT_TRANSLATE_NOOP("Names", "Credited to")},
    {"custom", QT_TRANSLATE_NOOP("Names", "Custom fields")},
    {"customer", QT_TRANSLATE_NOOP("Names", "Family")},
    {"day", QT_TRANSLATE_NOOP("Names", "Day of the camp")},
    {"days", QT_TRANSLATE_NOOP("Names", "Days")},
    {"daysOff", QT_TRANSLATE_NOOP("Names", "Days off")},
    {"definition", QT_TRANSLATE_NOOP("Names", "Definition")},
    {"device", QT_TRANSLATE_NOOP("Names", "Device")},
    {"displayName", QT_TRANSLATE_NOOP("Names", "Shown name")},
    {"doNotDisturb", QT_TRANSLATE_NOOP("Names", "Do not disturb")},
    {"doneAt", QT_TRANSLATE_NOOP("Names", "Done at")},
    {"dueAt", QT_TRANSLATE_NOOP("Names", "Due at")},
    {"duration", QT_TRANSLATE_NOOP("Names", "Duration")},
    {"enrollment", QT_TRANSLATE_NOOP("Names", "Enrollment")},
    {"externalId", QT_TRANSLATE_NOOP("Names", "External number")},
    {"extraWorkdays", QT_TRANSLATE_NOOP("Names", "Extra working days")},
    {"fieldName", QT_TRANSLATE_NOOP("Names", "Field")},
    {"finished", QT_TRANSLATE_NOOP("Names", "Finished")},
    {"friendAddedAt", QT_TRANSLATE_NOOP("Names", "Friend since")},
    {"friendRequestedAt", QT_TRANSLATE_NOOP("Names", "Friend request sent")},
    {"friendState", QT_TRANSLATE_NOOP("Names", "Friend state")},
    {"frozen", QT_TRANSLATE_NOOP("Names", "Frozen")},
    {"grade", QT_TRANSLATE_NOOP("Names", "Grade")},
    {"groupJoinedAt", QT_TRANSLATE_NOOP("Names", "Joined the group")},
    {"groupName", QT_TRANSLATE_NOOP("Names", "Group")},
    {"groupState", QT_TRANSLATE_NOOP("Names", "Group state")},
    {"guardianConsent", QT_TRANSLATE_NOOP("Names", "Guardian agreed")},
    {"happenedAt", QT_TRANSLATE_NOOP("Names", "Happened at")},
    {"holidays", QT_TRANSLATE_NOOP("Names", "Holidays")},
    {"homework", QT_TRANSLATE_NOOP("Names", "Has homework")},
    {"homeworkAt", QT_TRANSLATE_NOOP("Names", "Homework handed in")},
    {"intention", QT_TRANSLATE_NOOP("Names", "Intention")},
    {"isDefault", QT_TRANSLATE_NOOP("Names", "Default")},
    {"joinedAt", QT_TRANSLATE_NOOP("Names", "Joined at")},
    {"key", QT_TRANSLATE_NOOP("Names", "Key")},
    {"kind", QT_TRANSLATE_NOOP("Names", "Kind")},
    {"kitState", QT_TRANSLATE_NOOP("Names", "Learning kit")},
    {"lastContactAt", QT_TRANSLATE_NOOP("Names", "Last contact")},
    {"leftAt", QT_TRANSLATE_NOOP("Names", "Left at")},
    {"lesson", QT_TRANSLATE_NOOP("Names", "Lesson")},
    {"level", QT_TRANSLATE_NOOP("Names", "Level")},
    {"lifecycle", QT_TRANSLATE_NOOP("Names", "Lifecycle")},
    {"listenedAt", QT_TRANSLATE_NOOP("Names", "Review listened to")},
    {"lostReason", QT_TRANSLATE_NOOP("Names", "Reason of loss")},
    {"minutes", QT_TRANSLATE_NOOP("Names", "Minutes attended")},
    {"guardian.name", QT_TRANSLATE_NOOP("Names", "Guardian's name")},
    {"name", QT_TRANSLATE_NOOP("Names", "Name")},
    {"nextAt", QT_TRANSLATE_NOOP("Names", "Next step at")},
    {"nextStep", QT_TRANSLATE_NOOP("Names", "Next step")},
    {"nextStepAt", QT_TRANSLATE_NOOP("Names", "Next step at")},
    {"opensAt", QT_TRANSLATE_NOOP("Names", "Opens at")},
    {"opensOn", QT_TRANSLATE_NOOP("Names", "Opens on")},
    {"opportunity", QT_TRANSLATE_NOOP("Names", "Opportunity")},
    {"owner", QT_TRANSLATE_NOOP("Names", "Owner")},
    {"numbers", QT_TRANSLATE_NOOP("Names", "Numbers")},
    {"page", QT_TRANSLATE_NOOP("Names", "Page")},
    {"paidAt", QT_TRANSLATE_NOOP("Names", "Paid at")},
    {"phone", QT_TRANSLATE_NOOP("Names", "Phone")},
    {"pipeline", QT_TRANSLATE_NOOP("Names", "Pipeline")},
    {"practiceMinutes", QT_TRANSLATE_NOOP("Names", "Minutes practised")},
    {"price", QT_TRANSLATE_NOOP("Names", "Price")},
    {"product", QT_TRANSLATE_NOOP("Names", "Product")},
    {"rank", QT_TRANSLATE_NOOP("Names", "Order of display")},
    {"reason", QT_TRANSLATE_NOOP("Names", "Reason")},
    {"record", QT_TRANSLATE_NOOP("Names", "Record")},
    {"referrer", QT_TRANSLATE_NOOP("Names", "Referred by")},
    {"refundedAmount", QT_TRANSLATE_NOOP("Names", "Refunded amount")},
    {"refundedAt", QT_TRANSLATE_NOOP("Names", "Refunded at")},
    {"relation", QT_TRANSLATE_NOOP("Names", "Relation")},
    {"remark", QT_TRANSLATE_NOOP("Names", "Remark")},
    {"repeat", QT_TRANSLATE_NOOP("Names", "Comes again")},
    {"resolution", QT_TRANSLATE_NOOP("Names", "Decision")},
    {"resolved", QT_TRANSLATE_NOOP("Names", "Decided")},
    {"result", QT_TRANSLATE_NOOP("Names", "Result")},
    {"reviewedAt", QT_TRANSLATE_NOOP("Names", "Homework reviewed")},
    {"role", QT_TRANSLATE_NOOP("Names", "Role")},
    {"rule", QT_TRANSLATE_NOOP("Names", "From rule")},
    {"school", QT_TRANSLATE_NOOP("Names", "School")},
    {"score", QT_TRANSLATE_NOOP("Names", "Intention score")},
    {"snoozedUntil", QT_TRANSLATE_NOOP("Names", "Put off until")},
    {"sourceText", QT_TRANSLATE_NOOP("Names", "Source as imported")},
    {"stage", QT_TRANSLATE_NOOP("Names", "Stage")},
    {"stageEnteredAt", QT_TRANSLATE_NOOP("Names", "In this stage since")},
    {"state", QT_TRANSLATE_NOOP("Names", "State")},
    {"status", QT_TRANSLATE_NOOP("Names", "Status")},
    {"student", QT_TRANSLATE_NOOP("Names", "Child")},
    {"subject", QT_TRANSLATE_NOOP("Names", "Subject")},
    {"tags", QT_TRANSLATE_NOOP("Names", "Tags")},
    {"team", QT_TRANSLATE_NOOP("Names", "Team")},
    {"text", QT_TRANSLATE_NOOP("Names", "Text")},
    {"tier", QT_TRANSLATE_NOOP("Names", "Tier")},
    {"tierReason", QT_TRANSLATE_NOOP("Names", "Reason of the tier")},
    {"tutor", QT_TRANSLATE_NOOP("Names", "Tutor")},
    {"unlocksAt", QT_TRANSLATE_NOOP("Names", "Unlocks at")},
    {"user", QT_TRANSLATE_NOOP("Names", "User")},
    {"user.name", QT_TRANSLATE_NOOP("Names", "Sign-in name")},
    {"values", QT_TRANSLATE_NOOP("Names", "Values")},
    {"wechatId", QT_TRANSLATE_NOOP("Names", "WeChat ID")},
    {"wechatNick", QT_TRANSLATE_NOOP("Names", "WeChat nickname")},
    {"workAccount", QT_TRANSLATE_NOOP("Names", "Work account")},
    {"customer.name", QT_TRANSLATE_NOOP("Names", "Parent's name")},
    {"student.name", QT_TRANSLATE_NOOP("Names", "Child's name")},
    {"followup.text", QT_TRANSLATE_NOOP("Names", "What happened")},
    {"task.text", QT_TRANSLATE_NOOP("Names", "What to do")},
};

template <size_t size> QHash<QByteArray, const char*> tableOf(const Name (&names)[size])
{
    QHash<QByteArray, const char*> table;
    table.reserve(qsizetype(size));
    for (const Name& name : names)
        table.insert(name.key, name.text);
    return table;
}

QByteArray bytes(QLatin1StringView name)
{
    return QByteArray(name.data(), name.size());
}

} // namespace

QString displayName(RecordKind kind)
{
    static const QHash<QByteArray, const char*> table = tableOf(typeNames);
    return QCoreApplication::translate("Names", table.value(bytes(recordType(kind).name), ""));
}

QString displayName(RecordKind kind, const FieldDescription& field)
{
    static const QHash<QByteArray, const char*> table = tableOf(fieldNames);
    const QByteArray name = bytes(field.name);
    const char* own = table.value(bytes(recordType(kind).name) + '.' + name, nullptr);
    return QCoreApplication::translate("Names", own ? own : table.value(name, ""));
}

} // namespace homeroom
