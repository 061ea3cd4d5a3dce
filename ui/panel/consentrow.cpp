// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/consentrow.h"

#include "models/values/guardianconsent.h"
#include "ui/theme/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace homeroom {

ConsentRow::ConsentRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(theme, Icon::Child)),
      m_words(new TextLabel(theme, TextRole::Small, &Colors::muted)), m_agreed(new QPushButton)
{
    setObjectName(QStringLiteral("consent"));
    m_words->setWordWrap(true);
    setButtonKind(*m_agreed, ButtonKind::Secondary);
    m_agreed->setAutoDefault(true); // Enter, too
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sizes::gap);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    row->addWidget(m_agreed);
    connect(m_agreed, &QPushButton::clicked, this, &ConsentRow::agreed);
    hide();
}

void ConsentRow::setStudent(const Student& student, const QDate& today, const QString& held)
{
    if (!held.isEmpty())
        show(true,
            tr("%1 is not saved yet: under 14 a child's data is kept only with a guardian's "
               "consent.")
                .arg(held),
            tr("The guardian agreed, save"));
    else if (lacksGuardianConsent(student, today))
        show(true, tr("Under 14, and no guardian's consent is noted"), tr("The guardian agreed"));
    else
        show(false, tr("Under 14, a guardian agreed"), {});
    setVisible(!held.isEmpty() || needsGuardianConsent(student, today));
}

void ConsentRow::show(bool lacks, const QString& words, const QString& deed)
{
    m_icon->setIcon(lacks ? Icon::Warning : Icon::Child, lacks ? &Colors::warn : &Colors::muted);
    m_words->setTone(lacks ? &Colors::warn : &Colors::muted);
    m_words->setText(words);
    m_agreed->setText(deed);
    m_asks = lacks;
    m_agreed->setVisible(m_asks && !m_readOnly);
}

void ConsentRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_agreed->setVisible(m_asks && !m_readOnly);
}

QString ConsentRow::text() const
{
    return isHidden() ? QString() : m_words->text();
}

QString minorsText(const std::vector<Student>& students, const QDate& today)
{
    const auto any = [&](bool (*holds)(const Student&, const QDate&)) {
        return std::any_of(students.begin(), students.end(),
            [&](const Student& student) { return holds(student, today); });
    };
    if (any(lacksGuardianConsent))
        return ConsentRow::tr("Under 14, no consent");
    return any(needsGuardianConsent) ? ConsentRow::tr("Under 14") : QString();
}

} // namespace homeroom
