// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/newcustomerdialog.h"

#include "models/values/cohortday.h"
#include "models/values/guardianconsent.h"
#include "models/values/phone.h"
#include "models/values/rank.h"
#include "ui/editing/phonehint.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highestGrade = 12;
constexpr int remarkLines = 3;

template <typename Record> Id<Record> chosen(const QComboBox& box)
{
    return Id<Record>(box.currentData().value<RecordId>());
}

/// Fields that stand in one row of the form; the first one takes its focus.
template <typename Layout> QWidget* together(const QList<QWidget*>& fields)
{
    auto* row = new QWidget;
    auto* layout = new Layout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(sizes::gap);
    for (QWidget* field : fields)
        layout->addWidget(field, 1);
    row->setFocusProxy(fields.first());
    return row;
}

} // namespace

NewCustomerDialog::NewCustomerDialog(PageContext& context, QWidget* parent)
    : FormDialog(context.theme, parent), m_context(context), m_name(new QLineEdit),
      m_phone(new QLineEdit), m_duplicate(new PhoneHint(context, *m_phone)),
      m_relation(new QComboBox), m_child(new QLineEdit), m_grade(new QComboBox),
      m_consent(new QCheckBox), m_channel(new QComboBox), m_cohort(new QComboBox),
      m_remark(new QPlainTextEdit)
{
    m_name->setObjectName(u"name"_s);
    m_phone->setObjectName(u"phone"_s);
    m_child->setObjectName(u"child"_s);
    m_remark->setFixedHeight(context.theme.lineHeight(TextRole::Body) * remarkLines + sizes::gap);
    m_remark->setTabChangesFocus(true);
    addRows();
    retranslate();
    connect(m_phone, &QLineEdit::textChanged, this, &NewCustomerDialog::showAsStored);
    connect(m_duplicate, &PhoneHint::familyRequested, this, &NewCustomerDialog::familyRequested);
}

void NewCustomerDialog::addRows()
{
    m_parent = together<QHBoxLayout>({m_name, m_relation});
    m_contact = together<QVBoxLayout>({m_phone, m_duplicate});
    m_pupil = together<QVBoxLayout>({together<QHBoxLayout>({m_child, m_grade}), m_consent});
    m_source = together<QHBoxLayout>({m_channel, m_cohort});
    addRow({}, m_parent, [this] {
        return m_name->text().trimmed().isEmpty() && m_phone->text().trimmed().isEmpty()
            ? tr("A name or a phone is needed.")
            : QString();
    });
    addRow({}, m_contact, [this] { return checkPhone(); });
    addRow({}, m_pupil, [this] { return checkConsent(); });
    addRow({}, m_source);
    addRow({}, m_remark);
    // Rows of several fields are not watched by the form itself.
    connect(m_name, &QLineEdit::textChanged, this, &NewCustomerDialog::check);
    connect(m_phone, &QLineEdit::textChanged, this, &NewCustomerDialog::check);
    connect(m_grade, &QComboBox::currentIndexChanged, this, &NewCustomerDialog::showConsent);
    connect(m_consent, &QCheckBox::toggled, this, &NewCustomerDialog::check);
    showConsent();
}

void NewCustomerDialog::retranslate()
{
    setTitle(tr("New lead"));
    setAcceptText(tr("Add"));
    setRowLabel(m_parent, tr("Parent"));
    setRowLabel(m_contact, tr("Phone"));
    setRowLabel(m_pupil, tr("Child and grade"));
    setRowLabel(m_source, tr("Channel and cohort"));
    setRowLabel(m_remark, tr("Remark"));
    m_name->setPlaceholderText(tr("Name"));
    m_child->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Parent's name"));
    m_relation->setAccessibleName(tr("Relation"));
    m_phone->setAccessibleName(tr("Phone"));
    m_child->setAccessibleName(tr("Child's name"));
    m_grade->setAccessibleName(tr("Grade"));
    m_consent->setText(tr("Under 14: a guardian agreed that we keep the child's data"));
    m_channel->setAccessibleName(tr("Channel"));
    m_cohort->setAccessibleName(tr("Cohort"));
    fillChoices();
}

