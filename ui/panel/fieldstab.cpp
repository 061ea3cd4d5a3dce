// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/fieldstab.h"

#include "models/values/cohortday.h"
#include "models/values/guardianconsent.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/panel/consentrow.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

RecordFields::RecordFields(PageContext& context, RecordKind kind, QWidget* parent)
    : QWidget(parent), m_context(context), m_row(emptyRow(kind, {})),
      m_column(new QVBoxLayout(this)), m_title(new TextLabel(context.theme, TextRole::Strong))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(sizes::gap);
    m_column->addWidget(m_title);
    if (kind == RecordKind::Student)
        addConsent();
    for (FieldShape& shape : shapesOf(kind, context.catalogue))
        add(std::move(shape));
    if (kind == RecordKind::Customer) {
        for (FieldShape& shape : customShapes(context.catalogue))
            add(std::move(shape));
    }
    m_defined = m_editors.size();
    if (context.privacy)
        connect(context.privacy, &PrivacyMode::changed, this, [this] {
            for (FieldEditor* editor : m_editors)
                editor->followPrivacy();
        });
}

void RecordFields::addConsent()
{
    m_consent = new ConsentRow(m_context.theme);
    m_column->addWidget(m_consent);
    connect(m_consent, &ConsentRow::agreed, this, &RecordFields::takeConsent);
}

void RecordFields::add(FieldShape shape)
{
    auto* editor = new FieldEditor(m_context, std::move(shape));
    editor->setShown(
        [this, editor](const QString& text) { return shownText(editor->shape(), text); });
    connect(editor, &FieldEditor::committed, this,
        [this, editor](const FieldValue& value) { save(*editor, value); });
    connect(editor, &FieldEditor::familyRequested, this, &RecordFields::familyRequested);
    m_column->addWidget(editor);
    m_editors.push_back(editor);
}

QString RecordFields::shownText(const FieldShape& shape, const QString& text) const
{
    const int index = shape.custom ? -1 : m_row.type().indexOf(shape.key);
    return index < 0
        ? shownWords(text, m_row.root, m_context)
        : shownField(m_row.kind, m_row.type().fields[size_t(index)], text, m_row.root, m_context);
}

void RecordFields::showUndefined()
{
    const int custom = m_row.type().indexOf(u"custom");
    const auto* values =
        custom < 0 ? nullptr : std::get_if<QJsonObject>(&m_row.values[size_t(custom)]);
    const std::vector<FieldShape> shapes =
        values ? undefinedShapes(*values, m_context.catalogue) : std::vector<FieldShape>();
    const bool same =
        std::equal(shapes.begin(), shapes.end(), m_editors.begin() + qsizetype(m_defined),
            m_editors.end(), [](const FieldShape& shape, const FieldEditor* editor) {
                return shape.key == editor->shape().key && shape.kind == editor->shape().kind;
            });
    if (same)
        return;
    for (; m_editors.size() > m_defined; m_editors.pop_back())
        delete m_editors.back();
    for (const FieldShape& shape : shapes) {
        add(shape);
        m_editors.back()->setVisible(true);
    }
}

void RecordFields::setTitle(const QString& title)
{
    m_title->setText(title);
}

void RecordFields::setRow(const RecordRow& row)
{
    const bool sameRecord = row.id == m_row.id;
    // What was typed belongs to the record it was typed for.
    for (FieldEditor* editor : m_editors) {
        if (!sameRecord)
            editor->commit();
    }
    if (!sameRecord)
        m_held.reset();
    m_row = row;
    showUndefined();
    const RecordType& type = row.type();
    for (FieldEditor* editor : m_editors) {
        const FieldShape& shape = editor->shape();
        if (!sameRecord)
            editor->forgetTyping();
        editor->setFamily(row.root);
        if (m_held && m_held->editor == editor)
            continue; // what waits for the consent stays in sight
        if (!shape.custom) {
            editor->setValue(row.value(type.indexOf(shape.key)));
            continue;
        }
        const auto* custom = std::get_if<QJsonObject>(&row.value(u"custom"));
        editor->setValue(customValue(shape, custom ? custom->value(shape.key) : QJsonValue()));
    }
    showConsent();
}

void RecordFields::showConsent()
{
    if (m_consent)
        m_consent->setStudent(fromRow<Student>(m_row),
            dateAt(m_context.clock.now(), m_context.zone),
            m_held ? m_held->editor->shape().label : QString());
}

