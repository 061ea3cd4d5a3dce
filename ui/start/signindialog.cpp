// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/signindialog.h"

#include "ui/start/startsentence.h"

#include <QEvent>
#include <QLineEdit>
#include <QUrl>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPassphrase = 8;

QLineEdit* secretField()
{
    auto* field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    return field;
}

bool isLoopback(const QUrl& url)
{
    return url.host() == u"127.0.0.1"_s || url.host() == u"localhost"_s || url.host() == u"::1"_s;
}

} // namespace

SignInDialog::SignInDialog(const Theme& theme, KeyKeeping keeping, QWidget* parent)
    : FormDialog(theme, parent), m_keeping(keeping), m_server(new QLineEdit), m_user(new QLineEdit),
      m_password(secretField()), m_passphrase(secretField()), m_repeat(secretField())
{
    addRow({}, m_server, [this] { return checkServer(); });
    addRow({}, m_user, [this] {
        return m_user->text().trimmed().isEmpty() ? tr("Type your sign-in name.") : QString();
    });
    addRow({}, m_password,
        [this] { return m_password->text().isEmpty() ? tr("Type your password.") : QString(); });
    if (m_keeping == KeyKeeping::Passphrase) {
        addRow({}, m_passphrase, [this] {
            return m_passphrase->text().size() < shortestPassphrase
                ? tr("At least %n characters.", nullptr, int(shortestPassphrase))
                : QString();
        });
        addRow({}, m_repeat, [this] {
            return m_repeat->text() != m_passphrase->text() ? tr("The two differ.") : QString();
        });
    } else {
        m_passphrase->setParent(this);
        m_repeat->setParent(this);
        m_passphrase->hide();
        m_repeat->hide();
    }
    m_server->setPlaceholderText(u"https://homeroom.example"_s);
    setKeepsOpen(true);
    connect(this, &FormDialog::submitted, this, [this] {
        setFormError({});
        setBusy(true);
        Q_EMIT signInRequested(form());
    });
    retranslate();
}

void SignInDialog::setKnown(const QString& server, const QString& user)
{
    m_server->setText(server);
    m_user->setText(user);
    if (!server.isEmpty())
        (user.isEmpty() ? m_user : m_password)->setFocus();
}

SignInForm SignInDialog::form() const
{
    return {m_server->text().trimmed(), m_user->text().trimmed(), m_password->text(),
        m_keeping == KeyKeeping::Passphrase ? m_passphrase->text() : QString()};
}

void SignInDialog::showError(const Error& error)
{
    setBusy(false);
    setFormError(startSentence(error));
    m_password->setFocus();
    m_password->selectAll();
}

QString SignInDialog::checkServer() const
{
    const QUrl url(m_server->text().trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return tr("Type the address of your company's server, as https://homeroom.example.");
    // A password never goes over an open line; loopback is the demo and our tests.
    if (url.scheme() != u"https"_s && !(url.scheme() == u"http"_s && isLoopback(url)))
        return tr("The address must begin with https://.");
    return {};
}

void SignInDialog::changeEvent(QEvent* event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString SignInDialog::introduction() const
{
    switch (m_keeping) {
    case KeyKeeping::Keychain:
        return tr("Your families are kept encrypted on this computer; the system's keychain holds "
                  "the key.");
    case KeyKeeping::Passphrase:
        return tr("Your families are kept encrypted on this computer. It has no keychain: choose a "
                  "passphrase and type it at every start.");
    case KeyKeeping::Known:
        break;
    }
    return tr("What is on this computer stays; it is synced again after you have signed in.");
}

void SignInDialog::retranslate()
{
    setTitle(tr("Sign in to Homeroom"));
    setIntroduction(introduction());
    setAcceptText(tr("Sign in"));
    setRowLabel(m_server, tr("Server"));
    setRowLabel(m_user, tr("Name"));
    setRowLabel(m_password, tr("Password"));
    setRowLabel(m_passphrase, tr("Passphrase of this computer"));
    setRowLabel(m_repeat, tr("Passphrase again"));
}

} // namespace homeroom
