// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/accountnotice.h"

#include <QEvent>
#include <QPushButton>

namespace homeroom {

using namespace Qt::StringLiterals;

AccountNotice::AccountNotice(const Theme& theme, QWidget* parent) : EmptyState(theme, parent)
{
    setFocusProxy(&otherButton());
    connect(this, &EmptyState::actionRequested, this, &AccountNotice::syncCentreRequested);
    connect(this, &EmptyState::otherRequested, this, [this] {
        if (m_unsent.signedIn)
            Q_EMIT syncRequested();
        else
            Q_EMIT signInRequested();
    });
    retranslate();
}

void AccountNotice::setUnsent(const Unsent& unsent)
{
    if (unsent == m_unsent)
        return;
    m_unsent = unsent;
    retranslate();
}

QString AccountNotice::words() const
{
    QStringList paragraphs{
        tr("Your families have left this computer; your team goes on with them. Ask your team "
           "lead: if the account is opened again, everything comes back here."),
        unsentWords()};
    if (m_unsent.refused > 0)
        paragraphs.append(tr("%n change(s) of this computer were refused. The sync centre says "
                             "which and why.",
            nullptr, int(m_unsent.refused)));
    paragraphs.removeAll(QString());
    return paragraphs.join(u"\n\n"_s);
}

QString AccountNotice::unsentWords() const
{
    const int waiting = int(m_unsent.waiting);
    if (waiting > 0 && m_unsent.heard)
        return tr("%n change(s) of this computer were not sent yet. For 14 days after the "
                  "deactivation the server takes them: notes arrive, changes of families become "
                  "suggestions for your team lead.",
            nullptr, waiting);
    if (waiting > 0)
        return tr("%n change(s) of this computer were not sent, and the server takes none any "
                  "more. They stay here, encrypted, and are sent if the account is opened again. "
                  "Until then you can copy the text in the sync centre.",
            nullptr, waiting);
    return m_unsent.refused > 0 ? QString() : tr("Nothing on this computer waits to be sent.");
}

void AccountNotice::retranslate()
{
    const bool left = m_unsent.waiting > 0 || m_unsent.refused > 0;
    setContent({Kind::Empty, tr("Your account was deactivated."), words(),
        left ? tr("Open the sync centre") : QString(), Icon::Lock,
        m_unsent.signedIn ? tr("Ask the server again") : tr("Sign in again")});
}

void AccountNotice::changeEvent(QEvent* event)
{
    EmptyState::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
