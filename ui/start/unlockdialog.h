// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"
#include "ui/widgets/formdialog.h"

class QLineEdit;

namespace homeroom {

/// Opens a profile whose key is derived from a passphrase, at the start and after a lock.
class UnlockDialog : public FormDialog {
    Q_OBJECT

public:
    UnlockDialog(const Theme& theme, const QString& userName, QWidget* parent = nullptr);

    QString passphrase() const;
    void showError(const Error& error);

Q_SIGNALS:
    void unlockRequested(const QString& passphrase);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_userName;
    QLineEdit* m_passphrase;
};

} // namespace homeroom
