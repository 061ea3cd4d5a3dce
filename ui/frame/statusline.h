// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QWidget>

namespace homeroom {

class StatusPart;
class TextLabel;

enum class Freshness {
    Never,
    Synced,
    Syncing,
    Offline,
    Troubled, ///< the server is there, but waiting alone will not help
    Failed, ///< signed out
    Deactivated ///< the account: nothing comes any more
};

/// The lower edge of the window: how fresh what one sees is, what the server has not answered yet,
/// conflicts, refused edits, and the day of the cohort at the right. Takes plain values; every part
/// at the left leads to the sync centre.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const Theme& theme, QWidget* parent = nullptr);

    /// `asOf` is the last answer of the server in local time, invalid when there was none; its date
    /// is told when it is not `today`. `reason`, a sentence or nothing, is told on asking.
    void setSync(Freshness state, const QDateTime& asOf, QDate today, const QString& reason = {});
    void setWaiting(int count);
    void setToDecide(int count);
    /// Edits that the server refused.
    void setAttention(int count);
    void setDayText(const QString& text);
    /// Says that names are masked for a shared screen.
    void setPrivate(bool on);
    QString privacyText() const;
    QString syncText() const;
    QString syncReason() const;
    /// What waits for a decision and what was refused, as it is shown; empty where there is none.
    QString toDecideText() const;
    QString attentionText() const;

Q_SIGNALS:
    void syncCentreRequested();
    /// The person wants to see names again.
    void privacyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showSync();
    void retranslate();
    QString asOfText() const;

    const Theme& m_theme;
    StatusPart* m_sync;
    StatusPart* m_waiting;
    StatusPart* m_toDecide;
    StatusPart* m_attention;
    StatusPart* m_privacy;
    TextLabel* m_day;
    Freshness m_state = Freshness::Never;
    QDateTime m_asOf;
    QDate m_today;
    QString m_reason;
    int m_waitingCount = 0;
    int m_toDecideCount = 0;
    int m_attentionCount = 0;
};

} // namespace homeroom
