// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/questions.h"

#include <QDialog>

class QPushButton;

namespace homeroom {

/// One question with the deed as its button. The focus starts on the harmless answer when
/// something would be lost.
class ConfirmDialog : public QDialog {
    Q_OBJECT

public:
    ConfirmDialog(const Theme& theme, const Question& question, QWidget* parent = nullptr);

    QPushButton& yesButton() { return *m_yes; }
    QPushButton& noButton() { return *m_no; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void arrange(const Theme& theme, const Question& question);

    QPushButton* m_yes;
    QPushButton* m_no;
};

/// Asks with windows.
class WindowQuestions : public Questions {
public:
    explicit WindowQuestions(const Theme& theme) : m_theme(theme) { }

    void ask(QWidget* asker, const Question& question, Answer answer) override;
    void askFileToOpen(QWidget* asker, const FileQuestion& question, FileAnswer answer) override;
    void askFileToSave(QWidget* asker, const FileQuestion& question, FileAnswer answer) override;
    void askFolder(QWidget* asker, const FileQuestion& question, FileAnswer answer) override;

private:
    const Theme& m_theme;
};

} // namespace homeroom
