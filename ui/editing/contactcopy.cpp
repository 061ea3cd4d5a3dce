// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/contactcopy.h"

#include "models/values/phone.h"
#include "models/values/rights.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace homeroom {

namespace {

/// Texts of this file belong to one translation context.
struct ContactCopy {
    Q_DECLARE_TR_FUNCTIONS(ContactCopy)
};

} // namespace

QString copyPhone(const Customer& customer)
{
    if (customer.phone.isEmpty())
        return ContactCopy::tr("There is no phone to copy.");
    if (isMaskedPhone(customer.phone))
        return ContactCopy::tr("You see this phone masked only.");
    QGuiApplication::clipboard()->setText(displayedPhone(customer.phone).remove(u' '));
    return ContactCopy::tr("Phone copied");
}

QString dialPhone(const Customer& customer)
{
    if (customer.phone.isEmpty())
        return ContactCopy::tr("There is no phone to dial.");
    if (isMaskedPhone(customer.phone))
        return ContactCopy::tr("You see this phone masked only.");
    if (QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + customer.phone)))
        return ContactCopy::tr("Dialling");
    copyPhone(customer);
    return ContactCopy::tr("No telephone program is set up here: the phone was copied.");
}

QString copyWechat(const Customer& customer)
{
    const bool masked = isMaskedText(customer.wechatId);
    const bool useNick = customer.wechatId.isEmpty() || masked;
    const QString text = useNick ? customer.wechatNick : customer.wechatId;
    if (text.isEmpty())
        return masked ? ContactCopy::tr("You see this WeChat name masked only.")
                      : ContactCopy::tr("There is no WeChat name to copy.");
    QGuiApplication::clipboard()->setText(text);
    return ContactCopy::tr("WeChat name copied");
}

} // namespace homeroom