void RecordFields::setRights(bool mayEdit, bool readsInFull)
{
    const RecordType& type = m_row.type();
    for (FieldEditor* editor : m_editors) {
        const int index = type.indexOf(editor->shape().key);
        const bool masked = index >= 0 && !readsInFull
            && type.fields[size_t(index)].visibility == FieldVisibility::OwnerOnly;
        editor->setReadOnly(!mayEdit || masked);
    }
    if (m_consent)
        m_consent->setReadOnly(!mayEdit);
}

FieldEditor* RecordFields::editor(const QString& key) const
{
    for (FieldEditor* editor : m_editors) {
        if (editor->shape().key == key)
            return editor;
    }
    return nullptr;
}

void RecordFields::commitTyping()
{
    for (FieldEditor* editor : m_editors)
        editor->commit();
}

QStringList RecordFields::takeTyping()
{
    QStringList lines;
    for (FieldEditor* editor : m_editors) {
        if (!editor->isTyping())
            continue;
        const QString typed = editor->typedText().trimmed();
        if (!typed.isEmpty())
            //: A field and its value: «City: Wuhan».
            lines.append(tr("%1: %2").arg(editor->shape().label, typed));
        editor->forgetTyping();
    }
    if (m_held) // what waits for a guardian's consent is typed, too
        lines.append(tr("%1: %2").arg(m_held->editor->shape().label,
            fieldText(m_held->editor->shape(), m_held->value, m_context)));
    m_held.reset();
    return lines;
}

void RecordFields::save(FieldEditor& editor, const FieldValue& value)
{
    const FieldShape& shape = editor.shape();
    const RecordType& type = m_row.type();
    FieldChanges changes;
    if (shape.custom)
        changes.emplace_back(
            type.indexOf(u"custom"), QJsonObject{{shape.key, customJson(shape, value)}});
    else
        changes.emplace_back(type.indexOf(shape.key), value);
    const bool isHeld = m_held && m_held->editor == &editor;
    if (isHeld && m_row.value(changes.front().first) == value) {
        m_held.reset(); // back to what is saved
        showConsent();
        return;
    }
    if (lacksConsent(changes)) {
        holdBack(editor, value);
        return;
    }
    if (isHeld)
        m_held.reset();
    apply(tr("%1 changed").arg(shape.label), std::move(changes), shape.key);
}

bool RecordFields::lacksConsent(const FieldChanges& changes) const
{
    return m_consent
        && lacksConsentAfter(m_row, changes, dateAt(m_context.clock.now(), m_context.zone));
}

void RecordFields::holdBack(FieldEditor& editor, const FieldValue& value)
{
    if (editor.shape().key == "guardianConsent"_L1) {
        editor.forgetTyping();
        editor.setProblem(
            tr("Under 14 a child's data is kept only with a guardian's consent. Who took it back "
               "wants the age and the grade deleted first."));
        return;
    }
    if (m_held && m_held->editor != &editor) // one at a time; the row says which
        m_held->editor->setValue(m_row.value(m_row.type().indexOf(m_held->editor->shape().key)));
    m_held = Held{&editor, value};
    editor.setValue(value);
    showConsent();
}

/// The guardian agreed: that, and what waited for it, is one edit.
void RecordFields::takeConsent()
{
    FieldChanges changes{{fieldIndexOf(&Student::guardianConsent), FieldValue(qint64(1))}};
    if (m_held)
        changes.emplace_back(m_row.type().indexOf(m_held->editor->shape().key), m_held->value);
    m_held.reset();
    apply(tr("Consent of a guardian noted"), std::move(changes), u"guardianConsent"_s);
}

void RecordFields::apply(const QString& label, FieldChanges changes, const QString& key)
{
    Mutation mutation;
    mutation.kind = m_row.kind;
    mutation.id = m_row.id;
    mutation.root = m_row.root;
    mutation.changes = std::move(changes);
    m_context.desk.apply(
        {label, {std::move(mutation)}, {}}, this, [this, key](const Result<EditReceipt>& receipt) {
            FieldEditor* changed = this->editor(key);
            if (!receipt.ok() && changed)
                changed->setProblem(sentenceFor(receipt.error()));
        });
}

FieldsTab::FieldsTab(PageContext& context, QWidget* parent)
    : QScrollArea(parent), m_context(context)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&context.catalogue, &Catalogue::changed, this, &FieldsTab::build);
    build();
}

