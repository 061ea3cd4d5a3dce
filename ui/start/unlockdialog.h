// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"
#include "ui/start/signindialog.h"

class QLineEdit;

namespace homeroom {

/// Opens a locked profile: asks for its passphrase, or fetches the key from the keychain again.
class UnlockDialog : public FormDialog {
    Q_OBJECT

public:
    UnlockDialog(const Theme& theme, KeyKeeping keeping, QWidget* parent = nullptr);

    QString passphrase() const;
    void showError(const Error& error);

Q_SIGNALS:
    void unlockRequested(const QString& passphrase);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    KeyKeeping m_keeping;
    QLineEdit* m_passphrase = nullptr; ///< none where the keychain has the key
};

} // namespace homeroom
