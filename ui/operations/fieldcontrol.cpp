// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/fieldcontrol.h"

#include "models/values/csv/cellvalues.h"
#include "ui/editing/sentences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeZone>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

template <typename Record> void addRecords(QComboBox& box, const std::vector<Record>& records)
{
    for (const Record& record : records)
        box.addItem(record.name, record.id.toString());
}

QStringList typedWords(const QString& text)
{
    static const QRegularExpression commas(u"[,，;；]"_s);
    QStringList words;
    for (const QString& word : text.split(commas, Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    }
    words.sort();
    words.removeDuplicates();
    return words;
}

} // namespace

FieldControl::FieldControl(
    RecordKind kind, const FieldDescription& field, const Catalogue& catalogue, QWidget* parent)
    : QWidget(parent), m_field(field)
{
    if (field.kind == FieldKind::Boolean) {
        m_check = new QCheckBox(displayName(kind, field));
        connect(m_check, &QCheckBox::toggled, this, &FieldControl::edited);
    } else if (field.kind == FieldKind::Word || field.kind == FieldKind::Reference) {
        makeChoice(catalogue);
    } else {
        makeLine();
    }
    QWidget* control = m_check ? static_cast<QWidget*>(m_check)
        : m_choice             ? static_cast<QWidget*>(m_choice)
                               : m_line;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(control);
    setFocusProxy(control);
    control->setAccessibleName(displayName(kind, field));
}

void FieldControl::makeLine()
{
    m_line = new QLineEdit;
    if (m_field.kind == FieldKind::Set)
        m_line->setPlaceholderText(tr("Words, with commas between"));
    else if (m_field.kind == FieldKind::Day)
        m_line->setPlaceholderText(u"2026-12-31"_s);
    connect(m_line, &QLineEdit::textChanged, this, &FieldControl::edited);
}

void FieldControl::makeChoice(const Catalogue& catalogue)
{
    m_choice = new QComboBox;
    if (m_field.kind == FieldKind::Reference) {
        m_choice->addItem(tr("None"), QString());
        fillReferences(catalogue);
    } else {
        for (const QLatin1StringView word : m_field.words)
            m_choice->addItem(displayWord(m_field, QString(word)), QString(word));
    }
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FieldControl::edited);
}

void FieldControl::fillReferences(const Catalogue& catalogue)
{
    switch (m_field.target) {
    case RecordKind::Team:
        return addRecords(*m_choice, catalogue.teams());
    case RecordKind::Pipeline:
        return addRecords(*m_choice, catalogue.pipelines());
    case RecordKind::Product:
        return addRecords(*m_choice, catalogue.products());
    case RecordKind::Cohort:
        return addRecords(*m_choice, catalogue.cohorts());
    case RecordKind::Channel:
        return addRecords(*m_choice, catalogue.channels());
    case RecordKind::User:
        return addRecords(*m_choice, catalogue.users());
    default:
        Q_ASSERT_X(false, "FieldControl", "no choices for this reference");
    }
}

QString FieldControl::lineText(const FieldValue& value) const
{
    if (const auto* set = std::get_if<QStringList>(&value))
        return set->join(u", "_s);
    return cellText(m_field, value, QTimeZone::utc());
}

void FieldControl::setValue(const FieldValue& value)
{
    if (m_check) {
        const auto* flag = std::get_if<qint64>(&value);
        m_check->setChecked(flag && *flag != 0);
    } else if (m_choice) {
        const auto* id = std::get_if<RecordId>(&value);
        const auto* word = std::get_if<QString>(&value);
        const QString wanted = id ? id->toString() : word ? *word : QString();
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(wanted)));
    } else {
        m_line->setText(lineText(value));
    }
}

Result<FieldValue> FieldControl::value() const
{
    if (m_check)
        return FieldValue(qint64(m_check->isChecked()));
    if (m_choice) {
        const QString chosen = m_choice->currentData().toString();
        if (m_field.kind == FieldKind::Word)
            return FieldValue(chosen);
        const std::optional<RecordId> id = RecordId::fromString(chosen);
        return id ? FieldValue(*id) : FieldValue();
    }
    const QString text = m_line->text().trimmed();
    if (m_field.kind == FieldKind::Set) {
        const QStringList words = typedWords(text);
        return words.isEmpty() ? FieldValue() : FieldValue(words);
    }
    return cellValue(m_field, text, QTimeZone::utc());
}

void FieldControl::removeChoice(const RecordId& id)
{
    const int index = m_choice ? m_choice->findData(id.toString()) : -1;
    if (index >= 0)
        m_choice->removeItem(index);
}

} // namespace homeroom