void NewCustomerDialog::fillChoices()
{
    const FieldDescription& relation =
        recordTypeOf<Customer>().fields[size_t(fieldIndexOf(&Customer::relation))];
    for (QComboBox* box : {m_relation, m_grade, m_channel, m_cohort})
        box->clear();
    for (size_t i = 0; i < relation.words.size(); ++i)
        m_relation->addItem(displayWord(relation, relation.words[i]), int(i));
    m_grade->addItem(tr("Grade not known"));
    for (qint64 grade = 0; grade <= highestGrade; ++grade)
        m_grade->addItem(gradeText(grade), grade);
    m_channel->addItem(tr("No channel"));
    for (const Channel& channel : m_context.catalogue.channels()) {
        if (channel.active)
            m_channel->addItem(channel.name, QVariant::fromValue(RecordId(channel.id)));
    }
    m_cohort->addItem(tr("No cohort"));
    for (const Cohort& cohort : m_context.catalogue.cohorts()) {
        if (cohort.state != CohortState::Closed && cohort.state != CohortState::Frozen)
            m_cohort->addItem(cohort.name, QVariant::fromValue(RecordId(cohort.id)));
    }
}

QString NewCustomerDialog::checkPhone() const
{
    const QString typed = m_phone->text().trimmed();
    if (typed.isEmpty() || normalisedPhone(typed))
        return {};
    return tr("This is no phone number. A number from abroad begins with +.");
}

Student NewCustomerDialog::typedChild() const
{
    Student student;
    student.name = m_child->text().trimmed();
    if (m_grade->currentData().isValid())
        student.grade = m_grade->currentData().toLongLong();
    student.guardianConsent = m_consent->isChecked();
    return student;
}

QString NewCustomerDialog::checkConsent() const
{
    return lacksGuardianConsent(typedChild(), dateAt(m_context.clock.now(), m_context.zone))
        ? tr("Under 14 a child is saved only with a guardian's consent. Tick it when they agreed, "
             "or leave the grade open until they do.")
        : QString();
}

/// Asked of children under 14 only; a tick that nobody sees says nothing.
void NewCustomerDialog::showConsent()
{
    const bool needed =
        needsGuardianConsent(typedChild(), dateAt(m_context.clock.now(), m_context.zone));
    m_consent->setVisible(needed);
    if (!needed)
        m_consent->setChecked(false);
    check();
}

void NewCustomerDialog::showAsStored()
{
    const std::optional<QString> phone = normalisedPhone(m_phone->text());
    const QString shown = phone ? displayedPhone(*phone) : m_phone->text();
    if (shown == m_phone->text())
        return;
    const QSignalBlocker quiet(m_phone);
    m_phone->setText(shown);
}

QString NewCustomerDialog::duplicateHint() const
{
    return m_duplicate->sentence();
}

Customer NewCustomerDialog::typedCustomer(const RecordId& id) const
{
    Customer customer;
    customer.id = Id<Customer>(id);
    customer.name = m_name->text().trimmed();
    customer.phone = normalisedPhone(m_phone->text()).value_or(QString());
    customer.relation = FamilyRelation(m_relation->currentData().toInt());
    customer.channel = chosen<Channel>(*m_channel);
    customer.remark = m_remark->toPlainText().trimmed();
    customer.createdAt = m_context.clock.now();
    return customer;
}

Edit NewCustomerDialog::edit(const RecordId& id) const
{
    const Customer customer = typedCustomer(id);
    Edit edit;
    edit.label = tr("Lead added");
    edit.mutations.push_back(createMutation(customer));
    Student student = typedChild();
    if (!student.name.isEmpty() || student.grade) {
        student.id = Id<Student>(m_context.ids.next());
        student.customer = customer.id;
        edit.mutations.push_back(createMutation(student));
    }
    const Pipeline* pipeline = m_context.catalogue.defaultPipeline();
    const std::vector<Stage> stages =
        pipeline ? m_context.catalogue.stagesOf(pipeline->id) : std::vector<Stage>();
    if (stages.empty())
        return edit;
    Opportunity opportunity;
    opportunity.id = Id<Opportunity>(m_context.ids.next());
    opportunity.customer = customer.id;
    opportunity.student = student.id;
    opportunity.pipeline = pipeline->id;
    opportunity.stage = stages.front().id;
    opportunity.cohort = chosen<Cohort>(*m_cohort);
    opportunity.rank = rankBetween({}, {}, quint32(m_context.clock.now()));
    opportunity.stageEnteredAt = m_context.clock.now();
    edit.mutations.push_back(createMutation(opportunity));
    return edit;
}

void NewCustomerDialog::changeEvent(QEvent* event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
