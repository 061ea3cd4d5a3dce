// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/lostdialog.h"

#include "models/values/recordtype.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace homeroom {

LostDialog::LostDialog(const Theme& theme, const QString& stageName, const QString& family,
    int families, QWidget* parent)
    : FormDialog(theme, parent), m_reason(new QComboBox)
{
    setTitle(family.isEmpty() ? tr("Move to %1").arg(stageName)
                              : tr("Move %1 to %2").arg(family, stageName));
    setIntroduction(families > 1
            ? tr("The reason is kept with each of %n family(s).", nullptr, families)
            : tr("The reason is kept with the family."));
    setAcceptText(tr("Move"));
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->addItems({tr("Price is too high"), tr("No time for lessons"),
        tr("Chose another course"), tr("Cannot be reached"), tr("The child is not interested"),
        tr("Course does not fit the grade"), tr("Wrong number")});
    m_reason->setCurrentIndex(-1);
    m_reason->lineEdit()->setMaxLength(int(maximumTextLength));
    m_reason->lineEdit()->setPlaceholderText(tr("Choose a reason or write one"));
    addRow(tr("Reason"), m_reason, [this] {
        return reason().isEmpty() ? tr("Say why: it decides what is offered next time.")
                                  : QString();
    });
    m_reason->setFocus();
}

QString LostDialog::reason() const
{
    return m_reason->currentText().simplified();
}

} // namespace homeroom
