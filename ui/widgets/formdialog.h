// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <QList>
#include <QTimer>

#include <chrono>
#include <functional>

class QPushButton;
class QVBoxLayout;

namespace homeroom {

class TextLabel;

/// Skeleton of every dialog with fields: title, rows of label, field and a line for what is wrong
/// with it, then the buttons. Accepting an invalid form shows the reasons and moves the focus to
/// the first; a reason goes away while the person corrects it. Ctrl+Enter accepts from any field.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    /// The sentence that says what is wrong, or an empty one.
    using Check = std::function<QString()>;

    explicit FormDialog(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A paragraph under the title.
    void setIntroduction(const QString& words);
    void setAcceptText(const QString& words);
    /// Takes `field`. Line edits, combo boxes, text edits and spin boxes are watched; for others
    /// call check() when they change.
    void addRow(const QString& label, QWidget* field, Check check = {});
    /// Changes the words of a row, for a switch of language.
    void setRowLabel(const QWidget* field, const QString& label);
    /// What is wrong with the whole form, such as a refusal by the server.
    void setFormError(const QString& sentence);
    QString rowError(const QWidget* field) const;
    /// Brings errors already shown up to date; shows no new ones.
    void check();
    bool isValid() const;
    /// While something is done with the answer: fields and buttons are off, all but cancelling.
    void setBusy(bool busy);
    /// What is said beside a running bar while it takes long enough to be noticed, and what once
    /// nobody can tell any more whether it ends. Without words there is no bar.
    void setBusyWords(const QString& waiting, const QString& late);
    /// When they are said, after the form became busy.
    void setPatience(std::chrono::milliseconds soon, std::chrono::milliseconds late);
    QString busyText() const;
    void setKeepsOpen(bool keepsOpen) { m_keepsOpen = keepsOpen; }
    const Theme& theme() const { return m_theme; }
    QPushButton& acceptButton() { return *m_accept; }
    QPushButton& cancelButton() { return *m_cancel; }

    void accept() override;

Q_SIGNALS:
    /// Emitted instead of closing after setKeepsOpen(true): the owner decides when it is done.
    void submitted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row {
        QWidget* field;
        TextLabel* label;
        TextLabel* error;
        Check check;
    };

    void arrange();
    void watch(QWidget* field);
    void showError(const Row& row, const QString& sentence);
    void makeRoom();
    void showBusy(const QString& words);
    void retranslate();

    const Theme& m_theme;
    TextLabel* m_title;
    TextLabel* m_introduction;
    QWidget* m_body;
    QVBoxLayout* m_rowLayout;
    QWidget* m_wait;
    TextLabel* m_waitWords;
    TextLabel* m_formError;
    QPushButton* m_cancel;
    QPushButton* m_accept;
    QString m_acceptText;
    QList<Row> m_rows;
    bool m_keepsOpen = false;
    QString m_waiting;
    QString m_late;
    QTimer m_soon;
    QTimer m_slow;
};

} // namespace homeroom
