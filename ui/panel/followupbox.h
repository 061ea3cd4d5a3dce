// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/pagecontext.h"
#include "ui/editing/refusedfollowup.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace homeroom {

class TextLabel;

/// What happened, what comes next and when, always in reach under the family. What is typed is kept
/// for each family until it is saved.
class FollowUpBox : public QWidget {
    Q_OBJECT

public:
    explicit FollowUpBox(PageContext& context, QWidget* parent = nullptr);
    ~FollowUpBox() override;

    /// Keeps what was typed for the last family and brings back what was typed for this one. A null
    /// id keeps and empties.
    void setCustomer(const RecordId& customer);
    /// The family is gone from this computer: nothing of it is kept any more. What was typed stays
    /// on the screen until another family is set; the same one takes it up again.
    void letGo();
    /// Keeps what is typed now, and these lines with it.
    void putAway(const QStringList& lines);
    /// What is typed, in words, as a person would pass it on; empty where nothing is.
    QString words() const;
    /// Adds a refused follow-up of this family to what is typed. It is dismissed in the sync centre
    /// once the box was saved, not before.
    void takeBack(const RefusedFollowUp& refused);
    /// Chooses the n-th result, counted from 1.
    void chooseResult(int number);
    /// The same of a call, whatever kind was chosen before.
    void chooseCall(int result);
    /// Writes what usually comes next, unless the person has planned something else.
    void propose(const QString& nextStep, Milliseconds at);
    /// How long the call took, in seconds, for the follow-up that is saved next.
    void setDuration(const std::optional<qint64>& seconds) { m_duration = seconds; }
    /// The caret goes to what happened.
    void write();
    void save();
    void setHint(const QString& keys);
    QString error() const;

Q_SIGNALS:
    void saved();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    void retranslate();
    void connectFields();
    void touched();
    void keepDraft();
    QJsonObject draft() const;
    void show(const QJsonObject& draft);
    void takeBackPlan(const FollowUp& followUp);
    void setError(const QString& sentence, QWidget* field = nullptr);
    std::optional<Edit> makeEdit();
    Edit editFor(const FollowUp& followUp) const;

    PageContext& m_context;
    RecordId m_customer;
    RecordId m_gone; ///< whose words are still shown
    std::vector<qint64> m_refused{}; ///< what saving the box dismisses
    QComboBox* m_kind;
    QComboBox* m_result;
    QPlainTextEdit* m_text;
    QLineEdit* m_nextStep;
    QLineEdit* m_when;
    TextLabel* m_error;
    TextLabel* m_hint;
    QPushButton* m_save;
    std::optional<qint64> m_duration{};
    std::pair<QString, QString> m_proposed{}; ///< step and time as they stand by themselves
    QTimer m_keeping;
    bool m_saving = false;
};

} // namespace homeroom