void FieldsTab::build()
{
    m_students.clear();
    m_guardians.clear();
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(sizes::margin, sizes::gap, sizes::margin, sizes::margin);
    column->setSpacing(sizes::margin);
    m_customer = new RecordFields(m_context, RecordKind::Customer);
    m_customer->setTitle(displayName(RecordKind::Customer));
    connect(m_customer, &RecordFields::familyRequested, this, &FieldsTab::familyRequested);
    m_studentColumn = new QVBoxLayout;
    m_guardianColumn = new QVBoxLayout;
    auto* addChild = new QPushButton(tr("Add a child"));
    auto* addAdult = new QPushButton(tr("Add a guardian"));
    for (QPushButton* button : {addChild, addAdult})
        setButtonKind(*button, ButtonKind::Quiet);
    connect(addChild, &QPushButton::clicked, this, &FieldsTab::addStudent);
    connect(addAdult, &QPushButton::clicked, this, &FieldsTab::addGuardian);
    column->addLayout(m_studentColumn);
    column->addWidget(addChild, 0, Qt::AlignLeft);
    column->addWidget(m_customer);
    column->addLayout(m_guardianColumn);
    column->addWidget(addAdult, 0, Qt::AlignLeft);
    column->addStretch(1);
    setWidget(body);
    if (m_family)
        setFamily(*m_family);
}

void FieldsTab::setFamily(const Family& family)
{
    m_family = family;
    const Customer& customer = family.customer;
    m_customer->setRow(toRow(customer));
    m_customer->setRights(
        covers(m_context.viewer, Right::EditFamily, customer.owner, m_family->team),
        readsInFull(m_context.viewer, customer.owner));
    fill(m_students, *m_studentColumn, family.students);
    fill(m_guardians, *m_guardianColumn, family.guardians);
    widget()->layout()->activate();
    widget()->updateGeometry();
}

std::vector<RecordFields*> FieldsTab::sections() const
{
    std::vector<RecordFields*> sections{m_customer};
    sections.insert(sections.end(), m_students.begin(), m_students.end());
    sections.insert(sections.end(), m_guardians.begin(), m_guardians.end());
    return sections;
}

QStringList FieldsTab::putAway()
{
    QStringList lines;
    for (RecordFields* section : sections()) {
        section->commitTyping();
        lines.append(section->takeTyping());
    }
    return lines;
}

QStringList FieldsTab::letGo()
{
    QStringList lines;
    for (RecordFields* section : sections())
        lines.append(section->takeTyping());
    setFamily(Family());
    m_family.reset();
    return lines;
}

template <typename Record>
void FieldsTab::fill(
    std::vector<RecordFields*>& sections, QVBoxLayout& column, const std::vector<Record>& records)
{
    while (sections.size() > records.size()) {
        delete sections.back();
        sections.pop_back();
    }
    const Customer& customer = m_family->customer;
    for (size_t i = 0; i < records.size(); ++i) {
        if (i == sections.size()) {
            sections.push_back(new RecordFields(m_context, Description<Record>::kind));
            column.addWidget(sections.back());
            connect(
                sections.back(), &RecordFields::familyRequested, this, &FieldsTab::familyRequested);
            // A layout shows what it takes only later, after the area has measured itself.
            sections.back()->show();
        }
        const QString type = displayName(Description<Record>::kind);
        sections[i]->setTitle(records.size() > 1 ? type + u' ' + QString::number(i + 1) : type);
        sections[i]->setRow(toRow(records[i]));
        sections[i]->setRights(
            covers(m_context.viewer, Right::EditFamily, customer.owner, m_family->team),
            readsInFull(m_context.viewer, customer.owner));
    }
}

void FieldsTab::addStudent()
{
    if (!m_family)
        return;
    Student student;
    student.id = Id<Student>(m_context.ids.next());
    student.customer = m_family->customer.id;
    m_context.desk.apply({tr("Child added"), {createMutation(student)}, {}});
}

void FieldsTab::addGuardian()
{
    if (!m_family)
        return;
    Guardian guardian;
    guardian.id = Id<Guardian>(m_context.ids.next());
    guardian.customer = m_family->customer.id;
    m_context.desk.apply({tr("Guardian added"), {createMutation(guardian)}, {}});
}

void FieldsTab::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        build();
}

} // namespace homeroom
