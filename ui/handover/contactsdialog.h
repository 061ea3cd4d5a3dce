// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/familyserver.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>

class QGridLayout;

namespace homeroom {

class Theme;

/// Contacts that were asked for with a reason, the parent's and other adults', each with a way to
/// copy it. Nothing of them is kept when the dialog goes.
class ContactsDialog : public QDialog {
    Q_OBJECT

public:
    ContactsDialog(
        const PageContext& context, const FullContacts& contacts, QWidget* parent = nullptr);

Q_SIGNALS:
    void told(const QString& sentence);

private:
    QWidget* makeRows(const FullContacts& contacts);
    void addHeading(QGridLayout& rows, const QString& words);
    /// `whose` is told to screen readers before the label; empty for the parent.
    void addContact(
        QGridLayout& rows, const QString& label, const QString& value, const QString& whose = {});

    const PageContext& m_context;
};

} // namespace homeroom
