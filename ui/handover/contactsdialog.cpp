// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/contactsdialog.h"

#include "models/values/phone.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace homeroom {

namespace {

constexpr int comfortableWidth = 420;

} // namespace

ContactsDialog::ContactsDialog(const Theme& theme, const FullContacts& contacts, QWidget* parent)
    : QDialog(parent), m_theme(theme)
{
    setWindowTitle(tr("Contact"));
    setMinimumWidth(comfortableWidth);
    auto* title = new TextLabel(theme, TextRole::Title);
    title->setText(tr("Contact"));
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(sizes::margin);
    rows->setVerticalSpacing(sizes::gap);
    rows->setColumnStretch(1, 1);
    addContact(*rows, tr("Phone"), displayedPhone(contacts.phone));
    addContact(*rows, tr("WeChat"), contacts.wechatId);
    addContact(*rows, tr("Address"), contacts.address);
    auto* close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    constexpr int around = sizes::margin + sizes::gap;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::margin);
    column->addWidget(title);
    column->addLayout(rows, 1);
    column->addLayout(buttons);
}

void ContactsDialog::addContact(QGridLayout& rows, const QString& label, const QString& value)
{
    auto* text = new TextLabel(m_theme, TextRole::Body);
    text->setText(value.isEmpty() ? QStringLiteral("–") : value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(label);
    text->setWordWrap(true);
    auto* copy = new QPushButton(tr("Copy"));
    setButtonKind(*copy, ButtonKind::Quiet);
    copy->setAccessibleName(tr("Copy: %1").arg(label));
    copy->setEnabled(!value.isEmpty());
    connect(copy, &QPushButton::clicked, this, [this, value] {
        QGuiApplication::clipboard()->setText(value);
        Q_EMIT told(tr("Copied"));
    });
    auto* name = new TextLabel(m_theme, TextRole::Body, &Colors::muted);
    name->setText(label);
    const int row = rows.rowCount();
    rows.addWidget(name, row, 0);
    rows.addWidget(text, row, 1);
    rows.addWidget(copy, row, 2);
}

} // namespace homeroom
