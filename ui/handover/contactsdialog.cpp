// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/contactsdialog.h"

#include "models/values/phone.h"
#include "ui/editing/privacymode.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int comfortableWidth = 420;

} // namespace

ContactsDialog::ContactsDialog(
    const PageContext& context, const FullContacts& contacts, QWidget* parent)
    : QDialog(parent), m_context(context)
{
    setWindowTitle(tr("Contact"));
    setMinimumWidth(comfortableWidth);
    auto* title = new TextLabel(context.theme, TextRole::Title);
    title->setText(tr("Contact"));
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
    column->addWidget(makeRows(contacts), 1);
    column->addLayout(buttons);
}

QWidget* ContactsDialog::makeRows(const FullContacts& contacts)
{
    auto* body = new QWidget;
    auto* rows = new QGridLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(sizes::margin);
    rows->setVerticalSpacing(sizes::gap);
    rows->setColumnStretch(1, 1);
    addContact(*rows, tr("Phone"), displayedPhone(contacts.phone));
    addContact(*rows, tr("WeChat"), contacts.wechatId);
    addContact(*rows, tr("Address"), contacts.address);
    for (const FullContacts::Adult& adult : contacts.guardians) {
        const QString name =
            adult.name.isEmpty() ? tr("Another adult") : shownName(adult.name, m_context);
        addHeading(*rows, name);
        addContact(*rows, tr("Phone"), displayedPhone(adult.phone), name);
        addContact(*rows, tr("WeChat"), adult.wechatId, name);
    }
    rows->setRowStretch(rows->rowCount(), 1);
    return body;
}

void ContactsDialog::addHeading(QGridLayout& rows, const QString& words)
{
    auto* heading = new TextLabel(m_context.theme, TextRole::Strong);
    heading->setText(words);
    heading->setWordWrap(true);
    rows.addWidget(heading, rows.rowCount(), 0, 1, 3);
}

void ContactsDialog::addContact(
    QGridLayout& rows, const QString& label, const QString& value, const QString& whose)
{
    const QString spoken = whose.isEmpty() ? label : u"%1, %2"_s.arg(whose, label);
    auto* text = new TextLabel(m_context.theme, TextRole::Body);
    // While the screen is shared, what was asked for can be copied all the same.
    const QString number = shownWords(value, {}, m_context);
    const QString shown = number == value ? shownContact(value, m_context) : number;
    text->setText(shown.isEmpty() ? QStringLiteral("–") : shown);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(spoken);
    text->setWordWrap(true);
    auto* copy = new QPushButton(tr("Copy"));
    setButtonKind(*copy, ButtonKind::Quiet);
    copy->setAccessibleName(tr("Copy: %1").arg(spoken));
    copy->setEnabled(!value.isEmpty());
    connect(copy, &QPushButton::clicked, this, [this, value] {
        QGuiApplication::clipboard()->setText(value);
        Q_EMIT told(tr("Copied"));
    });
    auto* name = new TextLabel(m_context.theme, TextRole::Body, &Colors::muted);
    name->setText(label);
    const int row = rows.rowCount();
    rows.addWidget(name, row, 0);
    rows.addWidget(text, row, 1);
    rows.addWidget(copy, row, 2);
}

} // namespace homeroom
