// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/emptystate.h"

namespace homeroom {

/// What stands in place of every page once the account is deactivated: what that means, what of
/// this computer was not sent, and what can be done.
class AccountNotice : public EmptyState {
    Q_OBJECT

public:
    struct Unsent {
        qint64 waiting = 0; ///< edits without an answer
        qint64 refused = 0; ///< as the sync centre lists them
        bool heard = true; ///< the server still takes what waits
        bool signedIn = true; ///< there is a session to ask with

        bool operator==(const Unsent&) const = default;
    };

    explicit AccountNotice(const Theme& theme, QWidget* parent = nullptr);

    void setUnsent(const Unsent& unsent);

Q_SIGNALS:
    void syncCentreRequested();
    void syncRequested();
    void signInRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QString words() const;
    QString unsentWords() const;
    void retranslate();

    Unsent m_unsent{};
};

} // namespace homeroom
