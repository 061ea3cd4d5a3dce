// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/unlockdialog.h"

#include "ui/editing/sentences.h"

#include <QEvent>
#include <QLineEdit>

namespace homeroom {

UnlockDialog::UnlockDialog(const Theme& theme, KeyKeeping keeping, QWidget* parent)
    : FormDialog(theme, parent), m_keeping(keeping)
{
    if (keeping == KeyKeeping::Passphrase) {
        m_passphrase = new QLineEdit;
        m_passphrase->setEchoMode(QLineEdit::Password);
        addRow({}, m_passphrase, [this] {
            return m_passphrase->text().isEmpty() ? tr("Type the passphrase.") : QString();
        });
    }
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, [this] {
        setFormError({});
        setBusy(true);
        Q_EMIT unlockRequested(passphrase());
    });
    retranslate();
}

QString UnlockDialog::passphrase() const
{
    return m_passphrase ? m_passphrase->text() : QString();
}

void UnlockDialog::showError(const Error& error)
{
    setBusy(false);
    setFormError(sentenceFor(error));
    if (!m_passphrase)
        return;
    m_passphrase->setFocus();
    m_passphrase->selectAll();
}

void UnlockDialog::changeEvent(QEvent* event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UnlockDialog::retranslate()
{
    setTitle(tr("Unlock Homeroom"));
    setIntroduction(m_keeping == KeyKeeping::Passphrase
            ? tr("Type the passphrase you chose on this computer.")
            : tr("Homeroom is locked. The keychain of this computer opens it again."));
    setAcceptText(tr("Unlock"));
    if (m_passphrase)
        setRowLabel(m_passphrase, tr("Passphrase of this computer"));
}

} // namespace homeroom
