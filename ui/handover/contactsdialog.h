// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/familyserver.h"

#include <QDialog>

class QGridLayout;

namespace homeroom {

class Theme;

/// Contacts that were asked for with a reason, each with a way to copy it. Nothing of them is kept
/// when the dialog goes.
class ContactsDialog : public QDialog {
    Q_OBJECT

public:
    ContactsDialog(const Theme& theme, const FullContacts& contacts, QWidget* parent = nullptr);

Q_SIGNALS:
    void told(const QString& sentence);

private:
    void addContact(QGridLayout& rows, const QString& label, const QString& value);

    const Theme& m_theme;
};

} // namespace homeroom
