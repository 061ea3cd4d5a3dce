// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/taskdialog.h"

#include "models/store/taskedits.h"
#include "models/values/cohortday.h"
#include "ui/editing/valuetexts.h"
#include "ui/editing/whendialog.h"

#include <QComboBox>
#include <QLineEdit>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int once = -1; // the data of «once» among the frequencies

} // namespace

bool leadsOthers(const Viewer& viewer)
{
    const Reach reach = reachOf(viewer.role, Right::Assign);
    return reach == Reach::Team || reach == Reach::All;
}

TaskDialog::TaskDialog(const PageContext& context, const TaskSubject& subject, QWidget* parent)
    : FormDialog(context.theme, parent), m_context(context), m_subject(subject),
      m_text(new QLineEdit(subject.text)), m_when(newWhenField()), m_repeat(new QComboBox),
      m_until(new QLineEdit), m_assignee(new QComboBox)
{
    m_text->setObjectName(u"taskText"_s);
    m_when->setObjectName(u"taskWhen"_s);
    m_repeat->setObjectName(u"taskRepeat"_s);
    m_until->setObjectName(u"taskUntil"_s);
    m_assignee->setObjectName(u"taskAssignee"_s);
    setTitle(tr("New task"));
    if (!subject.familyName.isEmpty())
        setIntroduction(tr("About %1").arg(subject.familyName));
    setAcceptText(tr("Save"));
    addRows();
    m_text->selectAll();
    connect(m_repeat, &QComboBox::currentIndexChanged, this, &TaskDialog::followRepeat);
    followRepeat();
}

void TaskDialog::addRows()
{
    m_repeat->addItem(tr("Once"), once);
    m_repeat->addItem(tr("Every day"), int(Frequency::Daily));
    m_repeat->addItem(tr("Every workday"), int(Frequency::Workdays));
    m_repeat->addItem(tr("Every week"), int(Frequency::Weekly));
    m_repeat->addItem(tr("Every month"), int(Frequency::Monthly));
    m_until->setPlaceholderText(tr("12-31"));
    addRow(tr("What"), m_text, [this] { return checkText(); });
    addRow(tr("When"), m_when, [this] { return checkTime(); });
    addRow(tr("Comes again"), m_repeat);
    addRow(tr("Last day"), m_until, [this] { return checkEnd(); });
    fillAssignees();
    if (m_assignee->count() > 1)
        addRow(tr("Whose it is"), m_assignee);
    else
        m_assignee->setParent(this);
    m_assignee->setVisible(m_assignee->count() > 1);
}

void TaskDialog::fillAssignees()
{
    const Viewer& viewer = m_context.viewer;
    m_assignee->addItem(tr("Mine"), QVariant::fromValue(viewer.user.toString()));
    const bool leads = leadsOthers(viewer);
    for (const User& user : m_context.catalogue.users()) {
        const bool keeps = user.role == UserRole::Tutor || user.role == UserRole::Sales;
        const bool ours = viewer.role != UserRole::Lead || user.team == viewer.team;
        if (leads && keeps && ours && user.active && user.id != viewer.user)
            m_assignee->addItem(personText(user.id, m_context), user.id.toString());
    }
    const int keeper = m_assignee->findData(m_subject.owner.toString());
    m_assignee->setCurrentIndex(qMax(0, keeper));
}

void TaskDialog::followRepeat()
{
    m_until->setEnabled(m_repeat->currentData().toInt() != once);
    check();
}

QString TaskDialog::checkText() const
{
    return m_text->text().trimmed().isEmpty() ? tr("Write what is to be done.") : QString();
}

QString TaskDialog::checkTime() const
{
    const bool again = m_repeat->currentData().toInt() != once;
    if (again && m_when->text().trimmed().isEmpty())
        return tr("A task that comes again needs a first time.");
    return whenProblem(*m_when, m_context, true);
}

QString TaskDialog::checkEnd() const
{
    if (m_repeat->currentData().toInt() == once)
        return {};
    if (m_until->text().trimmed().isEmpty())
        return tr("A task that comes again needs a last day.");
    if (const QString problem = whenProblem(*m_until, m_context, false); !problem.isEmpty())
        return problem;
    return checkTask(task({}), m_context.zone) == TaskProblem::EndsTooEarly
        ? tr("The last day is before the first time.")
        : QString();
}

std::optional<QDate> TaskDialog::lastDay() const
{
    const std::optional<Milliseconds> at = typedWhen(*m_until, m_context);
    return at ? std::optional(dateAt(*at, m_context.zone)) : std::nullopt;
}

Task TaskDialog::task(const RecordId& id) const
{
    Task task;
    task.id = Id<Task>(id);
    task.customer = Id<Customer>(m_subject.family);
    task.text = m_text->text().trimmed();
    task.dueAt = typedWhen(*m_when, m_context);
    const int frequency = m_repeat->currentData().toInt();
    const std::optional<QDate> end = lastDay();
    if (frequency != once && end) {
        Recurrence recurrence{Frequency(frequency), *end};
        if (recurrence.frequency == Frequency::Monthly && task.dueAt)
            recurrence.monthDay = dateAt(*task.dueAt, m_context.zone).day();
        task.repeat = recurrenceText(recurrence);
    }
    task.assignee =
        Id<User>(RecordId::fromString(m_assignee->currentData().toString()).value_or(RecordId()));
    // Without a family a task is private, or else the team's, so that its assignee gets it.
    const User* assignee = m_context.catalogue.find(task.assignee);
    if (m_subject.family.isNull() && assignee && task.assignee != m_context.viewer.user)
        task.team = assignee->team;
    return task;
}

} // namespace homeroom
